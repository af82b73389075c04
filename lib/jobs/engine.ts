import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { JobOperation } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';
import { type CallLimit, takeCallPlace } from './call-limit';
import { pauseJob, resumeJob } from './change-job';
import { type ClaimedRequest, claimRequest } from './claim-request';
import { dueAt } from './due-at';
import { isLineInDoubt } from './failing-in-row';
import { createFlights, type Flights, untilAborted } from './flights';
import { mendWaits } from './mend-waits';
import { listOpenJobs } from './read-jobs';
import { recordResult } from './record-result';
import type { SendResult } from './send-result';

/** Sends one claimed request; it resolves whatever happens. */
export type Send = (claimed: ClaimedRequest) => Promise<SendResult>;

export interface EngineParts {
  database: Database;
  operations: ReadonlyMap<string, JobOperation>;
  /** What is needed to send for this job, or why it cannot be had now (locked, connection gone or changed, no permission). */
  prepare(job: JobRecord): Promise<{ send: Send } | { error: ErrorData }>;
  /** What the job's calls are counted with, and how many of them may be under way at once. */
  limitFor(job: JobRecord): Promise<JobLimit> | JobLimit;
  clock: () => number;
  /** Resolves after that many milliseconds, or at once when `interrupt` aborts. */
  sleep(ms: number, interrupt: AbortSignal): Promise<void>;
  /** Runs the work if no other engine does, else answers false. A Web Lock in the browser. */
  withLock(work: () => Promise<void>): Promise<boolean>;
  newKey: () => string;
  /** After every committed change. */
  changed(): void;
  /** Gets what went wrong unexpectedly. */
  report(thrown: unknown): void;
}

export interface JobLimit {
  id: string;
  limit: CallLimit;
  concurrency: number;
}

/** The longest wait inside a run; for longer ones the worker may die, and an alarm starts a new run. */
export const longestSleepMs = 20_000;

export interface Engine {
  /** Settles what an earlier worker left, then sends everything that is due within `longestSleepMs`. */
  run(): Promise<void>;
  /** When the next run is needed (epoch milliseconds), if any work remains that goes on by itself. */
  nextWake(): Promise<number | undefined>;
}

/** The one that sends. Whoever changes a job calls `run` afterwards; several calls at once are one run. */
export function createEngine(parts: EngineParts): Engine {
  let running: Promise<void> | undefined;
  let isWanted = false;
  let news = new AbortController();
  let isSettled = false;

  async function work(): Promise<void> {
    if (!isSettled) await settleInterrupted(parts);
    isSettled = true;
    const flights = createFlights();
    try {
      for (;;) {
        news = new AbortController();
        isWanted = false;
        const next = await startDue(flights);
        if (!(await waitForMore(flights, next)) && !isWanted) return;
      }
    } finally {
      // The lock is not given back while a request is on its way.
      await flights.allLanded();
    }
  }

  /** False when there is nothing to wait for in this run. `next` is when something that waits is due, if anything. */
  async function waitForMore(flights: Flights, next = Number.POSITIVE_INFINITY): Promise<boolean> {
    const waitMs = next - parts.clock();
    const isSoon = waitMs <= longestSleepMs;
    const isUnderWay = flights.count() > 0;
    if (isUnderWay) await waitForNews(flights, isSoon ? waitMs : undefined);
    else if (isSoon) await parts.sleep(waitMs, news.signal);
    return isUnderWay || isSoon;
  }

  /** Until a request has come back, something new is wanted, or the time has come for what waits. */
  async function waitForNews(flights: Flights, waitMs: number | undefined): Promise<void> {
    const { signal } = news;
    const waits = [flights.oneLanded(), untilAborted(signal)];
    if (waitMs !== undefined) waits.push(parts.sleep(waitMs, signal));
    await Promise.race(waits).finally(() => news.abort());
  }

  /** Ends in the same turn in which it finds that nobody wants more, so that no call joins a run that is over. */
  async function runUntilDone(): Promise<void> {
    try {
      do {
        isWanted = false;
        if (!(await parts.withLock(work))) return;
      } while (isWanted);
    } finally {
      running = undefined;
    }
  }

  /** Starts every request that may leave now. Says when to look again for what may not yet, if anything. */
  async function startDue(flights: Flights): Promise<number | undefined> {
    let earliest: number | undefined;
    for (const job of await listMendedJobs(parts)) {
      const due = dueAt(job);
      if (due === undefined) continue;
      const now = parts.clock();
      const next = due > now ? due : await serveOrPause(job, flights);
      if (next !== undefined) earliest = Math.min(earliest ?? next, next);
    }
    return earliest;
  }

  /** One job that cannot be served does not hold up the others. */
  async function serveOrPause(job: JobRecord, flights: Flights): Promise<number | undefined> {
    const orPause = async (thrown: unknown) => {
      parts.report(thrown);
      // Something may be marked as on its way that nobody waits for any more: the next run settles it.
      isSettled = false;
      await pauseJob(parts.database, job.id, toErrorData(thrown), parts.clock()).catch(parts.report);
      parts.changed();
    };
    try {
      for (;;) {
        const next = await serve(parts, job, flights, orPause);
        if (next !== 'started') return next;
      }
    } catch (thrown) {
      await orPause(thrown);
      return undefined;
    }
  }

  return {
    async run() {
      isWanted = true;
      news.abort();
      running ??= runUntilDone();
      await running;
    },
    async nextWake() {
      const times = (await listOpenJobs(parts.database)).flatMap((job) => dueAt(job) ?? []);
      return times.length > 0 ? Math.min(...times) : undefined;
    },
  };
}

/** The open jobs; if the clock was set back since they were told to wait, with waits that were set back, too. */
async function listMendedJobs({ database, clock, limitFor }: EngineParts): Promise<JobRecord[]> {
  const jobs = await listOpenJobs(database);
  const now = clock();
  if (!jobs.some((job) => (dueAt(job) ?? 0) > now + longestSleepMs)) return jobs;
  const limitIds = new Map<JobRecord, string>();
  for (const job of jobs) limitIds.set(job, (await limitFor(job)).id);
  let isMended = false;
  for (const [limitId, alike] of Map.groupBy(jobs, (job) => limitIds.get(job) ?? ''))
    isMended = (await mendWaits(database, { jobs: alike, limitId, now })) || isMended;
  return isMended ? listOpenJobs(database) : jobs;
}

/** Starts one request of a job that is due, or says when to look again, if ever. */
async function serve(
  parts: EngineParts,
  { id: jobId }: JobRecord,
  flights: Flights,
  orPause: (thrown: unknown) => Promise<void>,
): Promise<'started' | number | undefined> {
  const { database } = parts;
  const now = parts.clock();
  const job = await database.get('jobs', jobId);
  const due = job && dueAt(job);
  if (!job || due === undefined || job.counts.waiting === 0) return undefined;
  if (due > now) return due;
  const limit = await parts.limitFor(job);
  if (flights.count(limit.id) >= (isLineInDoubt(job) ? 1 : limit.concurrency)) return undefined;
  const operation = parts.operations.get(job.operation);
  const prepared = operation ? await parts.prepare(job) : { error: unknownOperation };
  if ('error' in prepared || !operation) {
    await pauseJob(database, jobId, 'error' in prepared ? prepared.error : unknownOperation, now);
    parts.changed();
    return undefined;
  }
  const place = await takeCallPlace(database, { ...limit, now });
  if (!place.taken) return waitForPlace(parts, job, place.askAgainAt, now);
  // A person may have paused it since it was read.
  if (job.state === 'paused') await resumeJob(database, jobId, now, true);
  const claimed = await claimRequest(database, { jobId, operation, now, newKey: parts.newKey });
  if (!claimed) return undefined;
  parts.changed();
  flights.start(limit.id, async () => {
    try {
      const result = await sendSafely(prepared.send, claimed);
      const { id: requestId } = claimed.request;
      const attempt = claimed.attempt.number;
      await recordResult(database, { requestId, attempt, operation, result, now: parts.clock() });
      parts.changed();
    } catch (thrown) {
      await orPause(thrown);
    }
  });
  return 'started';
}

/** A wait that outlasts this run is written down, so that nobody looks again every half minute; it shows as a pause. */
async function waitForPlace({ database, changed }: EngineParts, job: JobRecord, until: number, now: number) {
  if (until - now > longestSleepMs) {
    await pauseJob(database, job.id, { code: 'throttled', detail: { until } }, now);
    changed();
  }
  return until;
}

/** Whatever goes wrong after the claim, the request may have left: that is unknown, and not nothing. */
async function sendSafely(send: Send, claimed: ClaimedRequest): Promise<SendResult> {
  try {
    return await send(claimed);
  } catch (thrown) {
    return { kind: 'lost', error: toErrorData(thrown) };
  }
}

const unknownOperation: ErrorData = { code: 'bug', detail: { reason: 'unknown-operation' } };

/** Of a request whose operation this version does not know, only a person can say what became of it. */
const nobodysOperation = { key: { field: '', repeat: 'ask' } } as const;

/** A request still marked as on its way at the start of a worker was cut off: nobody knows whether it was processed. */
async function settleInterrupted({ database, operations, clock, changed }: EngineParts): Promise<void> {
  const interrupted = await database.getAllFromIndex('requests', 'by-state', 'sending');
  for (const request of interrupted) {
    const job = await database.get('jobs', request.jobId);
    const operation = operations.get(job?.operation ?? '') ?? nobodysOperation;
    const error: ErrorData = { code: 'outcome-unknown', detail: { reason: 'interrupted' } };
    const attempt = request.attempts.length;
    const result = { kind: 'lost', error } as const;
    await recordResult(database, { requestId: request.id, attempt, operation, result, now: clock() });
    changed();
  }
}
