import type { Operation, RowValues } from '@/lib/operations/operation';
import type { TopAnswer } from '@/lib/platforms/top/call';
import { backOffMs } from './back-off';
import type { SendResult } from './send-result';

/** A wait up to this long is sat out; a longer one pauses the job and says until when. */
const longestWaitMs = 180_000;

/** Where the platform asks for patience without saying how much, and has done so this often, it gets a long rest. */
const patientAttempts = 6;
const longRestMs = 300_000;

/** What a TOP answer to a write means for the request's rows. Unknown wherever the service may have done it. */
export function readTopAnswer(
  answer: TopAnswer,
  {
    operation,
    rows,
    key,
    attempts,
    now,
  }: { operation: Operation; rows: readonly RowValues[]; key: string; attempts: number; now: number },
): SendResult {
  switch (answer.kind) {
    case 'answer':
      return {
        kind: 'answered',
        outcomes: operation.readOutcomes(answer.body, rows, key),
        platformRequestId: answer.requestId,
      };
    case 'lost':
      return answer.outcome === 'not-processed'
        ? { kind: 'not-processed', error: answer.error, retryAt: now }
        : { kind: 'lost', error: answer.error };
    case 'refused':
      return readRefusal(answer, attempts, now);
  }
}

function readRefusal(
  { outcome, retry, until, error }: Extract<TopAnswer, { kind: 'refused' }>,
  attempts: number,
  now: number,
): SendResult {
  if (outcome === 'unknown') return { kind: 'lost', error };
  if (outcome === 'failed') return { kind: error.detail.reason === 'too-many-rows' ? 'too-large' : 'refused', error };
  if (retry !== 'wait') return { kind: 'paused', error };
  const retryAt = until ?? now + (attempts < patientAttempts ? backOffMs(attempts) : longRestMs);
  if (retryAt - now <= longestWaitMs) return { kind: 'not-processed', error, retryAt };
  return { kind: 'paused', error: { ...error, detail: { ...error.detail, until: retryAt } } };
}
