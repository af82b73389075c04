import type { ErrorData } from '@/lib/errors/app-error';
import type { JobRecord } from '@/lib/storage/schema';
import { dueAt } from './due-at';

/**
 * The one way in which a job comes to stand still. A pause that waits for a person is not replaced by one that passes:
 * the job would go on against their word. Answers whether there is something new to tell.
 */
export function setPause(job: JobRecord, error: ErrorData): boolean {
  const before = job.state === 'paused' ? job.pausedBy : undefined;
  const waitsForPerson = job.state === 'paused' && dueAt(job) === undefined;
  if (waitsForPerson && dueAt({ ...job, state: 'paused', pausedBy: error }) !== undefined) return false;
  const isKnown = before?.code === error.code && before.detail.reason === error.detail.reason;
  job.state = 'paused';
  job.pausedBy = error;
  // Looking again and finding the same is no event.
  return !isKnown;
}
