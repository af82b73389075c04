import type { ConnectionBinding, JobRecord, RowRecord } from '@/lib/storage/schema';
import type { JobTransaction } from './job-transaction';

type Asked = { operation: { id: string }; connection: ConnectionBinding };

/**
 * Finds the job in which the same object, through the same connection, is waiting, on its way or unknown. Made once
 * for a transaction: each job is read once, however many objects are looked for.
 */
export function createFinder(
  transaction: JobTransaction,
  asked: Asked,
): (subject: string) => Promise<JobRecord | undefined> {
  const jobs = new Map<string, Promise<JobRecord | undefined>>();
  const readJob = (jobId: string) => {
    const known = jobs.get(jobId) ?? transaction.objectStore('jobs').get(jobId);
    jobs.set(jobId, known);
    return known;
  };
  return async (subject) => {
    const places = await transaction.objectStore('subjects').index('by-subject').getAllKeys(subject);
    for (const [jobId, block] of places.reverse()) {
      const job = await readJob(jobId);
      if (!job || !isAtWork(job) || !isSame(job, asked)) continue;
      const { rows = [] } = (await transaction.objectStore('rowBlocks').get([jobId, block])) ?? {};
      if (rows.some((row) => row.subject === subject && isOpen(row))) return job;
    }
    return undefined;
  };
}

const openStates = new Set(['waiting', 'sending', 'unknown']);

/** Whether a row may still leave, or may have been done. */
export function isOpen({ state }: Pick<RowRecord, 'state'>): boolean {
  return openStates.has(state);
}

export function isAtWork({ state, needsDecision }: JobRecord): boolean {
  return state !== 'finished' || needsDecision === 1;
}

export function isSame(job: JobRecord, { operation, connection }: Asked): boolean {
  return (
    job.operation === operation.id &&
    job.connection.endpoint === connection.endpoint &&
    job.connection.appKey === connection.appKey
  );
}
