import type { ErrorData } from '@/lib/errors/app-error';
import { appendEntry } from '@/lib/journal/append-entry';
import type { JobOperation, RowOutcome } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import type { AttemptRecord, JobRecord, JournalEvent, RequestRecord, RowRecord } from '@/lib/storage/schema';
import { backOffMs } from './back-off';
import { describeRow } from './create-job';
import { inJobTransaction, type JobTransaction, moveRow, putJob, requireJob } from './job-transaction';
import type { SendResult } from './send-result';

/** A lost request goes again, unless its operation says to ask, under its key this often; then a person decides. */
const mostRepeats = 6;

type Keyed = Pick<JobOperation, 'key'>;

/** Commits what became of an attempt: rows, request, job and journal in one step, before anything else leaves. */
export async function recordResult(
  database: Database,
  { requestId, operation, result, now }: { requestId: string; operation: Keyed; result: SendResult; now: number },
): Promise<void> {
  await inJobTransaction(database, async (transaction) => {
    const request = await transaction.objectStore('requests').get(requestId);
    if (request?.state !== 'sending') return;
    const job = await requireJob(transaction, request.jobId);
    const step = endIfCancelled(stepFor(result, { operation, request, now }), job, request);
    endAttempt(request, step, now);
    request.state = step.rows === 'waiting' ? 'waiting' : 'settled';
    await transaction.objectStore('requests').put(request);
    for (const [position, index] of request.rowIndexes.entries()) {
      const row = await transaction.objectStore('rows').get([job.id, index]);
      if (row?.state !== 'sending') continue;
      const outcome = step.rows === 'waiting' ? undefined : (step.rows[position] ?? unreadOutcome);
      await settleRow(transaction, { job, request, row, step, outcome, now });
    }
    if (step.retryAt !== undefined) job.notBefore = step.retryAt;
    if (step.pausedBy) {
      job.state = 'paused';
      job.pausedBy = step.pausedBy;
    }
    await putJob(transaction, job, now);
  });
}

/** What would wait for another attempt ends here once a person has cancelled: unknown where one may have been done. */
function endIfCancelled(step: Step, job: JobRecord, request: RequestRecord): Step {
  if (!job.isCancelled || step.rows !== 'waiting') return step;
  const { retryAt: _, pausedBy: __, ...ended } = step;
  const state = step.attempt === 'lost' || wasLost(request) ? 'unknown' : 'cancelled';
  const outcome: SettledOutcome = { state, reason: 'cancelled', platform: step.error?.detail.platform };
  return { ...ended, rows: request.rowIndexes.map(() => outcome) };
}

const unreadOutcome: RowOutcome = { state: 'unknown', reason: 'not-in-answer' };

type SettledOutcome = Omit<RowOutcome, 'state'> & { state: RowOutcome['state'] | 'cancelled' };

interface Step {
  event: JournalEvent;
  attempt: NonNullable<AttemptRecord['result']>;
  /** Outcomes by position, or back to waiting under the same key. */
  rows: SettledOutcome[] | 'waiting';
  error?: ErrorData | undefined;
  platformRequestId?: string | undefined;
  retryAt?: number | undefined;
  pausedBy?: ErrorData | undefined;
}

function stepFor(result: SendResult, context: { operation: Keyed; request: RequestRecord; now: number }): Step {
  const { operation, request, now } = context;
  const rows = request.rowIndexes.length;
  switch (result.kind) {
    case 'answered':
      return {
        event: 'answered',
        attempt: 'answered',
        rows: result.outcomes,
        platformRequestId: result.platformRequestId,
      };
    case 'refused': {
      // After an attempt that was lost, a refusal (of a duplicate, say) does not tell what became of the first.
      const state = wasLost(request) ? 'unknown' : 'failed';
      return { event: 'answered', attempt: 'refused', rows: everyRow(rows, state, result.error), error: result.error };
    }
    case 'not-processed':
      return {
        event: 'not-processed',
        attempt: 'not-processed',
        rows: 'waiting',
        error: result.error,
        retryAt: result.retryAt,
      };
    case 'paused':
      return {
        event: 'paused',
        attempt: 'not-processed',
        rows: 'waiting',
        error: result.error,
        pausedBy: result.error,
      };
    case 'lost': {
      const lost = { event: 'lost', attempt: 'lost', error: result.error } as const;
      const attempts = request.attempts.length;
      if (operation.key.repeat !== 'ask' && attempts <= mostRepeats)
        return { ...lost, rows: 'waiting', retryAt: now + backOffMs(attempts) };
      return { ...lost, rows: everyRow(rows, 'unknown', result.error) };
    }
  }
}

/** Whether an earlier attempt under this key left without an answer, so that the service may have done it. */
export function wasLost(request: RequestRecord): boolean {
  return request.attempts.some(({ result }) => result === 'lost');
}

function everyRow(rows: number, state: 'failed' | 'unknown', error: ErrorData): RowOutcome[] {
  const outcome: RowOutcome = { state, reason: error.detail.reason ?? error.code, platform: error.detail.platform };
  return Array.from({ length: rows }, () => outcome);
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
  row: RowRecord;
  step: Step;
  outcome: SettledOutcome | undefined;
  now: number;
}

async function settleRow(
  transaction: JobTransaction,
  { job, request, row, step, outcome, now }: Settling,
): Promise<void> {
  if (outcome) {
    const { state, ...said } = outcome;
    await moveRow(transaction, job, row, state, { outcome: { at: now, ...said } });
  } else {
    await moveRow(transaction, job, row, 'waiting');
  }
  await appendEntry(transaction, {
    at: now,
    event: step.event,
    ...describeRow(job, row),
    key: request.key,
    attempt: request.attempts.length,
    outcome: outcome?.state,
    error: step.error ? (step.error.detail.reason ?? step.error.code) : outcome?.reason,
    platformRequestId: step.platformRequestId ?? step.error?.detail.platform?.requestId,
  });
}
