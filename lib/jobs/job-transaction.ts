import type { IDBPTransaction, StoreNames } from 'idb';
import { AppError } from '@/lib/errors/app-error';
import type { Database } from '@/lib/storage/open-database';
import type { SidekickDatabase } from '@/lib/storage/schema';
import { type JobRecord, type RowCounts, type RowRecord, type RowState, rowStates } from '@/lib/storage/schema';

export type JobTransaction = IDBPTransaction<SidekickDatabase, StoreNames<SidekickDatabase>[], 'readwrite'>;

const jobStores: StoreNames<SidekickDatabase>[] = ['jobs', 'rows', 'requests', 'journal', 'drafts'];

/**
 * One all-or-nothing step over jobs, rows, requests and journal. Resolves once it is flushed to disk (strict
 * durability), so what is committed here survives the death of the worker and of the machine.
 * `step` may await nothing but this transaction's own requests.
 */
export async function inJobTransaction<T>(
  database: Database,
  step: (transaction: JobTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(jobStores, 'readwrite', { durability: 'strict' });
  try {
    const result = await step(transaction);
    await transaction.done;
    return result;
  } catch (cause) {
    abortQuietly(transaction);
    throw asStorageError(cause);
  }
}

function abortQuietly(transaction: JobTransaction): void {
  // The rejection of an aborted transaction repeats the cause that is thrown anyway.
  transaction.done.catch(() => {});
  try {
    transaction.abort();
  } catch {
    // It has ended by itself already.
  }
}

function asStorageError(cause: unknown): unknown {
  const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  return isFull ? new AppError('storage-full', {}, cause) : cause;
}

export function emptyCounts(): RowCounts {
  return { waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 };
}

/** Rows that may still leave by themselves. */
export function openRows(counts: RowCounts): number {
  return counts.waiting + counts.sending;
}

/** Whether rows = succeeded + failed + unknown + cancelled + skipped + open: the sum that every screen shows. */
export function addsUp(job: JobRecord): boolean {
  return rowStates.reduce((sum, state) => sum + job.counts[state], 0) === job.total;
}

export async function requireJob(transaction: JobTransaction, jobId: string): Promise<JobRecord> {
  const job = await transaction.objectStore('jobs').get(jobId);
  if (!job) throw new AppError('not-found', { reason: 'no-such-job' });
  return job;
}

/** Moves a row to a state and the job's counts with it; the caller puts the job. */
export async function moveRow(
  transaction: JobTransaction,
  job: JobRecord,
  row: RowRecord,
  state: RowState,
  change: Partial<RowRecord> = {},
): Promise<void> {
  job.counts[row.state] -= 1;
  job.counts[state] += 1;
  const isOpen = state === 'waiting' || state === 'sending' || state === 'unknown';
  const { openSubject, ...rest } = { ...row, ...change, state };
  await transaction.objectStore('rows').put(isOpen && openSubject ? { ...rest, openSubject } : rest);
}

/** Puts the job, finished when nothing of it may leave any more. */
export async function putJob(transaction: JobTransaction, job: JobRecord, now: number): Promise<void> {
  if (openRows(job.counts) === 0 && job.state !== 'finished') {
    job.state = 'finished';
    job.finishedAt = now;
    delete job.pausedBy;
  }
  if (job.counts.unknown > 0) job.needsDecision = 1;
  else delete job.needsDecision;
  await transaction.objectStore('jobs').put(job);
}
