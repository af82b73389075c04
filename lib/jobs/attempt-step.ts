import type { ErrorData } from '@/lib/errors/app-error';
import type { JobOperation, RowOutcome } from '@/lib/operations/operation';
import type { JournalEvent } from '@/lib/storage/journal-records';
import type { AttemptRecord, RequestRecord } from '@/lib/storage/schema';
import { backOffMs } from './back-off';
import type { SendResult } from './send-result';

/** A lost request goes again, unless its operation says to ask, under its key this often; then a person decides. */
const mostRepeats = 6;

export type Keyed = Pick<JobOperation, 'key'>;

export type SettledOutcome = Omit<RowOutcome, 'state'> & { state: RowOutcome['state'] | 'cancelled' };

/** What an attempt's result means for its request and rows. */
export interface Step {
  event: JournalEvent;
  attempt: NonNullable<AttemptRecord['result']>;
  /** Outcomes by position; or back to waiting under the same key; or, the request given up, to any later one. */
  rows: SettledOutcome[] | 'waiting' | 'fresh';
  error?: ErrorData | undefined;
  platformRequestId?: string | undefined;
  retryAt?: number | undefined;
  pausedBy?: ErrorData | undefined;
}

export function stepFor(
  result: SendResult,
  { operation, request, now }: { operation: Keyed; request: RequestRecord; now: number },
): Step {
  const rows = request.rowIndexes.length;
  switch (result.kind) {
    case 'answered': {
      const { outcomes, platformRequestId } = result;
      return { event: 'answered', attempt: 'answered', rows: outcomes, platformRequestId };
    }
    case 'too-large':
      // One row cannot be halved; and what left before and was lost may have been done.
      if (rows > 1 && !wasLost(request))
        return { event: 'split', attempt: 'not-processed', rows: 'fresh', error: result.error };
      return refused(request, result.error);
    case 'refused':
      return refused(request, result.error);
    case 'not-processed': {
      const { error, retryAt } = result;
      return { event: 'not-processed', attempt: 'not-processed', rows: 'waiting', error, retryAt };
    }
    case 'paused': {
      const { error } = result;
      return { event: 'paused', attempt: 'not-processed', rows: 'waiting', error, pausedBy: error };
    }
    case 'lost': {
      const lost = { event: 'lost', attempt: 'lost', error: result.error } as const;
      const losses = lossesWith(request);
      if (operation.key.repeat !== 'ask' && losses <= mostRepeats)
        return { ...lost, rows: 'waiting', retryAt: now + backOffMs(losses) };
      return { ...lost, rows: everyRow(rows, 'unknown', result.error) };
    }
  }
}

/** After an attempt that was lost, a refusal (of a duplicate, say) does not tell what became of the first. */
function refused(request: RequestRecord, error: ErrorData): Step {
  const state = wasLost(request) ? 'unknown' : 'failed';
  const rows = everyRow(request.rowIndexes.length, state, error);
  return { event: 'answered', attempt: 'refused', rows, error };
}

/**
 * Whether an earlier attempt under this key reached the service, for all that is known: what then waits once more had no
 * answer, or none that told of its row, and may have been done.
 */
export function wasLost(request: RequestRecord): boolean {
  return request.attempts.some(({ result }) => result !== undefined && result !== 'not-processed');
}

/** How many attempts were lost, should the present one be as well; one that was turned away was none. */
export function lossesWith(request: RequestRecord): number {
  return request.attempts.filter(({ result }) => result === 'lost').length + 1;
}

function everyRow(rows: number, state: 'failed' | 'unknown', error: ErrorData): RowOutcome[] {
  const outcome: RowOutcome = { state, reason: error.detail.reason ?? error.code, platform: error.detail.platform };
  return Array.from({ length: rows }, () => outcome);
}
