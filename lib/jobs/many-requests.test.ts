import { describe, expect, it } from 'vitest';
import { createTestClock, createTestEngine, openTestDatabase, operationWith, succeeded } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { pauseJob, resumeJob } from './change-job';
import { createJob } from './create-job';
import type { Send } from './engine';
import { addsUp } from './job-transaction';
import { readJob } from './read-jobs';
import type { SendResult } from './send-result';

/** A job of that many rows whose requests `send` answers. */
async function worldOf(
  rows: number,
  perRequest: number,
  { send, concurrency = 1 }: { send: Send; concurrency?: number },
) {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const operation = operationWith({ rowsPerRequest: { default: perRequest, maximum: perRequest } });
  const subjects = Array.from({ length: rows }, (_, index) => `s${index}`);
  const job = newJob({ operation, rows: subjects.map(rowOf), holdBackMs: 0 });
  const { jobId } = await createJob(database, job, clock.read());
  const engine = createTestEngine(database, operation, send, {
    clock: clock.read,
    sleep: clock.sleep,
    limitFor: () => ({ id: 'limit', limit: { calls: 1000, windowMs: 1000 }, concurrency }),
  });
  const read = async () => {
    const { job, rows: all } = await readJob(database, jobId, rows);
    expect(addsUp(job)).toBe(true);
    return { job, states: all.map(({ row }) => row.state) };
  };
  return { database, clock, engine, jobId, read };
}

const refused = (reason: string): SendResult => ({ kind: 'refused', error: { code: 'rejected', detail: { reason } } });

describe('requests of one job', () => {
  it('are under way at once up to the connection’s number, and never more', async () => {
    let underWay = 0;
    let most = 0;
    const world = await worldOf(20, 2, {
      concurrency: 3,
      send: async ({ rows }) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 30));
        underWay -= 1;
        return succeeded(rows.length);
      },
    });
    await world.engine.run();
    expect(most).toBe(3);
    expect((await world.read()).job).toMatchObject({ state: 'finished', counts: { succeeded: 20 } });
  });

  it('that are too large for the platform go in halves until they fit, under keys of their own', async () => {
    const sizes: number[] = [];
    const keys = new Set<string>();
    const world = await worldOf(10, 8, {
      send: async ({ rows, request }) => {
        sizes.push(rows.length);
        keys.add(request.key);
        if (rows.length > 2)
          return { kind: 'too-large', error: { code: 'rejected', detail: { reason: 'too-many-rows' } } };
        return succeeded(rows.length);
      },
    });
    await world.engine.run();
    expect(sizes).toEqual([8, 4, 2, 2, 2, 2, 2]);
    expect(keys.size).toBe(7);
    expect((await world.read()).job).toMatchObject({ state: 'finished', counts: { succeeded: 10 } });
  });

  it('of one row that is too large has failed', async () => {
    const world = await worldOf(1, 1, {
      send: async () => ({ kind: 'too-large', error: { code: 'rejected', detail: { reason: 'too-many-rows' } } }),
    });
    await world.engine.run();
    expect((await world.read()).states).toEqual(['failed']);
  });
});

describe('a job whose requests fail', () => {
  it('alike five times in a row stands still; what is left goes on when a person says so', async () => {
    let isMended = false;
    const world = await worldOf(8, 1, { send: async () => (isMended ? succeeded(1) : refused('rejected')) });
    await world.engine.run();
    const { job, states } = await world.read();
    expect(job).toMatchObject({ state: 'paused', pausedBy: { code: 'rejected', detail: { reason: 'same-failure' } } });
    expect(states.filter((state) => state === 'failed')).toHaveLength(5);
    isMended = true;
    await resumeJob(world.database, world.jobId, world.clock.read());
    await world.engine.run();
    expect((await world.read()).job.counts).toMatchObject({ failed: 5, succeeded: 3 });
  });

  it('without an answer five times in a row stands still, before every row is one to look up', async () => {
    const error = { code: 'outcome-unknown' as const, detail: { reason: 'connection' } };
    let isMended = false;
    const world = await worldOf(8, 1, { send: async () => (isMended ? succeeded(1) : { kind: 'lost', error }) });
    await world.engine.run();
    const { job } = await world.read();
    expect(job).toMatchObject({ state: 'paused', counts: { unknown: 5, waiting: 3 } });
    expect(job.pausedBy).toEqual({ code: 'outcome-unknown', detail: { reason: 'no-answers' } });
    expect(await world.engine.nextWake()).toBeUndefined();
    isMended = true;
    await resumeJob(world.database, world.jobId, world.clock.read());
    await world.engine.run();
    expect((await world.read()).job.counts).toMatchObject({ unknown: 5, succeeded: 3 });
  });

  it.each([
    ['differently', ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']],
    ['alike, but with a success between', ['a', 'a', 'a', 'a', 'ok', 'a', 'a', 'a']],
  ])('%s goes on to its end', async (_how, reasons) => {
    const queue = [...reasons];
    const world = await worldOf(8, 1, {
      send: async () => {
        const reason = queue.shift() ?? 'ok';
        return reason === 'ok' ? succeeded(1) : refused(reason);
      },
    });
    await world.engine.run();
    expect((await world.read()).job.state).toBe('finished');
  });
});

describe('a job that a person pauses', () => {
  it('lets what has left come back, sends nothing else, and goes on from there', async () => {
    const world = await worldOf(6, 1, {
      send: async ({ rows }) => {
        const by = { code: 'not-allowed' as const, detail: { reason: 'paused-by-person' } };
        if (rows[0]?.subject === 's2') await pauseJob(world.database, world.jobId, by, world.clock.read());
        return succeeded(1);
      },
    });
    await world.engine.run();
    expect((await world.read()).job).toMatchObject({
      state: 'paused',
      counts: { succeeded: 3, waiting: 3, sending: 0 },
    });
    await resumeJob(world.database, world.jobId, world.clock.read());
    await world.engine.run();
    expect((await world.read()).job).toMatchObject({ state: 'finished', counts: { succeeded: 6 } });
  });
});
