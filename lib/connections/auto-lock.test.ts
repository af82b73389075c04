import { describe, expect, it } from 'vitest';
import { createStorageArea } from '@/test/fakes/storage-area';
import { autoLockAlarm, createAutoLock } from './auto-lock';

const minuteMs = 60_000;

function createWorld(change: { minutes?: number } = {}) {
  const world = { now: 1_000_000, minutes: change.minutes ?? 30, isWorking: false, locks: 0 };
  const alarms = new Map<string, number>();
  const session = createStorageArea();
  const startWorker = () =>
    createAutoLock({
      session,
      clock: () => world.now,
      alarms: {
        create: (name, { when }) => void alarms.set(name, when),
        clear: async (name) => alarms.delete(name),
      },
      minutes: async () => world.minutes,
      hasOpenWork: async () => world.isWorking,
      lock: async () => {
        world.locks += 1;
      },
    });
  return { world, session, startWorker, alarmAt: () => alarms.get(autoLockAlarm) };
}

describe('auto-lock', () => {
  it('locks when the time has passed without use, even if the worker was stopped in between', async () => {
    const { world, startWorker, alarmAt } = createWorld();
    await startWorker().touch();
    expect(alarmAt()).toBe(world.now + 30 * minuteMs);
    world.now += 30 * minuteMs - 1;
    expect(await startWorker().check()).toBe(false);
    world.now += 1;
    expect(await startWorker().check()).toBe(true);
    expect([world.locks, alarmAt()]).toEqual([1, undefined]);
    expect(await startWorker().check()).toBe(false);
  });

  it('begins anew at every use', async () => {
    const { world, startWorker } = createWorld();
    const autoLock = startWorker();
    await autoLock.touch();
    world.now += 29 * minuteMs;
    await autoLock.touch();
    world.now += 29 * minuteMs;
    expect(await autoLock.check()).toBe(false);
  });

  it('waits for work that is under way, and locks within a minute of its end', async () => {
    const { world, startWorker, alarmAt } = createWorld();
    const autoLock = startWorker();
    await autoLock.touch();
    world.now += 31 * minuteMs;
    world.isWorking = true;
    expect(await autoLock.check()).toBe(false);
    expect(alarmAt()).toBe(world.now + minuteMs);
    world.isWorking = false;
    world.now += minuteMs;
    expect(await autoLock.check()).toBe(true);
  });

  it('never locks by itself at 0 minutes, also when that is chosen later', async () => {
    const { world, startWorker, session, alarmAt } = createWorld();
    const autoLock = startWorker();
    await autoLock.touch();
    world.minutes = 0;
    await autoLock.touch();
    world.now += 100_000 * minuteMs;
    expect(await autoLock.check()).toBe(false);
    expect([alarmAt(), session.contents()]).toEqual([undefined, {}]);
  });

  it('does not wait longer than the minutes because the clock was put back', async () => {
    const { world, startWorker } = createWorld();
    const autoLock = startWorker();
    await autoLock.touch();
    world.now -= 24 * 60 * minuteMs;
    expect(await autoLock.check()).toBe(false);
    world.now += 30 * minuteMs;
    expect(await autoLock.check()).toBe(true);
  });

  it('has nothing to do once it was locked otherwise', async () => {
    const { world, startWorker } = createWorld();
    const autoLock = startWorker();
    await autoLock.touch();
    await autoLock.stop();
    world.now += 31 * minuteMs;
    expect(await autoLock.check()).toBe(false);
    expect(world.locks).toBe(0);
  });
});
