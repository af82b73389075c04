import type { ImCacheRecord } from '@/lib/storage/im-records';

const minuteMs = 60_000;

/** Whether what was said at `checkedAt` is to be asked again. A time in the future is one of a clock that was put back. */
export function isStale(checkedAt: number, lifeMinutes: number, now: number): boolean {
  return checkedAt > now || now - checkedAt >= lifeMinutes * minuteMs;
}

/** Those whose turn it is, where each is looked at every `everyMinutes`; 0 = never. */
export function dueChecks(records: readonly ImCacheRecord[], everyMinutes: number, now: number): ImCacheRecord[] {
  if (everyMinutes === 0) return [];
  return records.filter(({ triedAt }) => isStale(triedAt, everyMinutes, now));
}

/** When the next one is due, epoch milliseconds; undefined when none ever is. */
export function nextCheckAt(records: readonly ImCacheRecord[], everyMinutes: number, now: number): number | undefined {
  if (everyMinutes === 0 || records.length === 0) return undefined;
  return Math.min(...records.map(({ triedAt }) => Math.min(triedAt, now) + everyMinutes * minuteMs));
}
