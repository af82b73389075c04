import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import type { Operation } from '@/lib/operations/operation';
import { createTestClock, createTestEngine, openTestDatabase, operationWith, succeeded } from '@/test/fakes/job-world';
import { newJob, rowOf, storeJob } from '@/test/fakes/new-job';
import { takeCallPlace } from './call-limit';
import { callOff } from './change-job';
import { createJob } from './create-job';
import { type EngineParts, longestSleepMs } from './engine';
import { readJob } from './read-jobs';

async function worldWith(change: Partial<EngineParts> = {}) {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const operation = operationWith();
  const sent: { subject: string | undefined; at: number }[] = [];
  const sleeps: number[] = [];
  const engine = createTestEngine(
    database,
    operation,
    async ({ rows }) => {
      sent.push({ subject: rows[0]?.subject, at: clock.read() });
      return succeeded(rows.length);
    },
    {
      clock: clock.read,
      async sleep(ms, interrupt) {
        sleeps.push(ms);
        await clock.sleep(ms, interrupt);
      },
      ...change,
    },
  );
  const create = (
    subject: string,
    { holdBackMs = 5000, of = operation }: { holdBackMs?: number; of?: Operation } = {},
  ) =>
    createJob(
      database,
      newJob({ intentId: `intent-${subject}`, rows: [rowOf(subject)], operation: of, holdBackMs }),
      clock.read(),
    );
  return { database, clock, engine, sent, sleeps, create };
}

/** Sleeps until it is interrupted, as if time stood still. */
function createStandstill() {
  const asleep: (() => void)[] = [];
  const whenAsleep = () => new Promise<void>((resolve) => asleep.push(resolve));
  const sleep = (_ms: number, interrupt: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (interrupt.aborted) return resolve();
      interrupt.addEventListener('abort', () => resolve());
      for (const tell of asleep.splice(0)) tell();
    });
  return { sleep, whenAsleep };
}

const locked: ErrorData = { code: 'locked', detail: {} };

describe('an engine with nothing to do', () => {
  it('ends at once, needs no waking, and has slept for nothing', async () => {
    const { engine, sleeps } = await worldWith();
    await engine.run();
    expect(await engine.nextWake()).toBeUndefined();
    expect(sleeps).toEqual([]);
  });

  it('needs no waking after its work is done', async () => {
    const { engine, create, sent } = await worldWith();
    await create('1');
    await engine.run();
    expect(sent).toHaveLength(1);
    expect(await engine.nextWake()).toBeUndefined();
  });
});

describe('work that is not due yet', () => {
  it('far in the future is not waited for: the run ends, and nextWake says when', async () => {
    const { engine, create, clock, sent, sleeps } = await worldWith();
    const at = clock.read();
    await create('1', { holdBackMs: longestSleepMs + 1 });
    await engine.run();
    expect([sent, sleeps]).toEqual([[], []]);
    expect(await engine.nextWake()).toBe(at + longestSleepMs + 1);
    clock.advance(longestSleepMs + 1);
    await engine.run();
    expect(sent).toHaveLength(1);
  });

  it('within the longest sleep is slept through, and sent at its time', async () => {
    const { engine, create, clock, sent, sleeps } = await worldWith();
    const at = clock.read();
    await create('1', { holdBackMs: longestSleepMs });
    await engine.run();
    expect(sleeps).toEqual([longestSleepMs]);
    expect(sent).toEqual([{ subject: '1', at: at + longestSleepMs }]);
  });

  it('is woken for at the earliest of all', async () => {
    const { engine, create, clock } = await worldWith();
    const at = clock.read();
    await create('1', { holdBackMs: 90_000 });
    await create('2', { holdBackMs: 60_000 });
    await create('3', { holdBackMs: 120_000 });
    expect(await engine.nextWake()).toBe(at + 60_000);
  });

  it('is sent in the order in which it falls due', async () => {
    const { engine, create, sent } = await worldWith();
    await create('1', { holdBackMs: 9000 });
    await create('2', { holdBackMs: 3000 });
    await engine.run();
    expect(sent.map(({ subject }) => subject)).toEqual(['2', '1']);
  });
});

describe('news while the engine sleeps', () => {
  it('a new job that is due sooner is seen at once', async () => {
    const { sleep, whenAsleep } = createStandstill();
    const { engine, create, clock, sent } = await worldWith({ sleep });
    await create('1', { holdBackMs: 15_000 });
    const asleep = whenAsleep();
    const run = engine.run();
    await asleep;
    await create('2', { holdBackMs: 0 });
    const asleepAgain = whenAsleep();
    void engine.run();
    await asleepAgain;
    expect(sent.map(({ subject }) => subject)).toEqual(['2']);
    clock.advance(15_000);
    await engine.run();
    await run;
    expect(sent.map(({ subject }) => subject)).toEqual(['2', '1']);
  });

  it('a job that is called off ends the sleep, and the run', async () => {
    const { sleep, whenAsleep } = createStandstill();
    const { database, engine, create, clock, sent } = await worldWith({ sleep });
    const { jobId } = await create('1');
    const asleep = whenAsleep();
    const run = engine.run();
    await asleep;
    await callOff(database, jobId, clock.read());
    await engine.run();
    await run;
    expect(sent).toEqual([]);
  });

  it('a job created while the last of the others is being sent is not left behind', async () => {
    const news: Promise<void>[] = [];
    const world = await worldWith({
      changed: () => {
        if (news.length === 0) news.push(world.create('2', { holdBackMs: 0 }).then(() => world.engine.run()));
      },
    });
    await world.create('1', { holdBackMs: 0 });
    await world.engine.run();
    await Promise.all(news);
    expect(world.sent.map(({ subject }) => subject)).toEqual(['1', '2']);
  });
});

describe('several runs', () => {
  it('at once are one: nothing is sent twice', async () => {
    const { engine, create, sent } = await worldWith();
    await create('1', { holdBackMs: 0 });
    await Promise.all([engine.run(), engine.run(), engine.run()]);
    expect(sent).toHaveLength(1);
  });

  it('do nothing while another worker holds the lock, and all when it is free', async () => {
    let isFree = false;
    const { engine, create, sent } = await worldWith({
      async withLock(work) {
        if (isFree) await work();
        return isFree;
      },
    });
    await create('1', { holdBackMs: 0 });
    await engine.run();
    expect(sent).toEqual([]);
    expect(await engine.nextWake()).toBeDefined();
    isFree = true;
    await engine.run();
    expect(sent).toHaveLength(1);
  });

  it('go on after one that failed', async () => {
    let failures = 1;
    const { engine, create, sent } = await worldWith({
      changed: () => {
        failures -= 1;
        if (failures === 0) throw new Error('a surface is gone');
      },
    });
    await create('1', { holdBackMs: 0 });
    await create('2', { holdBackMs: 0 });
    await expect(engine.run()).rejects.toThrow('a surface is gone');
    await engine.run();
    expect(sent.map(({ subject }) => subject)).toEqual(['2']);
  });
});

describe('work that cannot go on', () => {
  it('of an operation that nobody knows pauses once, rather than spinning', async () => {
    const { database, engine, create, sent } = await worldWith();
    const { jobId } = await create('1', { of: { ...operationWith(), id: 'of-a-newer-version' } });
    await create('2', { holdBackMs: 0 });
    await engine.run();
    await engine.run();
    expect(sent.map(({ subject }) => subject)).toEqual(['2']);
    const { job, rows } = await readJob(database, jobId, 1);
    expect(job).toMatchObject({
      state: 'paused',
      pausedBy: { code: 'bug', detail: { reason: 'unknown-operation' } },
    });
    expect(rows[0]?.row.state).toBe('waiting');
    expect(await engine.nextWake()).toBeUndefined();
    const pauses = (await database.getAll('journal')).filter(({ event }) => event === 'paused');
    expect(pauses).toHaveLength(1);
  });

  it('while locked waits for a person, and other jobs go on', async () => {
    const world = await worldWith({
      prepare: async (job) => (job.subject === '1' ? { error: locked } : { send: async () => succeeded(1) }),
    });
    const first = await world.create('1', { holdBackMs: 0 });
    const second = await world.create('2', { holdBackMs: 0 });
    await world.engine.run();
    expect((await readJob(world.database, first.jobId, 1)).job).toMatchObject({ state: 'paused', pausedBy: locked });
    expect((await readJob(world.database, second.jobId, 1)).job.state).toBe('finished');
    expect(await world.engine.nextWake()).toBeUndefined();
  });

  it('for a known time goes on by itself when it has passed', async () => {
    const { database, engine, clock, sent } = await worldWith();
    const until = clock.read() + 600_000;
    const pausedBy: ErrorData = { code: 'quota-gone', detail: { until } };
    const jobId = await storeJob(database, clock.read(), { holdBackMs: 0 }, { state: 'paused', pausedBy });
    await engine.run();
    expect(sent).toEqual([]);
    expect(await engine.nextWake()).toBe(until);
    clock.advance(600_000);
    await engine.run();
    expect(sent).toHaveLength(1);
    const { job } = await readJob(database, jobId, 1);
    expect(job.state).toBe('finished');
    expect((await database.getAll('journal')).map(({ event }) => event)).toEqual([
      'asked',
      'resumed',
      'sent',
      'answered',
    ]);
  });

  it('for want of a place among the limited calls stays held, and leaves when one is free', async () => {
    const limit = { calls: 1, windowMs: 10_000 };
    const { database, engine, create, clock, sent, sleeps } = await worldWith({
      limitFor: () => ({ id: 'limit', limit }),
    });
    await takeCallPlace(database, { id: 'limit', limit, now: clock.read() });
    const at = clock.read();
    await create('1', { holdBackMs: 4000 });
    await engine.run();
    expect(sleeps).toEqual([4000, 6000]);
    expect(sent).toEqual([{ subject: '1', at: at + 10_000 }]);
  });
});
