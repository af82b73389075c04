import { describe, expect, it } from 'vitest';
import { worldWith } from '@/test/fakes/engine-world';
import { holdCallsUntil, takeCallPlace } from './call-limit';
import { pauseJob } from './change-job';
import { readJob } from './read-jobs';

const hourMs = 3_600_000;
const limit = { id: 'limit', limit: { calls: 1000, windowMs: 1000 } };

/** A job that waits; then the clock is set back by eight hours, as by the other system of a machine. */
async function setBack(wait: (world: Awaited<ReturnType<typeof worldWith>>, jobId: string) => Promise<void>) {
  const world = await worldWith();
  const { database, clock, create } = world;
  const { jobId } = await create('1');
  clock.advance(6000);
  await takeCallPlace(database, { ...limit, now: clock.read() });
  await wait(world, jobId);
  clock.advance(-8 * hourMs);
  const nextMs = async () => ((await world.engine.nextWake()) ?? 0) - clock.read();
  return { ...world, jobId, nextMs };
}

describe('a clock that was set back by hours', () => {
  it('leaves a job its hold-back, and not hours more', async () => {
    const world = await worldWith();
    const { jobId } = await world.create('1');
    world.clock.advance(-8 * hourMs);
    await world.engine.run();
    expect(world.sent).toEqual([]);
    const { job } = await readJob(world.database, jobId, 1);
    expect(job.heldUntil - world.clock.read()).toBe(60_000);
    world.clock.advance(60_000);
    await world.engine.run();
    expect(world.sent).toHaveLength(1);
  });

  it('leaves a back-off what was left of it', async () => {
    const { database, engine, sent, nextMs, clock } = await setBack(async ({ database: stored, clock: old }, id) => {
      const { job } = await readJob(stored, id, 1);
      await stored.put('jobs', { ...job, state: 'running', notBefore: old.read() + 40_000 });
    });
    await engine.run();
    expect([sent, await nextMs()]).toEqual([[], 40_000]);
    expect((await database.get('limits', 'limit'))?.calls).toEqual([]);
    clock.advance(40_000);
    await engine.run();
    expect(sent).toHaveLength(1);
  });

  it('leaves a ban, and the pause that tells of it, what was left of them', async () => {
    const { engine, sent, nextMs, clock } = await setBack(async ({ database, clock: old }, id) => {
      const until = old.read() + 300_000;
      await holdCallsUntil(database, 'limit', until);
      await pauseJob(database, id, { code: 'throttled', detail: { until } }, old.read());
    });
    await engine.run();
    await engine.run();
    expect([sent, await nextMs()]).toEqual([[], 300_000]);
    clock.advance(300_000);
    await engine.run();
    expect(sent).toHaveLength(1);
  });

  it('by seconds only changes no wait', async () => {
    const world = await worldWith();
    await world.create('1', { holdBackMs: 40_000 });
    world.clock.advance(-5000);
    await world.engine.run();
    expect(((await world.engine.nextWake()) ?? 0) - world.clock.read()).toBe(45_000);
  });
});
