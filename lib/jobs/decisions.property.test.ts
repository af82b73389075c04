import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifyJournal } from '@/lib/journal/verify-journal';
import type { Operation, RowOutcome } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import { rowStates } from '@/lib/storage/schema';
import { openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { jobId } from '@/test/fakes/one-job';
import { callOff, cancelJob, decideRow, pauseJob, resumeJob } from './change-job';
import { type ClaimedRequest, claimRequest } from './claim-request';
import { createJob } from './create-job';
import { decideAll } from './decide-all';
import { addsUp } from './job-transaction';
import { recordResult } from './record-result';
import type { SendResult } from './send-result';

const ways = [
  'done',
  'partly',
  'untold',
  'lost-done',
  'lost-not',
  'throttled',
  'too-large',
  'paused',
  'refused',
] as const;
const choices = ['mark-succeeded', 'mark-failed', 'send-again', 'send-again', 'send-again'] as const;

/** What may happen next: a request leaves, one of those on their way comes back, a person does something. */
const steps = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('claim' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant('answer' as const),
      which: fc.nat(3),
      how: fc.constantFrom(...ways),
      /** By row: whether it was done, and whether the answer tells of it. */
      bits: fc.nat(255),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constantFrom('cancel' as const, 'pause' as const, 'callOff' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('resume' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('decide' as const), row: fc.nat(5), choice: fc.constantFrom(...choices) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('decideAll' as const), choice: fc.constantFrom(...choices) }) },
);

type Step = typeof steps extends fc.Arbitrary<infer One> ? One : never;
type Answer = Extract<Step, { what: 'answer' }>;
type Decision = Extract<Step, { what: 'decide' | 'decideAll' }>;

const schedules = fc.record({
  rows: fc.integer({ min: 1, max: 6 }),
  perRequest: fc.integer({ min: 1, max: 4 }),
  repeat: fc.constantFrom('safe' as const, 'ask' as const),
  steps: fc.array(steps, { minLength: 12, maxLength: 30, size: 'max' }),
});

type Schedule = typeof schedules extends fc.Arbitrary<infer One> ? One : never;

/** A service that does what reaches it, and does it again where its key absorbs no repeat. */
function createService(repeat: 'safe' | 'ask') {
  const reached = new Map<string, Set<string>>();
  const done = new Map<string, number>();

  function answer({ request, rows }: ClaimedRequest, { how, bits }: Answer, now: number): SendResult {
    const error = { code: 'rejected', detail: { reason: how } } as const;
    if (how === 'throttled') return { kind: 'not-processed', error, retryAt: now };
    if (how === 'paused' || how === 'too-large') return { kind: how, error };
    for (const { subject } of rows) reached.set(subject, (reached.get(subject) ?? new Set()).add(request.key));
    if (how === 'refused') return { kind: 'refused', error };
    const outcomes = rows.map(({ subject }, position): RowOutcome => {
      const isDone =
        how === 'done' ||
        how === 'untold' ||
        how === 'lost-done' ||
        (how === 'partly' && ((bits >> position) & 1) === 1);
      const times = done.get(subject) ?? 0;
      if (isDone) done.set(subject, repeat === 'safe' ? 1 : times + 1);
      const isTold = isDone && (how === 'done' || (how === 'partly' && ((bits >> (position + 4)) & 1) === 1));
      return { state: isTold ? 'succeeded' : 'unknown', reason: 'not-in-answer' };
    });
    return how === 'done' || how === 'partly' || how === 'untold'
      ? { kind: 'answered', outcomes }
      : { kind: 'lost', error };
  }

  return { reached, done, answer };
}

/** What must hold after every commit, of counts, states and what was done. */
async function expectWhole(database: Database, { reached, done }: ReturnType<typeof createService>) {
  const job = await database.get('jobs', jobId);
  if (!job) throw new Error('no job');
  const rows = (await database.getAll('rowBlocks')).flatMap((block) => block.rows);
  expect(addsUp(job)).toBe(true);
  for (const state of rowStates) expect(job.counts[state]).toBe(rows.filter((row) => row.state === state).length);
  expect(job.needsDecision === 1).toBe(job.counts.unknown > 0);
  expect(job.state === 'finished').toBe(job.counts.waiting + job.counts.sending === 0);
  const requests = new Map((await database.getAll('requests')).map((request) => [request.id, request]));
  for (const { subject, state, requestId, outcome } of rows) {
    expect(reached.get(subject)?.size ?? 0, 'keys of one row').toBeLessThanOrEqual(1);
    const isSaidUndone = (state === 'failed' || state === 'cancelled') && outcome?.decidedBy !== 'person';
    if (isSaidUndone) expect(done.get(subject) ?? 0, `${state}, though done`).toBe(0);
    if (state === 'sending') expect(requests.get(requestId ?? '')?.state).toBe('sending');
    if (state === 'waiting' && requestId !== undefined) expect(requests.get(requestId)?.state).toBe('waiting');
  }
  for (const { state, rowIndexes } of requests.values())
    if (state === 'waiting') expect(rowIndexes.some((index) => rows[index]?.state === 'waiting')).toBe(true);
}

interface World {
  database: Database;
  schedule: Schedule;
  operation: Operation;
  service: ReturnType<typeof createService>;
  underWay: ClaimedRequest[];
  now: number;
  keys: number;
  seen: { sentAgain: number; refused: number };
}

async function claimNext(world: World): Promise<void> {
  const { database, operation, underWay, now, schedule, seen } = world;
  world.keys += 1;
  const claimed = await claimRequest(database, { jobId, operation, now, newKey: () => `key-${world.keys}` });
  if (!claimed) return;
  underWay.push(claimed);
  // What is settled leaves no second time, unless its key absorbs that.
  const isSettled = claimed.rows.some(({ state }) => state !== 'waiting');
  if (schedule.repeat === 'ask') expect(isSettled, 'a settled row leaves again').toBe(false);
  if (claimed.attempt.number > 1) seen.sentAgain += 1;
}

async function comeBack({ database, operation, service, underWay, now }: World, step: Answer): Promise<void> {
  const [claimed] = underWay.splice(step.which % Math.max(1, underWay.length), 1);
  if (!claimed) return;
  const result = service.answer(claimed, step, now);
  const [requestId, attempt] = [claimed.request.id, claimed.attempt.number];
  await recordResult(database, { requestId, attempt, operation, result, now });
}

const byPerson = { code: 'not-allowed', detail: { reason: 'paused-by-person' } } as const;

async function decide({ database, operation, schedule, now, seen }: World, step: Decision): Promise<void> {
  const decided = { jobId, choice: step.choice, now, operations: new Map([[operation.id, operation]]) };
  const decision =
    step.what === 'decide'
      ? decideRow(database, { ...decided, index: step.row % schedule.rows })
      : decideAll(database, decided);
  await decision.then(undefined, (thrown: unknown) => {
    expect(thrown).toMatchObject({ code: 'conflict' });
    seen.refused += 1;
  });
}

function act(world: World, step: Step): Promise<unknown> {
  const { database, now } = world;
  switch (step.what) {
    case 'claim':
      return claimNext(world);
    case 'answer':
      return comeBack(world, step);
    case 'cancel':
      return cancelJob(database, jobId, now);
    case 'callOff':
      return callOff(database, jobId, now);
    case 'pause':
      return pauseJob(database, jobId, byPerson, now);
    case 'resume':
      return resumeJob(database, jobId, now);
    default:
      return decide(world, step);
  }
}

it('whatever a person decides while requests leave and come back: no row under two keys, none told untruly', async () => {
  const seen = { sentAgain: 0, refused: 0 };
  const check = async (schedule: Schedule) => {
    const { perRequest, repeat } = schedule;
    const database = await openTestDatabase();
    const rowsPerRequest = { default: perRequest, maximum: perRequest };
    const operation = operationWith({ key: { field: 'key', repeat }, rowsPerRequest });
    const rows = Array.from({ length: schedule.rows }, (_, index) => rowOf(`${index}`));
    const service = createService(repeat);
    const world: World = { database, schedule, operation, service, underWay: [], now: 1_000_000, keys: 0, seen };
    await createJob(database, newJob({ operation, rows, holdBackMs: 0 }), world.now);
    for (const step of schedule.steps) {
      world.now += 100_000;
      await act(world, step);
      await expectWhole(database, service);
    }
    expect(await verifyJournal(database)).not.toHaveProperty('brokenAt');
    database.close();
  };
  await fc.assert(fc.asyncProperty(schedules, check), { numRuns: 100 });
  // A schedule in which nothing happens proves nothing.
  expect(seen.sentAgain).toBeGreaterThan(30);
  expect(seen.refused).toBeGreaterThan(30);
}, 60_000);
