import { AppError } from '@/lib/errors/app-error';
import { type JobTransaction, requireJob } from '@/lib/jobs/job-transaction';
import type { Database } from '@/lib/storage/open-database';
import type { ImportRecord, JobRecord } from '@/lib/storage/schema';
import { inWriteTransaction } from '@/lib/storage/write-transaction';
import { notChecked } from './table-row';

/** A job that a person puts together, and the table it is made of. */
export interface Draft {
  job: JobRecord;
  table: ImportRecord;
}

const stores = ['jobs', 'rowBlocks', 'subjects', 'requests', 'journal', 'imports', 'edits'] as const;

/** One all-or-nothing step over a draft, its table and rows: see `inWriteTransaction`. */
export function inDraftTransaction<T>(
  database: Database,
  step: (transaction: JobTransaction) => Promise<T>,
): Promise<T> {
  return inWriteTransaction(database, [...stores], step as never);
}

/** The draft, to be changed. Throws `not-found`, or `conflict` for a job that was confirmed. */
export async function requireDraft(transaction: JobTransaction, jobId: string): Promise<Draft> {
  const job = await requireJob(transaction, jobId);
  const table = await transaction.objectStore('imports').get(jobId);
  if (job.state !== 'draft' || !table) throw new AppError('conflict', { reason: 'not-a-draft' });
  return { job, table };
}

/** Puts both. `isOther`: what would be sent is not what it was, and so the draft is none that nobody works on. */
export async function putDraft(transaction: JobTransaction, { job, table }: Draft, isOther = true): Promise<void> {
  await transaction.objectStore('jobs').put(job);
  const { oldSince, ...kept } = table;
  const revision = (table.revision ?? 0) + (isOther ? 1 : 0);
  await transaction
    .objectStore('imports')
    .put({ ...kept, revision, ...(!isOther && oldSince !== undefined && { oldSince }) });
}

/** Whether the draft was made of an earlier job's rows, and not of a table that a page reads. */
export function isOfEarlierRows({ retryOf, undoOf }: JobRecord): boolean {
  return (retryOf ?? undoOf) !== undefined;
}

/** Rows that would go. */
export function readyRows({ job, table }: Draft): number {
  return job.total - table.faulty - table.excluded;
}

/** Every row is to be looked at once more. */
export function lookAnew({ table }: Pick<Draft, 'table'>): void {
  Object.assign(table, { phase: 'checking', ...notChecked });
}

/** Takes a draft away with all that belongs to it. */
export async function forgetDraft(transaction: JobTransaction, jobId: string): Promise<void> {
  const range = IDBKeyRange.bound([jobId, 0], [jobId, Number.POSITIVE_INFINITY]);
  await transaction.objectStore('rowBlocks').delete(range);
  await transaction.objectStore('edits').delete(range);
  await transaction.objectStore('imports').delete(jobId);
  await transaction.objectStore('jobs').delete(jobId);
}
