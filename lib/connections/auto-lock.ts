import * as z from 'zod/mini';
import type { Clock } from '@/lib/time/clock';
import type { StorageArea } from './storage-area';

export const autoLockAlarm = 'auto-lock';

const deadlineItem = 'auto-lock-at';
const minuteMs = 60_000;

/** What is used of `alarms`. */
export interface LockAlarms {
  create(name: string, when: { when: number }): Promise<void> | void;
  clear(name: string): Promise<unknown>;
}

export interface AutoLockParts {
  /** `storage.session`: with the key it holds, the deadline goes when the browser ends. */
  session: StorageArea;
  clock: Clock;
  alarms: LockAlarms;
  /** Minutes without use until it locks; 0 = never by itself. */
  minutes(): Promise<number>;
  /** Whether something is under way that still needs the secrets. */
  hasOpenWork(): Promise<boolean>;
  lock(): Promise<void>;
}

export interface AutoLock {
  /** Begins the wait anew: at every use, at unlocking, and when the minutes were changed. */
  touch(): Promise<void>;
  /**
   * Locks when the time has passed. For the alarm, for the worker's start, and before every use of a secret: alarms
   * ring late, above all after the machine slept. Answers whether it locked.
   */
  check(): Promise<boolean>;
  /** No wait any more, since it was locked otherwise. */
  stop(): Promise<void>;
}

export function createAutoLock({ session, clock, alarms, minutes, hasOpenWork, lock }: AutoLockParts): AutoLock {
  async function lockAt(deadline: number): Promise<void> {
    await session.set({ [deadlineItem]: deadline });
    await alarms.create(autoLockAlarm, { when: deadline });
  }

  async function stop(): Promise<void> {
    await session.remove(deadlineItem);
    await alarms.clear(autoLockAlarm);
  }

  async function touch(): Promise<void> {
    const wait = await minutes();
    if (wait > 0) await lockAt(clock() + wait * minuteMs);
    else await stop();
  }

  async function check(): Promise<boolean> {
    const deadline = z.number().safeParse((await session.get(deadlineItem))[deadlineItem]).data;
    if (deadline === undefined) return false;
    const now = clock();
    if (deadline > now) {
      // A clock that was put back would leave it open for as long; and the alarm may be lost, so it is set again.
      const wait = await minutes();
      if (wait > 0) await lockAt(Math.min(deadline, now + wait * minuteMs));
      return false;
    }
    if (await hasOpenWork()) {
      await lockAt(now + minuteMs);
      return false;
    }
    await lock();
    await stop();
    return true;
  }

  return { touch, check, stop };
}
