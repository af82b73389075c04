import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import { createTestClock, createTestEngine, openTestDatabase, operationWith, succeeded } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { resumeJob } from './change-job';
import { createJob } from './create-job';
import { readJob } from './read-jobs';

const dead: ErrorData = { code: 'offline', detail: { reason: 'connection' } };

/** 200 rows and a line that can be cut; every request that leaves on a dead line is lost. */
async function worldOf(error: ErrorData = dead) {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const operation = operationWith();
  const rows = Array.from({ length: 200 }, (_, index) => rowOf(`s${index}`));
  const { jobId } = await createJob(database, newJob({ operation, rows, holdBackMs: 0 }), clock.read());
  const line = { isDead: true, sent: 0, underWay: 0, most: 0 };
  const engine = createTestEngine(
    database,
    operation,
    async () => {
      line.sent += 1;
      line.underWay += 1;
      line.most = Math.max(line.most, line.underWay);
      await new Promise((resolve) => setTimeout(resolve));
      line.underWay -= 1;
      return line.isDead ? { kind: 'lost', error } : succeeded(1);
    },
    {
      clock: clock.read,
      sleep: clock.sleep,
      limitFor: () => ({ id: 'limit', limit: { calls: 1000, windowMs: 1000 }, concurrency: 4 }),
    },
  );
  const read = async () => (await readJob(database, jobId, 1)).job;
  return { database, clock, engine, jobId, line, read };
}

describe('a line that is dead', () => {
  it('costs the few rows that were on their way, and not the 200: the job waits', async () => {
    const { engine, line, read, clock } = await worldOf();
    await engine.run();
    const job = await read();
    expect(job).toMatchObject({ state: 'paused', pausedBy: { code: 'offline', detail: { reason: 'connection' } } });
    expect(job.pausedBy?.detail.until).toBeGreaterThan(clock.read() + 20_000);
    expect(job.counts.unknown).toBe(line.sent);
    expect(line.sent).toBeLessThanOrEqual(6);
  });

  it('is looked for by one request at a time, ever later', async () => {
    const { engine, line, clock, read } = await worldOf();
    await engine.run();
    const waits: number[] = [];
    for (let look = 0; look < 6; look += 1) {
      const next = (await engine.nextWake()) ?? 0;
      waits.push(next - clock.read());
      clock.advance(next - clock.read());
      line.most = 0;
      const before = line.sent;
      await engine.run();
      expect([line.most, line.sent - before]).toEqual([1, 1]);
    }
    expect(waits.toSorted((one, other) => one - other)).toEqual(waits);
    expect(waits.at(-1)).toBe(300_000);
    expect((await read()).counts.unknown).toBeLessThanOrEqual(12);
  });

  it('that lives again has the job go on by itself, as fast as before', async () => {
    const { engine, line, clock, read } = await worldOf();
    await engine.run();
    Object.assign(line, { isDead: false, most: 0 });
    clock.advance(((await engine.nextWake()) ?? 0) - clock.read());
    await engine.run();
    const job = await read();
    expect(job.state).toBe('finished');
    expect(job.counts.succeeded + job.counts.unknown).toBe(200);
    expect(job.sameFailures).toBeUndefined();
    expect(line.most).toBeGreaterThan(1);
  });

  it('is still dead when a person lets the job go on: one row more is unknown', async () => {
    const { database, engine, jobId, line, clock } = await worldOf();
    await engine.run();
    const before = line.sent;
    await resumeJob(database, jobId, clock.read());
    await engine.run();
    expect(line.sent - before).toBe(1);
  });
});

it('answers that nobody can read stop a job until a person has looked', async () => {
  const { engine, line, read } = await worldOf({ code: 'unreadable-answer', detail: { reason: 'not-json' } });
  await engine.run();
  expect(await read()).toMatchObject({ state: 'paused', pausedBy: { code: 'unreadable-answer' } });
  expect(await engine.nextWake()).toBeUndefined();
  expect(line.sent).toBeLessThanOrEqual(6);
});
