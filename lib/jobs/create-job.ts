import { AppError } from '@/lib/errors/app-error';
import type { JobOperation, RowValues } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import type { ConnectionBinding, JobRecord, RowRecord } from '@/lib/storage/schema';
import { compareAsked } from './compare-asked';
import type { PeopleRules } from './drafts/draft-rules';
import { tracesOf } from './drafts/traces-of';
import { createFinder } from './find-at-work';
import { blocksFor, subjectsFor } from './job-rows';
import { emptyCounts, inJobTransaction, type JobTransaction } from './job-transaction';
import { journalRows } from './journal-rows';

export interface NewJob {
  id: string;
  intentId: string;
  operation: JobOperation;
  source: JobRecord['source'];
  connection: ConnectionBinding;
  label?: string | undefined;
  rows: readonly RowValues[];
  /** What the rows have in common. */
  shared?: RowValues | undefined;
  channel?: JobRecord['channel'];
  operator?: JobRecord['operator'];
  /** Whom its rows reach: later tables are warned of them. */
  people?: PeopleRules | undefined;
  /** Where a person chose: see `rowsPerRequest`. */
  rowsPerRequest?: number | undefined;
  holdBackMs: number;
}

export interface CreatedJob {
  jobId: string;
  /** False when this intention, or the same object through the same connection, is already at work. */
  created: boolean;
}

/**
 * Writes a job down, held back. One intention makes one job however often it is confirmed, and an object that is
 * waiting, on its way or unknown is not asked for a second time: the job that is there is answered instead, or a batch
 * refused.
 */
export async function createJob(database: Database, newJob: NewJob, now: number): Promise<CreatedJob> {
  return inJobTransaction(database, async (transaction) => {
    const existing = await findExisting(transaction, newJob);
    if (existing) return { jobId: existing, created: false };
    const [first] = newJob.rows;
    const job: JobRecord = {
      id: newJob.id,
      intentId: newJob.intentId,
      operation: newJob.operation.id,
      source: newJob.source,
      connection: newJob.connection,
      state: 'held',
      createdAt: now,
      heldUntil: now + newJob.holdBackMs,
      notBefore: now + newJob.holdBackMs,
      subject: first ? subjectOf(newJob.operation, first) : '',
      ...(newJob.label ? { label: newJob.label } : {}),
      ...(newJob.shared ? { shared: { ...newJob.shared } } : {}),
      ...(newJob.operator ? { operator: newJob.operator } : {}),
      ...(newJob.channel ? { channel: newJob.channel } : {}),
      ...(newJob.rowsPerRequest ? { rowsPerRequest: newJob.rowsPerRequest } : {}),
      total: newJob.rows.length,
      counts: { ...emptyCounts(), waiting: newJob.rows.length },
    };
    await transaction.objectStore('jobs').add(job);
    const blocks = blocksFor(
      job.id,
      newJob.rows.map((values, index) => waitingRow(newJob.operation, values, index)),
    );
    for (const block of blocks) await transaction.objectStore('rowBlocks').add(block);
    const traces = (row: RowRecord) => tracesOf(row, job, newJob);
    for (const subjects of subjectsFor(blocks, traces)) await transaction.objectStore('subjects').add(subjects);
    for (const { rows } of blocks) await journalRows(transaction, job, rows, { at: now, event: 'asked' });
    await deleteDraft(transaction, job.intentId);
    return { jobId: job.id, created: true };
  });
}

/** What a job was made of is no draft any more. */
async function deleteDraft(transaction: JobTransaction, intentId: string): Promise<void> {
  const drafts = transaction.objectStore('drafts');
  for (const draft of await drafts.getAll()) {
    if (draft.intentId === intentId) await drafts.delete(draft.scope);
  }
}

function waitingRow(operation: JobOperation, values: RowValues, index: number): RowRecord {
  return { index, subject: subjectOf(operation, values), values: { ...values }, state: 'waiting' };
}

/**
 * The job that this was asked for in before. Where that is not the whole of it, what is asked for is refused, so that
 * its rest is not taken for done: `overlap` says which of its rows are in the other job.
 */
async function findExisting(transaction: JobTransaction, newJob: NewJob): Promise<string | undefined> {
  const sameIntent = await transaction.objectStore('jobs').index('by-intent').get(newJob.intentId);
  if (sameIntent) {
    const { isSame, rows } = await compareAsked(transaction, sameIntent, newJob);
    if (!isSame) throw new AppError('conflict', { reason: 'intent-used', overlap: { jobId: sameIntent.id, rows } });
    return sameIntent.id;
  }
  const findAtWork = createFinder(transaction, newJob);
  const found = new Map<number, string>();
  for (const [index, values] of newJob.rows.entries()) {
    const sameObject = await findAtWork(subjectOf(newJob.operation, values));
    if (sameObject) found.set(index, sameObject.id);
  }
  const [jobId] = found.values();
  if (jobId !== undefined && newJob.operation.rowsIn)
    throw new AppError('conflict', { reason: 'rows-at-work', overlap: { jobId, rows: [...found.keys()] } });
  return jobId;
}

/** The object that a row is about. */
export function subjectOf(operation: JobOperation, values: RowValues): string {
  return values[operation.subjectField] ?? '';
}
