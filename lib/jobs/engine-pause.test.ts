import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import { worldWith } from '@/test/fakes/engine-world';
import { operationWith, succeeded } from '@/test/fakes/job-world';
import { storeJob } from '@/test/fakes/new-job';
import { holdCallsUntil, takeCallPlace } from './call-limit';
import { readJob } from './read-jobs';

const locked: ErrorData = { code: 'locked', detail: {} };

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
      limitFor: () => ({ id: 'limit', limit, concurrency: 1 }),
    });
    await takeCallPlace(database, { id: 'limit', limit, now: clock.read() });
    const at = clock.read();
    await create('1', { holdBackMs: 4000 });
    await engine.run();
    expect(sleeps).toEqual([4000, 6000]);
    expect(sent).toEqual([{ subject: '1', at: at + 10_000 }]);
  });

  it('because of a ban that outlasts the run says until when, and is not looked at before', async () => {
    const { database, engine, create, clock, sent } = await worldWith();
    const { jobId } = await create('1', { holdBackMs: 0 });
    const until = clock.read() + 600_000;
    await holdCallsUntil(database, 'limit', until);
    await engine.run();
    expect((await readJob(database, jobId, 1)).job).toMatchObject({
      state: 'paused',
      pausedBy: { code: 'throttled', detail: { until } },
    });
    expect(await engine.nextWake()).toBe(until);
    clock.advance(600_000);
    await engine.run();
    expect(sent).toHaveLength(1);
  });

  it('because sending itself broke is unknown, since it may have left; others go on', async () => {
    const reported: unknown[] = [];
    const world = await worldWith({
      report: (thrown) => void reported.push(thrown),
      prepare: async (job) => ({
        send: async () => {
          if (job.subject === '1') throw new TypeError('broken');
          return succeeded(1);
        },
      }),
    });
    const first = await world.create('1', { holdBackMs: 0 });
    const second = await world.create('2', { holdBackMs: 0 });
    await world.engine.run();
    expect((await readJob(world.database, first.jobId, 1)).rows[0]?.row).toMatchObject({
      state: 'unknown',
      outcome: { reason: 'TypeError' },
    });
    expect((await readJob(world.database, second.jobId, 1)).job.counts.succeeded).toBe(1);
  });
});
