import type { JobSummary } from '@/lib/messages/app-state';

/** Where a job of one row stands, as a person is told. */
export type JobPhase =
  | 'draft'
  | 'preparing'
  | 'held'
  | 'due'
  | 'running'
  | 'paused'
  | 'succeeded'
  | 'failed'
  | 'unknown'
  | 'cancelled';

/**
 * `due`: the hold-back is over by this page's clock and the worker has not yet said more. Unknown goes before all else,
 * since a person must decide; a failure before a success.
 */
export function phaseOf({ state, counts, heldUntil }: JobSummary, now: number): JobPhase {
  if (state === 'draft' || state === 'preparing') return state;
  if (state === 'held') return now < heldUntil ? 'held' : 'due';
  if (state === 'running') return 'running';
  if (state === 'paused') return 'paused';
  if (counts.unknown > 0) return 'unknown';
  if (counts.failed > 0) return 'failed';
  if (counts.succeeded > 0) return 'succeeded';
  return 'cancelled';
}

/** Whether something remains to be done or decided. */
export function isOpen({ state, counts }: JobSummary): boolean {
  return state !== 'finished' || counts.unknown > 0;
}

/** Whether a person must decide before it goes on or is known. */
export function needsPerson({ state, counts, pausedBy }: JobSummary): boolean {
  return counts.unknown > 0 || (state === 'paused' && pausedBy?.detail.until === undefined);
}
