import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@/lib/storage/open-database';
import { openTestDatabase } from '@/test/fakes/job-world';
import { allowCalls, holdCallsUntil, keepClockOffset, readClockOffset, takeCallPlace } from './call-limit';

const id = 'https://eco.taobao.com/router/rest|12345678';
const limit = { calls: 2, windowMs: 1000 };
const taken = { taken: true };
const refused = (askAgainAt: number) => ({ taken: false, askAgainAt });

let names = 0;

/** Two windows (or the worker before and the worker after an update) over one database. */
async function openTwoWindows() {
  names += 1;
  const name = `two-windows-${names}`;
  return Promise.all([openDatabase(name), openDatabase(name)]);
}

describe('places in a sliding window', () => {
  it('are as many as allowed, and the next is free when the oldest has left the window', async () => {
    const database = await openTestDatabase();
    expect(await takeCallPlace(database, { id, limit, now: 5000 })).toEqual(taken);
    expect(await takeCallPlace(database, { id, limit, now: 5400 })).toEqual(taken);
    expect(await takeCallPlace(database, { id, limit, now: 5400 })).toEqual(refused(6000));
    expect(await takeCallPlace(database, { id, limit, now: 5999 })).toEqual(refused(6000));
    expect(await takeCallPlace(database, { id, limit, now: 6000 })).toEqual(taken);
    expect(await takeCallPlace(database, { id, limit, now: 6000 })).toEqual(refused(6400));
  });

  it('are counted for each gateway and app by itself', async () => {
    const database = await openTestDatabase();
    const single = { calls: 1, windowMs: 1000 };
    expect(await takeCallPlace(database, { id, limit: single, now: 0 })).toEqual(taken);
    expect(await takeCallPlace(database, { id: 'other', limit: single, now: 0 })).toEqual(taken);
  });

  it('are not freed by closing the database: a restarted worker counts the same calls', async () => {
    const [before, after] = await openTwoWindows();
    await takeCallPlace(before, { id, limit, now: 5000 });
    await takeCallPlace(before, { id, limit, now: 5000 });
    before.close();
    expect(await takeCallPlace(after, { id, limit, now: 5001 })).toEqual(refused(6000));
  });

  it('a refused question takes none', async () => {
    const database = await openTestDatabase();
    for (let times = 0; times < 5; times += 1) await takeCallPlace(database, { id, limit, now: 5000 });
    expect((await database.get('limits', id))?.calls).toEqual([5000, 5000]);
  });

  it('do not pile up: calls that have left the window are forgotten', async () => {
    const database = await openTestDatabase();
    for (let now = 0; now < 50_000; now += 600) await takeCallPlace(database, { id, limit, now });
    expect((await database.get('limits', id))?.calls.length).toBeLessThanOrEqual(limit.calls);
  });

  it('are free after the clock was set back: calls in the future do not count', async () => {
    const database = await openTestDatabase();
    await takeCallPlace(database, { id, limit, now: 90_000 });
    await takeCallPlace(database, { id, limit, now: 90_000 });
    expect(await takeCallPlace(database, { id, limit, now: 5000 })).toEqual(taken);
    expect(await takeCallPlace(database, { id, limit, now: 5000 })).toEqual(taken);
    expect(await takeCallPlace(database, { id, limit, now: 5000 })).toEqual(refused(6000));
  });
});

describe('any schedule of two windows that ask at once', () => {
  const schedules = fc.record({
    calls: fc.integer({ min: 1, max: 4 }),
    windowMs: fc.integer({ min: 1, max: 1000 }),
    rounds: fc.array(
      fc.record({ afterMs: fc.integer({ min: 0, max: 700 }), asks: fc.array(fc.boolean(), { maxLength: 6 }) }),
      { maxLength: 12 },
    ),
  });

  it('never takes more places in a window than there are, never one twice, and none stays empty for long', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async ({ rounds, ...asked }) => {
        const [one, other] = await openTwoWindows();
        const placesTaken: number[] = [];
        let now = 1_000_000;
        for (const { afterMs, asks } of rounds) {
          now += afterMs;
          const before = placesTaken.filter((at) => at > now - asked.windowMs).length;
          const question = { id, limit: asked, now };
          const answers = await Promise.all(asks.map((isOne) => takeCallPlace(isOne ? one : other, question)));
          const free = Math.max(0, asked.calls - before);
          const granted = answers.filter((answer) => answer.taken).length;
          expect(granted).toBe(Math.min(free, asks.length));
          for (const answer of answers) if (!answer.taken) expect(answer.askAgainAt).toBeGreaterThan(now);
          placesTaken.push(...Array.from({ length: granted }, () => now));
        }
        for (const start of placesTaken) {
          const inWindow = placesTaken.filter((at) => at >= start && at < start + asked.windowMs);
          expect(inWindow.length).toBeLessThanOrEqual(asked.calls);
        }
        one.close();
        other.close();
      }),
      { numRuns: 150 },
    );
  });

  it('is let in at the very time it was told to ask again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 10 }), async (pauses) => {
        const database = await openTestDatabase();
        let now = 1_000_000;
        for (const pauseMs of pauses) {
          now += pauseMs;
          const answer = await takeCallPlace(database, { id, limit, now });
          if (answer.taken) continue;
          expect((await takeCallPlace(database, { id, limit, now: answer.askAgainAt - 1 })).taken).toBe(false);
          now = answer.askAgainAt;
          expect((await takeCallPlace(database, { id, limit, now })).taken).toBe(true);
        }
        database.close();
      }),
      { numRuns: 100 },
    );
  });
});

describe('a ban', () => {
  it('lets nobody in before its end, free places or not', async () => {
    const database = await openTestDatabase();
    await holdCallsUntil(database, id, 60_000);
    expect(await takeCallPlace(database, { id, limit, now: 5000 })).toEqual(refused(60_000));
    expect(await takeCallPlace(database, { id, limit, now: 59_999 })).toEqual(refused(60_000));
    expect(await takeCallPlace(database, { id, limit, now: 60_000 })).toEqual(taken);
  });

  it('is not shortened by a later and shorter one', async () => {
    const database = await openTestDatabase();
    await holdCallsUntil(database, id, 60_000);
    await holdCallsUntil(database, id, 20_000);
    expect(await takeCallPlace(database, { id, limit, now: 30_000 })).toEqual(refused(60_000));
  });

  it('is over at once when a person lifts it, and the calls made still count', async () => {
    const database = await openTestDatabase();
    await takeCallPlace(database, { id, limit, now: 5000 });
    await holdCallsUntil(database, id, 60_000);
    await allowCalls(database, id);
    expect(await takeCallPlace(database, { id, limit, now: 5100 })).toEqual(taken);
    expect(await takeCallPlace(database, { id, limit, now: 5100 })).toEqual(refused(6000));
  });

  it('is of one connection’s app only', async () => {
    const database = await openTestDatabase();
    await holdCallsUntil(database, id, 60_000);
    expect(await takeCallPlace(database, { id: 'other', limit, now: 5000 })).toEqual(taken);
  });
});

describe('the clock’s offset', () => {
  it('is nothing until an answer showed one, and then that of the last answer', async () => {
    const database = await openTestDatabase();
    expect(await readClockOffset(database, id)).toBe(0);
    await keepClockOffset(database, id, -90_000);
    await keepClockOffset(database, id, 1500);
    expect(await readClockOffset(database, id)).toBe(1500);
    expect(await readClockOffset(database, 'other')).toBe(0);
  });

  it('touches neither places nor bans, nor they it', async () => {
    const database = await openTestDatabase();
    await takeCallPlace(database, { id, limit, now: 5000 });
    await holdCallsUntil(database, id, 60_000);
    await keepClockOffset(database, id, 1500);
    await allowCalls(database, id);
    await takeCallPlace(database, { id, limit, now: 5001 });
    expect(await database.get('limits', id)).toEqual({ id, calls: [5000, 5001], notBefore: 0, clockOffsetMs: 1500 });
  });
});
