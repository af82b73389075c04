import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import { binding, createTestClock, createTestEngine, openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { resumeJob } from './change-job';
import { createJob } from './create-job';
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

/** The worker dies the n-th time it passes one of the points between its steps. */
const schedules = fc.record({
  rows: fc.integer({ min: 1, max: 9 }),
  perRequest: fc.integer({ min: 1, max: 4 }),
  concurrency: fc.integer({ min: 1, max: 3 }),
  repeat: fc.constantFrom('safe' as const, 'ask' as const),
  moves: fc.array(fc.constantFrom(...platformMoves), { maxLength: 20 }),
  lives: fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 8 }),
});

class Killed extends Error {}

interface Platform {
  /** How often each subject was processed, by key. */
  processed: Map<string, string[]>;
  /** All that the service may have seen. */
  requests: { key: string; subjects: string[] }[];
}

function createWorld(
  database: Database,
  operation: Operation,
  { moves, concurrency }: { moves: (typeof platformMoves)[number][]; concurrency: number },
) {
  const platform: Platform = { processed: new Map(), requests: [] };
  const clock = createTestClock();
  const queue = [...moves];

  const startWorker = (life: number) => {
    let steps = 0;
    const step = () => {
      steps += 1;
      if (steps >= life) throw new Killed();
    };
    // A dead worker writes nothing any more, however its code goes on in this test.
    const living = new Proxy(database, {
      get(target, name) {
        if (steps >= life) throw new Killed();
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    const send = platformOf({ platform, operation, clock, step, nextMove: () => queue.shift() ?? 'done' });
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
  nextMove(): Move;
}

const turnedAway = (move: Move, rows: number, now: number): SendResult | undefined => {
  if (move === 'too-large' && rows > 1)
    return { kind: 'too-large', error: { code: 'rejected', detail: { reason: 'too-many-rows' } } };
  if (move === 'throttled')
    return { kind: 'not-processed', error: { code: 'throttled', detail: {} }, retryAt: now + 3000 };
  return undefined;
};

function platformOf({ platform, operation, clock, step, nextMove }: PlatformParts): Send {
  return async ({ request, rows }) => {
    step();
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

async function runThroughDeaths(world: ReturnType<typeof createWorld>, database: Database, lives: number[]) {
  for (const life of lives) {
    await world
      .startWorker(life)
      .run()
      .catch((thrown: unknown) => {
        if (!(thrown instanceof Killed)) throw thrown;
      });
    world.clock.advance(1000);
  }
  const survivor = world.startWorker(Number.POSITIVE_INFINITY);
  // Long waits end a run; the alarm begins the next.
  for (let wakes = 0; wakes < 20; wakes += 1) {
    await survivor.run();
    // A person looks after what has ended alike, and not well, five times in a row.
    for (const job of await listOpenJobs(database)) {
      if (/^(same-failure|no-answers)$/.test(job.pausedBy?.detail.reason ?? ''))
        await resumeJob(database, job.id, world.clock.read());
    }
    const next = await survivor.nextWake();
    if (next === undefined) break;
    world.clock.advance(Math.max(0, next - world.clock.read()));
  }
  expect(await listOpenJobs(database)).toEqual([]);
}

describe('any schedule of answers, losses and deaths of the worker', () => {
  it('loses no row, doubles none, and says nothing untrue', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async ({ rows, perRequest, repeat, moves, lives, concurrency }) => {
        const database = await openTestDatabase();
        const operation = operationWith({
          key: { field: 'req_id', repeat },
          rowsPerRequest: { default: perRequest, maximum: perRequest },
        });
        const world = createWorld(database, operation, { moves, concurrency });
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
        await runThroughDeaths(world, database, lives);

        const { job, rows: settled } = await readJob(database, jobId, 100);
        expect(addsUp(job)).toBe(true);
        expect(settled.map(({ row }) => row.subject)).toEqual(subjects);
        for (const { row } of settled) {
          const done = world.platform.processed.get(row.subject) ?? [];
          const keys = new Set(
            world.platform.requests.filter((sent) => sent.subjects.includes(row.subject)).map(({ key }) => key),
          );
          expect(keys.size).toBeLessThanOrEqual(1);
          expect(done.length).toBeLessThanOrEqual(1);
          if (row.state === 'succeeded') expect(done).toHaveLength(1);
          if (row.state === 'failed') expect(done).toHaveLength(0);
          expect(['succeeded', 'failed', 'unknown']).toContain(row.state);
          if (repeat === 'safe' && done.length === 0) expect(row.state).not.toBe('succeeded');
        }
        database.close();
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});
