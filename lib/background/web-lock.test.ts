import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLocks } from '@/test/fakes/browser-parts';
import { createWorkLock, sleepUntilNews } from './web-lock';

const nothing = () => {};

describe('the work lock', () => {
  it('is held by one worker at a time: the other is told, and does not wait', async () => {
    const { locks } = createLocks();
    const gates: (() => void)[] = [];
    const works: string[] = [];
    const first = createWorkLock(
      locks,
      nothing,
    )(async () => {
      works.push('first');
      await new Promise<void>((resolve) => gates.push(resolve));
    });
    const second = createWorkLock(locks, nothing);
    const work = async () => void works.push('second');
    expect(await second(work)).toBe(false);
    for (const open of gates) open();
    expect(await first).toBe(true);
    expect(await second(work)).toBe(true);
    expect(works).toEqual(['first', 'second']);
  });

  it('is given back by work that failed', async () => {
    const lock = createWorkLock(createLocks().locks, nothing);
    await expect(lock(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await lock(async () => {})).toBe(true);
  });

  it('keeps the worker alive as long as the work lasts, and no longer', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    let calls = 0;
    const gates: (() => void)[] = [];
    const stayAlive = () => {
      calls += 1;
    };
    const lock = createWorkLock(createLocks().locks, stayAlive);
    const work = lock(() => new Promise<void>((resolve) => gates.push(resolve)));
    vi.advanceTimersByTime(60_000);
    // A worker without an extension call is ended after 30 s.
    expect(calls).toBeGreaterThanOrEqual(2);
    for (const open of gates) open();
    await work;
    const before = calls;
    vi.advanceTimersByTime(60_000);
    expect(calls).toBe(before);
  });
});

describe('sleeping until there is news', () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  async function isOver(sleep: Promise<void>): Promise<boolean> {
    let over = false;
    void sleep.then(() => {
      over = true;
    });
    await turn();
    return over;
  }

  it('ends after its time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const sleep = sleepUntilNews(20_000, new AbortController().signal);
    vi.advanceTimersByTime(19_999);
    expect(await isOver(sleep)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await isOver(sleep)).toBe(true);
  });

  it('ends at once with news, before and during it, and leaves no timer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const news = new AbortController();
    const sleep = sleepUntilNews(20_000, news.signal);
    news.abort();
    expect(await isOver(sleep)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    expect(await isOver(sleepUntilNews(20_000, news.signal))).toBe(true);
  });

  it('of a time that has passed is no sleep', async () => {
    await sleepUntilNews(-5, new AbortController().signal);
  });
});
