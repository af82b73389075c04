import type { ErrorData } from '@/lib/errors/app-error';
import type { RowOutcome } from '@/lib/operations/operation';

/** What became of one attempt, in the words of the engine. */
export type SendResult =
  /** The service answered; one outcome per row, in the rows' order. */
  | { kind: 'answered'; outcomes: RowOutcome[]; platformRequestId?: string | undefined }
  /** The service refused for good: every row of the request failed. */
  | { kind: 'refused'; error: ErrorData }
  /** The platform takes fewer rows at once: none of these was processed, and they go in smaller requests. */
  | { kind: 'too-large'; error: ErrorData }
  /** It was turned away before the service saw it: goes again under the same key, not before `retryAt`. */
  | { kind: 'not-processed'; error: ErrorData; retryAt: number }
  /** It was turned away and will be until somebody does something: the job pauses. */
  | { kind: 'paused'; error: ErrorData }
  /** It left and no readable answer came. */
  | { kind: 'lost'; error: ErrorData };
