import type { Engine } from '@/lib/jobs/engine';

export interface Alarms {
  create(name: string, when: { when: number }): Promise<void> | void;
  clear(name: string): Promise<boolean>;
}

export const engineAlarm = 'engine';

/** Browsers ring no earlier than that. */
const earliestAlarmMs = 30_000;

/** Sets the alarm at its earliest, for work that is about to be written down. A spare one does no harm. */
export async function armWake(alarms: Alarms, now: number): Promise<void> {
  await alarms.create(engineAlarm, { when: now + earliestAlarmMs });
}

/**
 * Keeps an alarm while work remains that goes on by itself, so that a worker that died is started again; none
 * otherwise, so that a worker with nothing to do stays away.
 */
export async function scheduleWake(work: Pick<Engine, 'nextWake'>, alarms: Alarms, now: number): Promise<void> {
  const next = await work.nextWake();
  if (next === undefined) await alarms.clear(engineAlarm);
  else await alarms.create(engineAlarm, { when: Math.max(next, now + earliestAlarmMs) });
}
