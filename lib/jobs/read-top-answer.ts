import type { Operation, RowValues } from '@/lib/operations/operation';
import type { TopAnswer } from '@/lib/platforms/top/call';
import type { SendResult } from './send-result';

/** A wait up to this long is sat out; a longer one pauses the job and says until when. */
const longestWaitMs = 180_000;

/** Used where the platform asks for patience without saying how much. */
const defaultWaitMs = 2000;

/** What a TOP answer to a write means for the request's rows. Unknown wherever the service may have done it. */
export function readTopAnswer(
  answer: TopAnswer,
  { operation, rows, now }: { operation: Operation; rows: readonly RowValues[]; now: number },
): SendResult {
  switch (answer.kind) {
    case 'answer':
      return {
        kind: 'answered',
        outcomes: operation.readOutcomes(answer.body, rows),
        platformRequestId: answer.requestId,
      };
    case 'lost':
      return answer.outcome === 'not-processed'
        ? { kind: 'not-processed', error: answer.error, retryAt: now }
        : { kind: 'lost', error: answer.error };
    case 'refused':
      return readRefusal(answer, now);
  }
}

function readRefusal(
  { outcome, retry, until, error }: Extract<TopAnswer, { kind: 'refused' }>,
  now: number,
): SendResult {
  if (outcome === 'unknown') return { kind: 'lost', error };
  if (outcome === 'failed') return { kind: 'refused', error };
  if (retry !== 'wait') return { kind: 'paused', error };
  const retryAt = until ?? now + defaultWaitMs;
  if (retryAt - now <= longestWaitMs) return { kind: 'not-processed', error, retryAt };
  return { kind: 'paused', error };
}
