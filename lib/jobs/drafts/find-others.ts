import { isAtWork, isOpen, isSame } from '@/lib/jobs/find-at-work';
import type { JobTransaction } from '@/lib/jobs/job-transaction';
import type { JobRecord, RowRecord, StoredRowIssue } from '@/lib/storage/schema';

/** What other jobs have to do with an object, through the same connection. */
export type Others = Pick<StoredRowIssue, 'atWork' | 'earlier'>;

/** What is to be known of each of these objects, in their order. */
export type OthersFinder = (subjects: readonly string[]) => Promise<Others[]>;

/**
 * Finds the jobs that have, or have done, these objects. Made once for a transaction: jobs are read once, and so is a
 * block of rows that many objects in a row stand in.
 */
export function createOthersFinder(transaction: JobTransaction, asked: JobRecord, wantsEarlier: boolean): OthersFinder {
  const jobs = new Map<string, Promise<JobRecord | undefined>>();
  const blocks = new Map<string, Promise<RowRecord[]>>();

  function readJob(jobId: string): Promise<JobRecord | undefined> {
    const known = jobs.get(jobId) ?? transaction.objectStore('jobs').get(jobId);
    jobs.set(jobId, known);
    return known;
  }

  function readRows(jobId: string, block: number): Promise<RowRecord[]> {
    const name = `${jobId}|${block}`;
    const read = async () => (await transaction.objectStore('rowBlocks').get([jobId, block]))?.rows ?? [];
    const known = blocks.get(name) ?? read();
    blocks.set(name, known);
    return known;
  }

  /** Another job of the same kind, and one that is over only if that matters. */
  const isOfInterest = (job: JobRecord, isPastToo: boolean) =>
    job.id !== asked.id &&
    isSame(job, { operation: { id: asked.operation }, connection: asked.connection }) &&
    (isPastToo || isAtWork(job));

  /** What one job has to do with the object, if anything. */
  async function lookIn(job: JobRecord, block: number, subject: string): Promise<Others> {
    const rows = (await readRows(job.id, block)).filter((row) => row.subject === subject);
    if (rows.some(isOpen)) return { atWork: { jobId: job.id, at: job.createdAt } };
    const done = rows.find(({ state }) => state === 'succeeded');
    return done ? { earlier: { jobId: job.id, at: done.outcome?.at ?? job.createdAt } } : {};
  }

  const bySubject = transaction.objectStore('subjects').index('by-subject');

  async function find(subject: string): Promise<Others> {
    const places = await bySubject.getAllKeys(subject);
    let earlier: Others['earlier'];
    for (const [jobId, block] of places.reverse()) {
      const job = await readJob(jobId);
      if (!job || !isOfInterest(job, wantsEarlier && !earlier)) continue;
      const found = await lookIn(job, block, subject);
      if (found.atWork) return found;
      if (wantsEarlier) earlier ??= found.earlier;
    }
    return earlier ? { earlier } : {};
  }

  return async (subjects) => {
    const sorted = subjects.filter((subject) => subject !== '').sort();
    const [first, last] = [sorted[0], sorted.at(-1)];
    // Numbers that follow each other are mostly new together, which one look tells.
    const isAnyKnown = first !== undefined && (await bySubject.getKey(IDBKeyRange.bound(first, last))) !== undefined;
    if (!isAnyKnown) return subjects.map(() => ({}));
    // All at once: one after the other, a hundred thousand rows would take half a minute of waiting.
    return Promise.all(subjects.map((subject) => (subject === '' ? {} : find(subject))));
  };
}
