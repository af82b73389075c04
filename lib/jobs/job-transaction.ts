import type { StoreNames } from 'idb';
import { AppError } from '@/lib/errors/app-error';
import type { Database } from '@/lib/storage/open-database';
import type { SidekickDatabase } from '@/lib/storage/schema';
import { type JobRecord, type RowCounts, rowStates } from '@/lib/storage/schema';
import { inWriteTransaction, type WriteTransaction } from '@/lib/storage/write-transaction';

export type JobTransaction = WriteTransaction;

const jobStores: StoreNames<SidekickDatabase>[] = ['jobs', 'rowBlocks', 'subjects', 'requests', 'journal', 'drafts'];

/** One all-or-nothing step over jobs, their rows and requests, journal and drafts: see `inWriteTransaction`. */
export function inJobTransaction<T>(database: Database, step: (transaction: JobTransaction) => Promise<T>): Promise<T> {
  return inWriteTransaction(database, jobStores, step);
}

export function emptyCounts(): RowCounts {
  return { waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 };
}

/** How many rows may still leave by themselves. */
export function countOpen(counts: RowCounts): number {
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

/** Puts the job, finished when nothing of it may leave any more. */
export async function putJob(transaction: JobTransaction, job: JobRecord, now: number): Promise<void> {
  const isUnderWay = job.state !== 'finished' && job.state !== 'draft' && job.state !== 'preparing';
  if (countOpen(job.counts) === 0 && isUnderWay) {
    job.state = 'finished';
    // Nothing is over before it began, whatever the clock says now.
    job.finishedAt = Math.max(now, job.createdAt);
    delete job.pausedBy;
  }
  if (job.counts.unknown > 0) job.needsDecision = 1;
  else delete job.needsDecision;
  await transaction.objectStore('jobs').put(job);
}
