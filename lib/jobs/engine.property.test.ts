import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import type { Operation } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import type { RowRecord } from '@/lib/storage/schema';
import { binding, createTestClock, createTestEngine, openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { mortalDatabase } from '@/test/fakes/mortal-database';
import { cancelJob, pauseJob, resumeJob } from './change-job';
import { createJob } from './create-job';
import { dueAt } from './due-at';
import type { Send } from './engine';
import { addsUp } from './job-transaction';
import { listOpenJobs, readJob } from './read-jobs';
import type { SendResult } from './send-result';

/** What the platform does with one request, and what of that reaches us. */
const platformMoves = [
  'done',
  'done-answer-lost',
  'cut-before',
  'throttled',
  'too-large',
  'refused',
  'throws',
  'done-throws',
] as const;

/** What a person does while a request is on its way. */
const personMoves = ['nothing', 'nothing', 'nothing', 'pause', 'resume', 'cancel'] as const;

/** The worker dies the n-th time it asks something of the database, the clock, the platform or whoever watches. */
const schedules = fc.record({
  rows: fc.integer({ min: 1, max: 9 }),
  perRequest: fc.integer({ min: 1, max: 4 }),
  concurrency: fc.integer({ min: 1, max: 3 }),
  repeat: fc.constantFrom('safe' as const, 'ask' as const),
  moves: fc.array(fc.constantFrom(...platformMoves), { maxLength: 20 }),
  person: fc.array(fc.constantFrom(...personMoves), { maxLength: 12 }),
  /** How many turns an answer takes: others leave meanwhile, and come back before. */
  stays: fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 20 }),
  lives: fc.array(fc.integer({ min: 1, max: 160 }), { maxLength: 8 }),
});

type Schedule = typeof schedules extends fc.Arbitrary<infer One> ? One : never;

class Killed extends Error {}

interface Platform {
  /** How often each subject was processed, by key. */
  processed: Map<string, string[]>;
  /** All that the service may have seen. */
  requests: { key: string; subjects: string[] }[];
  underWay: number;
  mostUnderWay: number;
}

function createWorld(
  database: Database,
  operation: Operation,
  { moves, person, stays, concurrency }: Pick<Schedule, 'moves' | 'person' | 'stays' | 'concurrency'>,
) {
  const platform: Platform = { processed: new Map(), requests: [], underWay: 0, mostUnderWay: 0 };
  const clock = createTestClock();
  const queue = [...moves];
  const people = [...person];
  const turns = [...stays];

  const startWorker = (life: number) => {
    let steps = 0;
    const step = () => {
      steps += 1;
      if (steps >= life) throw new Killed();
    };
    // A dead worker writes nothing any more, however its code goes on in this test.
    const living = mortalDatabase(database, step);
    const meanwhile = async (jobId: string) => {
      await act(database, jobId, people.shift() ?? 'nothing', clock.read());
      for (let turn = turns.shift() ?? 0; turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
    };
    const send = platformOf({ platform, operation, clock, step, meanwhile, nextMove: () => queue.shift() ?? 'done' });
    return createTestEngine(living, operation, send, {
      clock: () => {
        step();
        return clock.read();
      },
      sleep: clock.sleep,
      changed: step,
      report: step,
      limitFor: () => ({ id: 'limit', limit: { calls: 1000, windowMs: 1000 }, concurrency }),
      prepare: async () => {
        step();
        return { send };
      },
    });
  };
  return { platform, clock, startWorker };
}

type Move = (typeof platformMoves)[number];

interface PlatformParts {
  platform: Platform;
  operation: Operation;
  clock: { read(): number };
  step(): void;
  /** Until it answers. */
  meanwhile(jobId: string): Promise<void>;
  nextMove(): Move;
}

const byPerson: ErrorData = { code: 'not-allowed', detail: { reason: 'paused-by-person' } };

/** Through a surface, whose calls another worker would answer if this one were dead. */
async function act(database: Database, jobId: string, move: (typeof personMoves)[number], now: number): Promise<void> {
  if (move === 'pause') await pauseJob(database, jobId, byPerson, now);
  if (move === 'resume') await resumeJob(database, jobId, now);
  if (move === 'cancel') await cancelJob(database, jobId, now);
}

const turnedAway = (move: Move, rows: number, now: number): SendResult | undefined => {
  if (move === 'too-large' && rows > 1)
    return { kind: 'too-large', error: { code: 'rejected', detail: { reason: 'too-many-rows' } } };
  if (move === 'throttled')
    return { kind: 'not-processed', error: { code: 'throttled', detail: {} }, retryAt: now + 3000 };
  return undefined;
};

function platformOf({ platform, operation, clock, step, meanwhile, nextMove }: PlatformParts): Send {
  return async ({ job, request, rows }) => {
    step();
    platform.underWay += 1;
    platform.mostUnderWay = Math.max(platform.mostUnderWay, platform.underWay);
    await meanwhile(job.id).finally(() => {
      platform.underWay -= 1;
    });
    const subjects = rows.map(({ subject }) => subject);
    const move = nextMove();
    const away = turnedAway(move, rows.length, clock.read());
    if (away) return away;
    platform.requests.push({ key: request.key, subjects });
    if (move === 'refused') return { kind: 'refused', error: { code: 'rejected', detail: {} } };
    if (move === 'throws') throw new Error('a fault of ours, before it left');
    if (move !== 'cut-before') process(platform, operation, request.key, subjects);
    step();
    if (move === 'done-throws') throw new Error('a fault of ours, after it left');
    if (move !== 'done' && move !== 'too-large') return { kind: 'lost', error: { code: 'timed-out', detail: {} } };
    return { kind: 'answered', outcomes: subjects.map(() => ({ state: 'succeeded' })) };
  };
}

/** A documented-idempotent operation absorbs a repeat under its key; the other one would do it again. */
function process({ processed }: Platform, operation: Operation, key: string, subjects: string[]): void {
  for (const subject of subjects) {
    const keys = processed.get(subject) ?? [];
    const isAbsorbed = operation.key.repeat === 'safe' && keys.includes(key);
    processed.set(subject, isAbsorbed ? keys : [...keys, key]);
  }
}

/** Answers how many workers died. */
async function runThroughDeaths(world: ReturnType<typeof createWorld>, database: Database, lives: number[]) {
  let deaths = 0;
  for (const life of lives) {
    await world
      .startWorker(life)
      .run()
      .catch((thrown: unknown) => {
        if (!(thrown instanceof Killed)) throw thrown;
        deaths += 1;
      });
    world.clock.advance(1000);
  }
  const survivor = world.startWorker(Number.POSITIVE_INFINITY);
  // Long waits end a run; the alarm begins the next.
  for (let wakes = 0; wakes < 60; wakes += 1) {
    await survivor.run();
    // A person looks after what stands still and does not go on by itself.
    for (const job of await listOpenJobs(database)) {
      if (job.state === 'paused' && dueAt(job) === undefined) await resumeJob(database, job.id, world.clock.read());
    }
    const next = await survivor.nextWake();
    if (next === undefined) break;
    world.clock.advance(Math.max(0, next - world.clock.read()));
  }
  expect(await listOpenJobs(database)).toEqual([]);
  return deaths;
}

/** What is told of a row, against what the platform did. */
function expectTruth({ processed, requests }: Platform, { subject, state }: RowRecord): void {
  const done = processed.get(subject) ?? [];
  const keys = new Set(requests.filter((sent) => sent.subjects.includes(subject)).map(({ key }) => key));
  expect(keys.size).toBeLessThanOrEqual(1);
  expect(done.length).toBeLessThanOrEqual(1);
  if (state === 'succeeded') expect(done).toHaveLength(1);
  if (state === 'failed' || state === 'cancelled') expect(done).toHaveLength(0);
}

describe('any schedule of answers, losses and deaths of the worker', () => {
  it('loses no row, doubles none, and says nothing untrue', async () => {
    const seen = { schedules: 0, deaths: 0, together: 0, halved: 0, paused: 0 };
    await fc.assert(
      fc.asyncProperty(schedules, async ({ rows, perRequest, repeat, moves, person, stays, lives, concurrency }) => {
        const database = await openTestDatabase();
        const operation = operationWith({
          key: { field: 'req_id', repeat },
          rowsPerRequest: { default: perRequest, maximum: perRequest },
        });
        const world = createWorld(database, operation, { moves, person, stays, concurrency });
        const subjects = Array.from({ length: rows }, (_row, index) => `subject-${index}`);
        const { jobId } = await createJob(
          database,
          {
            id: 'job',
            intentId: 'intent-1',
            operation,
            source: 'panel',
            connection: binding,
            rows: subjects.map((subject) => ({ opportunity_id: subject })),
            holdBackMs: 5000,
          },
          world.clock.read(),
        );
        seen.deaths += await runThroughDeaths(world, database, lives);

        const { job, rows: settled } = await readJob(database, jobId, 100);
        expect(addsUp(job)).toBe(true);
        expect(settled.map(({ row }) => row.subject)).toEqual(subjects);
        const may = ['succeeded', 'failed', 'unknown', ...(person.includes('cancel') ? ['cancelled'] : [])];
        for (const { row } of settled) {
          expect(may).toContain(row.state);
          expectTruth(world.platform, row);
        }
        seen.schedules += 1;
        seen.together += world.platform.mostUnderWay > 1 ? 1 : 0;
        seen.halved += job.rowsPerRequest === undefined ? 0 : 1;
        seen.paused += person.includes('pause') ? 1 : 0;
        database.close();
      }),
      { numRuns: 1000 },
    );
    // A schedule in which nothing happens proves nothing.
    expect(seen.schedules).toBeGreaterThanOrEqual(1000);
    expect(seen.deaths).toBeGreaterThan(1000);
    for (const count of [seen.together, seen.halved, seen.paused]) expect(count).toBeGreaterThan(20);
  }, 60_000);
});
