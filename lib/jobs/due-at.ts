import type { ErrorCode } from '@/lib/errors/app-error';
import type { JobRecord } from '@/lib/storage/schema';

/** Pauses that end by themselves where a time for it is known; every other one waits for a person. */
const passingPauses: ReadonlySet<ErrorCode> = new Set([
  'throttled',
  'quota-gone',
  'offline',
  'timed-out',
  'unreadable-answer',
]);

/** When the job may go on by itself, epoch milliseconds; undefined when it is finished or waits for a person. */
export function dueAt(job: JobRecord): number | undefined {
  if (job.state === 'finished') return undefined;
  if (job.state !== 'paused') return job.notBefore;
  const { pausedBy } = job;
  return pausedBy && passingPauses.has(pausedBy.code) ? pausedBy.detail.until : undefined;
}
