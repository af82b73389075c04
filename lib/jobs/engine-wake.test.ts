import { describe, expect, it } from 'vitest';
import { worldWith } from '@/test/fakes/engine-world';
import { callOff } from './change-job';
import { longestSleepMs } from './engine';

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

  it('that come while the lock is being given back are not lost', async () => {
    const gates: (() => void)[] = [];
    const releasing: (() => void)[] = [];
    const whenReleasing = new Promise<void>((resolve) => releasing.push(resolve));
    const { engine, create, sent } = await worldWith({
      async withLock(work) {
        await work();
        for (const tell of releasing.splice(0)) tell();
        await new Promise<void>((resolve) => (gates.length === 0 ? gates.push(resolve) : resolve()));
        return true;
      },
    });
    const first = engine.run();
    await whenReleasing;
    await create('1', { holdBackMs: 0 });
    const second = engine.run();
    for (const open of gates) open();
    await Promise.all([first, second]);
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
