import { AppError, type ErrorData } from '@/lib/errors/app-error';
import { appendEntry } from '@/lib/journal/append-entry';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, JobState, RowCounts, RowRecord } from '@/lib/storage/schema';
import { type Keyed, wasLost } from './attempt-step';
import { dueAt } from './due-at';
import { isLineInDoubt } from './failing-in-row';
import { type JobRows, moveRow, openRows, readRowsOf } from './job-rows';
import { inJobTransaction, type JobTransaction, putJob, requireJob } from './job-transaction';
import { journalRows } from './journal-rows';
import { setPause } from './set-pause';

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
    const isNew = setPause(job, error);
    await putJob(transaction, job, now);
    if (!isNew) return;
    const note = error.detail.reason ?? error.code;
    await appendEntry(transaction, { at: now, event: 'paused', jobId, operation: job.operation, error: note });
  });
}

/** Lets a paused job go on at once; with `onlyIfDue` only when its pause has passed by itself. */
export async function resumeJob(database: Database, jobId: string, now: number, onlyIfDue = false): Promise<void> {
  await inJobTransaction(database, async (transaction) => {
    const job = await requireJob(transaction, jobId);
    if (job.state !== 'paused') return;
    if (onlyIfDue && (dueAt(job) ?? Number.POSITIVE_INFINITY) > now) return;
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

/** What is known of operations, by their ids. */
export type KnownOperations = Pick<ReadonlyMap<string, Keyed>, 'get'>;

/**
 * Whether a request may leave once more. It leaves whole: unless its key is promised to absorb a repeat, what is settled
 * would be done a second time, and what failed may have gone under another key since.
 */
export function maySendAgain(
  { operation }: JobRecord,
  rows: readonly RowRecord[],
  operations: KnownOperations | undefined,
): boolean {
  return operations?.get(operation)?.key.repeat === 'safe' || rows.every(({ state }) => state === 'unknown');
}

/**
 * Records what a person says of an unknown row. `send-again` re-opens the very request it left in: same rows, same
 * key, never another.
 */
export async function decideRow(
  database: Database,
  {
    jobId,
    index,
    choice,
    now,
    operations,
  }: { jobId: string; index: number; choice: Choice; now: number; operations?: KnownOperations },
): Promise<void> {
  await inJobTransaction(database, async (transaction) => {
    const job = await requireJob(transaction, jobId);
    const jobRows = openRows(transaction, jobId);
    const row = await jobRows.get(index);
    if (row?.state !== 'unknown') throw new AppError('conflict', { reason: 'row-not-unknown' });
    let decided = [row];
    if (choice === 'send-again') decided = await reopenRequest(transaction, { job, jobRows, row, now, operations });
    else {
      const state = choice === 'mark-succeeded' ? 'succeeded' : 'failed';
      const outcome = { ...row.outcome, at: now, reason: choice, decidedBy: 'person' as const };
      moveRow(jobRows, job, row, state, { outcome });
      await jobRows.flush();
      await putJob(transaction, job, now);
    }
    await journalRows(transaction, job, decided, { at: now, event: 'decided', outcome: choice });
  });
}

interface Reopening {
  job: JobRecord;
  jobRows: JobRows;
  row: RowRecord;
  now: number;
  operations: KnownOperations | undefined;
}

/** Answers the rows that are to leave once more. */
async function reopenRequest(
  transaction: JobTransaction,
  { job, jobRows, row, now, operations }: Reopening,
): Promise<RowRecord[]> {
  const request = row.requestId ? await transaction.objectStore('requests').get(row.requestId) : undefined;
  if (!request) throw new AppError('bug', { reason: 'row-without-request' });
  if (request.state !== 'settled') throw new AppError('conflict', { reason: 'row-not-unknown' });
  const rows = await readRowsOf(jobRows, request);
  if (!maySendAgain(job, rows, operations)) throw new AppError('conflict', { reason: 'sent-together' });
  // All that left together and is unknown goes again together.
  const unknown = rows.filter(({ state }) => state === 'unknown');
  for (const one of unknown) moveRow(jobRows, job, one, 'waiting');
  await jobRows.flush();
  await reopenRequests(transaction, { job, requests: [request.id], now });
  return unknown;
}

/**
 * Lets settled requests leave once more, under their keys. A finished job goes on for them; one that stands still or
 * goes is left as it is, since a word about some rows is none about the others.
 */
export async function reopenRequests(
  transaction: JobTransaction,
  { job, requests, now }: { job: JobRecord; requests: Iterable<string>; now: number },
): Promise<void> {
  // What is on its way must still end when it comes back, and not leave again.
  if (job.isCancelled && job.state !== 'finished') throw new AppError('conflict', { reason: 'cancel-under-way' });
  const store = transaction.objectStore('requests');
  for (const id of requests) {
    const request = await store.get(id);
    if (request) await store.put({ ...request, state: 'waiting' });
  }
  if (job.state !== 'finished') return putJob(transaction, job, now);
  delete job.isCancelled;
  await letGoOn(transaction, job, now);
}
