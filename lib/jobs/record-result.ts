import type { ErrorData } from '@/lib/errors/app-error';
import type { RowOutcome } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, RequestRecord, RowRecord } from '@/lib/storage/schema';
import { type Keyed, type SettledOutcome, type Step, stepFor, wasLost } from './attempt-step';
import { countInRow } from './failing-in-row';
import { moveRow, openRows } from './job-rows';
import { countOpen, inJobTransaction, type JobTransaction, putJob, requireJob } from './job-transaction';
import { journalJob, journalRows } from './journal-rows';
import { maskResult } from './mask-result';
import type { SendResult } from './send-result';
import { setPause } from './set-pause';

interface Landing {
  requestId: string;
  /** Which attempt came back; an answer that comes after its attempt was settled as lost says nothing of a later one. */
  attempt?: number;
  operation: Keyed;
  result: SendResult;
  now: number;
}

/** Commits what became of an attempt: rows, request, job and journal in one step, before anything else leaves. */
export async function recordResult(
  database: Database,
  { requestId, attempt, operation, result, now }: Landing,
): Promise<void> {
  await inJobTransaction(database, async (transaction) => {
    const request = await transaction.objectStore('requests').get(requestId);
    if (request?.state !== 'sending' || (attempt ?? request.attempts.length) !== request.attempts.length) return;
    const job = await requireJob(transaction, request.jobId);
    const step = endIfCancelled(stepFor(maskResult(result, job.operation), { operation, request, now }), job, request);
    endAttempt(request, step, now);
    request.state = step.rows === 'waiting' ? 'waiting' : 'settled';
    await transaction.objectStore('requests').put(request);
    await settleRows(transaction, { job, request, step, now });
    if (step.retryAt !== undefined) job.notBefore = Math.max(job.notBefore, step.retryAt);
    if (step.rows === 'fresh') job.rowsPerRequest = Math.floor(request.rowIndexes.length / 2);
    await pauseAfter(transaction, { job, step, now });
    if (step.error) job.lastFailure = step.error;
    await putJob(transaction, job, now);
  });
}

/** Where the step itself is a pause, the journal has it with its rows. */
async function pauseAfter(
  transaction: JobTransaction,
  { job, step, now }: Pick<Settling, 'job' | 'step' | 'now'>,
): Promise<void> {
  const inRow = step.pausedBy ? undefined : countInRow(job, step, now);
  const error = step.pausedBy ?? inRow;
  const isNew = error !== undefined && setPause(job, error);
  if (inRow && Array.isArray(step.rows)) job.lastFailure = failureOf(step.rows[0]);
  if (inRow && isNew && countOpen(job.counts) > 0)
    await journalJob(transaction, job, { at: now, event: 'paused', error: inRow.detail.reason ?? inRow.code });
}

/** What rows that all ended alike ended with, for whoever has to put it right. */
function failureOf({ state, reason, platform }: SettledOutcome = unreadOutcome): ErrorData {
  return { code: state === 'unknown' ? 'outcome-unknown' : 'rejected', detail: { reason, platform } };
}

/** What would wait for another attempt ends here once a person has cancelled: unknown where one may have been done. */
function endIfCancelled(step: Step, job: JobRecord, request: RequestRecord): Step {
  if (!job.isCancelled || (step.rows !== 'waiting' && step.rows !== 'fresh')) return step;
  const { retryAt: _, pausedBy: __, ...ended } = step;
  const state = step.attempt === 'lost' || wasLost(request) ? 'unknown' : 'cancelled';
  const outcome: SettledOutcome = { state, reason: 'cancelled', platform: step.error?.detail.platform };
  return { ...ended, rows: request.rowIndexes.map(() => outcome) };
}

function endAttempt(request: RequestRecord, step: Step, now: number): void {
  const attempt = request.attempts.at(-1);
  if (!attempt) return;
  attempt.endedAt = now;
  attempt.result = step.attempt;
  if (step.error) attempt.error = step.error;
  const platformRequestId = step.platformRequestId ?? step.error?.detail.platform?.requestId;
  if (platformRequestId) attempt.platformRequestId = platformRequestId;
}

interface Settling {
  job: JobRecord;
  request: RequestRecord;
  step: Step;
  now: number;
}

const unreadOutcome: RowOutcome = { state: 'unknown', reason: 'not-in-answer' };

/** Rows that fared alike are journalled together. */
async function settleRows(transaction: JobTransaction, { job, request, step, now }: Settling): Promise<void> {
  const jobRows = openRows(transaction, job.id);
  const alike = new Map<string, { outcome: SettledOutcome | undefined; rows: RowRecord[] }>();
  for (const [position, index] of request.rowIndexes.entries()) {
    const row = await jobRows.get(index);
    if (row?.state !== 'sending') continue;
    const outcome = Array.isArray(step.rows) ? (step.rows[position] ?? unreadOutcome) : undefined;
    if (outcome) {
      const { state, ...said } = outcome;
      moveRow(jobRows, job, row, state, { outcome: { at: now, ...said } });
    } else moveRow(jobRows, job, row, 'waiting', step.rows === 'fresh' ? { requestId: undefined } : {});
    const likeness = `${outcome?.state} ${outcome?.reason}`;
    const group = alike.get(likeness) ?? { outcome, rows: [] };
    group.rows.push(row);
    alike.set(likeness, group);
  }
  await jobRows.flush();
  for (const { outcome, rows } of alike.values()) {
    await journalRows(transaction, job, rows, {
      at: now,
      event: step.event,
      key: request.key,
      attempt: request.attempts.length,
      outcome: outcome?.state,
      error: step.error ? (step.error.detail.reason ?? step.error.code) : outcome?.reason,
      platformRequestId: step.platformRequestId ?? step.error?.detail.platform?.requestId,
    });
  }
}
