import { AppError, type ErrorData } from '@/lib/errors/app-error';
import { appendEntry } from '@/lib/journal/append-entry';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, JobState, RowCounts, RowRecord } from '@/lib/storage/schema';
import { wasLost } from './attempt-step';
import { isLineInDoubt } from './failing-in-row';
import { type JobRows, moveRow, openRows } from './job-rows';
import { inJobTransaction, type JobTransaction, putJob, requireJob } from './job-transaction';
import { journalRows } from './journal-rows';

/** What was not confirmed, or not yet written down whole, must not come among the jobs that the engine serves. */
function refuseBefore({ state }: JobRecord, ...states: JobState[]): void {
  if (states.includes(state)) throw new AppError('conflict', { reason: 'not-begun' });
}

/** Calls a job off of which nothing has left yet. False when something has: then nothing is changed. */
export async function callOff(database: Database, jobId: string, now: number): Promise<boolean> {
  return inJobTransaction(database, async (transaction) => {
    const job = await requireJob(transaction, jobId);
    refuseBefore(job, 'draft');
    if (job.state === 'finished') return false;
    if ((await transaction.objectStore('requests').index('by-job').count(jobId)) > 0) return false;
    await cancelWaiting(transaction, job, 'called-off', now);
    return true;
  });
}

/** Cancels the rows that have not left; those on their way are settled as they come back, and do not leave again. */
export async function cancelJob(database: Database, jobId: string, now: number): Promise<RowCounts> {
  return inJobTransaction(database, async (transaction) => {
    const job = await requireJob(transaction, jobId);
    refuseBefore(job, 'draft');
    if (job.counts.sending > 0) job.isCancelled = true;
    await cancelWaiting(transaction, job, 'cancelled', now);
    return job.counts;
  });
}

async function cancelWaiting(
  transaction: JobTransaction,
  job: JobRecord,
  event: 'called-off' | 'cancelled',
  now: number,
): Promise<void> {
  const waitingRequests = await transaction.objectStore('requests').index('by-job-state').getAll([job.id, 'waiting']);
  // What left once and was lost may have been done: cancelling ends the repeats, it does not undo.
  const lost = new Set(waitingRequests.filter(wasLost).map(({ id }) => id));
  const jobRows = openRows(transaction, job.id);
  await jobRows.each('waiting', async (rows) => {
    const stateOf = ({ requestId }: RowRecord) =>
      requestId !== undefined && lost.has(requestId) ? ('unknown' as const) : ('cancelled' as const);
    for (const row of rows) moveRow(jobRows, job, row, stateOf(row), { outcome: { at: now, reason: event } });
    for (const [outcome, alike] of Map.groupBy(rows, stateOf))
      await journalRows(transaction, job, alike, { at: now, event, outcome });
  });
  for (const request of waitingRequests)
    await transaction.objectStore('requests').put({ ...request, state: 'settled' });
  await putJob(transaction, job, now);
}

/** Stops a job that cannot go on, with the reason; what is on its way is not touched. */
export async function pauseJob(database: Database, jobId: string, error: ErrorData, now: number): Promise<void> {
  await inJobTransaction(database, async (transaction) => {
    const job = await requireJob(transaction, jobId);
    refuseBefore(job, 'draft', 'preparing');
    if (job.state === 'finished') return;
    const isKnown = job.state === 'paused' && isSamePause(job.pausedBy, error);
    job.state = 'paused';
    job.pausedBy = error;
    await putJob(transaction, job, now);
    // Looking again and finding the same is no event.
    if (isKnown) return;
    const note = error.detail.reason ?? error.code;
    await appendEntry(transaction, { at: now, event: 'paused', jobId, operation: job.operation, error: note });
  });
}

function isSamePause(before: ErrorData | undefined, now: ErrorData): boolean {
  return before?.code === now.code && before.detail.reason === now.detail.reason;
}

/** Lets a paused job go on at once. */
export async function resumeJob(database: Database, jobId: string, now: number): Promise<void> {
  await inJobTransaction(database, async (transaction) => {
    const job = await requireJob(transaction, jobId);
    if (job.state !== 'paused') return;
    await letGoOn(transaction, job, now);
    await appendEntry(transaction, { at: now, event: 'resumed', jobId, operation: job.operation });
  });
}

async function letGoOn(transaction: JobTransaction, job: JobRecord, now: number): Promise<void> {
  job.state = 'running';
  job.notBefore = now;
  // Until an answer comes, a line that was dead is used carefully.
  if (!isLineInDoubt(job)) delete job.sameFailures;
  delete job.pausedBy;
  delete job.finishedAt;
  await putJob(transaction, job, now);
}

export type Choice = 'mark-succeeded' | 'mark-failed' | 'send-again';

/**
 * Records what a person says of an unknown row. `send-again` re-opens the very request it left in: same rows, same
 * key, never another.
 */
export async function decideRow(
  database: Database,
  { jobId, index, choice, now }: { jobId: string; index: number; choice: Choice; now: number },
): Promise<void> {
  await inJobTransaction(database, async (transaction) => {
    const job = await requireJob(transaction, jobId);
    const jobRows = openRows(transaction, jobId);
    const row = await jobRows.get(index);
    if (row?.state !== 'unknown') throw new AppError('conflict', { reason: 'row-not-unknown' });
    if (choice === 'send-again') await reopenRequest(transaction, { job, jobRows, row, now });
    else {
      const state = choice === 'mark-succeeded' ? 'succeeded' : 'failed';
      const outcome = { ...row.outcome, at: now, reason: choice, decidedBy: 'person' as const };
      moveRow(jobRows, job, row, state, { outcome });
      await jobRows.flush();
      await putJob(transaction, job, now);
    }
    await journalRows(transaction, job, [row], { at: now, event: 'decided', outcome: choice });
  });
}

async function reopenRequest(
  transaction: JobTransaction,
  { job, jobRows, row, now }: { job: JobRecord; jobRows: JobRows; row: RowRecord; now: number },
): Promise<void> {
  const request = row.requestId ? await transaction.objectStore('requests').get(row.requestId) : undefined;
  if (!request) throw new AppError('bug', { reason: 'row-without-request' });
  if (request.state !== 'settled') throw new AppError('conflict', { reason: 'row-not-unknown' });
  // All that left together and is unknown goes again together.
  for (const index of request.rowIndexes) {
    const companion = await jobRows.get(index);
    if (companion?.state === 'unknown') moveRow(jobRows, job, companion, 'waiting');
  }
  await jobRows.flush();
  await reopenRequests(transaction, { job, requests: [request.id], now });
}

/** Lets settled requests leave once more, under their keys, and their job go on. */
export async function reopenRequests(
  transaction: JobTransaction,
  { job, requests, now }: { job: JobRecord; requests: Iterable<string>; now: number },
): Promise<void> {
  delete job.isCancelled;
  const store = transaction.objectStore('requests');
  for (const id of requests) {
    const request = await store.get(id);
    if (request) await store.put({ ...request, state: 'waiting' });
  }
  await letGoOn(transaction, job, now);
}
