import { describe, expect, it } from 'vitest';
import type { ImCacheRecord } from '@/lib/storage/im-records';
import { dueChecks, isStale, nextCheckAt } from './due-checks';

const minuteMs = 60_000;
const now = 1_000 * minuteMs;
const triedAt = (at: number) => ({ triedAt: at }) as ImCacheRecord;

it.each([
  ['just now', now, false],
  ['a moment less than its life ago', now - 10 * minuteMs + 1, false],
  ['its life ago', now - 10 * minuteMs, true],
  ['in the future, by a clock that was put back', now + 1, true],
])('what was said %s is stale: %s', (_when, checkedAt, expected) => {
  expect(isStale(checkedAt, 10, now)).toBe(expected);
});

describe('the regular look', () => {
  const records = [triedAt(now - 30 * minuteMs), triedAt(now - 5 * minuteMs)];

  it('is at those whose turn it is', () => {
    expect(dueChecks(records, 30, now)).toEqual([records[0]]);
    expect(dueChecks(records, 5, now)).toEqual(records);
  });

  it('comes next when the first of them is due', () => {
    expect(nextCheckAt(records, 60, now)).toBe(now + 30 * minuteMs);
    expect(nextCheckAt([triedAt(now + 99 * minuteMs)], 60, now)).toBe(now + 60 * minuteMs);
  });

  it('never comes when it is off, or there is nobody to look at', () => {
    expect(dueChecks(records, 0, now)).toEqual([]);
    expect(nextCheckAt(records, 0, now)).toBeUndefined();
    expect(nextCheckAt([], 60, now)).toBeUndefined();
  });
});
