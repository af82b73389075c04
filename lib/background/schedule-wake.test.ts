import { describe, expect, it } from 'vitest';
import { createAlarms } from '@/test/fakes/browser-parts';
import { armWake, engineAlarm, scheduleWake } from './schedule-wake';

const now = 1_000_000;
const engineThatWakesAt = (at: number | undefined) => ({ run: async () => {}, nextWake: async () => at });

describe('the engine’s alarm', () => {
  it.each<[string, number, number]>([
    ['far work: at its time', now + 600_000, now + 600_000],
    ['work at the earliest alarm: then', now + 30_000, now + 30_000],
    ['near work: at the earliest that a browser rings', now + 5000, now + 30_000],
    ['work that is due: at the earliest that a browser rings', now - 600_000, now + 30_000],
  ])('for %s', async (_what, nextWake, when) => {
    const alarms = createAlarms();
    await scheduleWake(engineThatWakesAt(nextWake), alarms, now);
    expect([...alarms.set]).toEqual([[engineAlarm, when]]);
  });

  it('is taken away when no work remains, and others stay', async () => {
    const alarms = createAlarms();
    alarms.create('auto-lock', { when: 1 });
    await scheduleWake(engineThatWakesAt(now), alarms, now);
    await scheduleWake(engineThatWakesAt(undefined), alarms, now);
    expect([...alarms.set.keys()]).toEqual(['auto-lock']);
  });

  it('can be set before the work is there', async () => {
    const alarms = createAlarms();
    await armWake(alarms, now);
    expect([...alarms.set]).toEqual([[engineAlarm, now + 30_000]]);
  });
});
