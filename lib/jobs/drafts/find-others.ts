import { isAtWork, isOpen, isSame } from '@/lib/jobs/find-at-work';
import type { JobTransaction } from '@/lib/jobs/job-transaction';
import type { JobRecord, RowRecord, StoredRowIssue } from '@/lib/storage/schema';
import type { DraftRules } from './draft-rules';
import { peopleOf, retriedRow, tracesOf } from './traces-of';

type Place = NonNullable<StoredRowIssue['earlier']>;

/** What other jobs have to do with a row's object, or with whom it reaches, through the same connection. */
export interface Others extends Pick<StoredRowIssue, 'atWork' | 'earlier'> {
  people?: (Place & { field: string })[];
}

/** What is to be known of each of these rows, in their order. */
export type OthersFinder = (rows: readonly RowRecord[]) => Promise<Others[]>;

export type FinderRules = Pick<DraftRules, 'warnsOfEarlier' | 'people'>;

/** Whom a job has reached longer ago than that is no news. */
const newsMs = 30 * 86_400_000;

/**
 * Finds the jobs that have, or have done, these objects. Made once for a transaction: jobs are read once, and so is a
 * block of rows that many objects in a row stand in.
 */
export function createOthersFinder(transaction: JobTransaction, asked: JobRecord, rules: FinderRules): OthersFinder {
  const wantsEarlier = rules.warnsOfEarlier;
  const jobs = new Map<string, Promise<JobRecord | undefined>>();
  const blocks = new Map<string, Promise<RowRecord[]>>();
  /** A row is looked at for every row that has the same: its traces are made once. */
  const traces = new Map<RowRecord, ReadonlySet<string>>();

  function isFoundBy(trace: string, row: RowRecord, job: JobRecord): boolean {
    const known = traces.get(row) ?? new Set(tracesOf(row, job, rules));
    traces.set(row, known);
    return known.has(trace);
  }

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
  async function lookIn(job: JobRecord, block: number, isIt: (row: RowRecord) => boolean): Promise<Others> {
    const rows = (await readRows(job.id, block)).filter(isIt);
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
      const found = await lookIn(job, block, (row) => row.subject === subject);
      if (found.atWork) return found;
      if (wantsEarlier) earlier ??= found.earlier;
    }
    return earlier ? { earlier } : {};
  }

  /** In the newest other job in which a row that left, or may leave, has that trace. */
  async function findTrace(trace: string, since = 0): Promise<Others> {
    for (const [jobId, block] of (await bySubject.getAllKeys(trace)).reverse()) {
      const job = await readJob(jobId);
      if (!job || !isOfInterest(job, true) || job.createdAt < since) continue;
      const found = await lookIn(job, block, (row) => isFoundBy(trace, row, job));
      if (found.atWork || found.earlier) return found;
    }
    return {};
  }

  async function findPeople(row: RowRecord): Promise<NonNullable<Others['people']>> {
    const people = peopleOf(row, asked, rules).map(async ({ field, trace }) => {
      const { atWork, earlier } = await findTrace(trace, asked.createdAt - newsMs);
      const place = atWork ?? earlier;
      return place ? [{ field, ...place }] : [];
    });
    return (await Promise.all(people)).flat();
  }

  async function findByTraces(row: RowRecord): Promise<Others> {
    const retried = retriedRow(row, asked);
    const again = retried ? await findTrace(retried) : {};
    const people = await findPeople(row);
    return people.length > 0 ? { ...again, people } : again;
  }

  return async (rows) => {
    const bySubjects = await findSubjects(rows.map(({ subject }) => subject));
    if (!rules.people && asked.retryOf === undefined) return bySubjects;
    const byTraces = await Promise.all(rows.map(findByTraces));
    return bySubjects.map((found, position) => ({ ...byTraces[position], ...found }));
  };

  async function findSubjects(subjects: readonly string[]): Promise<Others[]> {
    const sorted = subjects.filter((subject) => subject !== '').sort();
    const [first, last] = [sorted[0], sorted.at(-1)];
    // Numbers that follow each other are mostly new together, which one look tells.
    const isAnyKnown = first !== undefined && (await bySubject.getKey(IDBKeyRange.bound(first, last))) !== undefined;
    if (!isAnyKnown) return subjects.map(() => ({}));
    // All at once: one after the other, a hundred thousand rows would take half a minute of waiting.
    return Promise.all(subjects.map((subject) => (subject === '' ? {} : find(subject))));
  }
}
