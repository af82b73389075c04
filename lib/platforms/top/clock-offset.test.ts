import { describe, expect, it } from 'vitest';
import { clockOffsetFromDate } from './clock-offset';

const now = Date.parse('2025-06-01T10:00:00Z');

describe('clockOffsetFromDate', () => {
  it.each([
    ['Sun, 01 Jun 2025 10:20:00 GMT', 1_200_000],
    ['Sun, 01 Jun 2025 09:59:59 GMT', -1000],
    ['Sun, 01 Jun 2025 10:00:00 CST', undefined],
    ['Sun Jun 01 18:00:00 CST 2025', undefined],
    ['Sun, 99 Jun 2025 10:00:00 GMT', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads %j as %s ms', (header, offsetMs) => {
    expect(clockOffsetFromDate(header, now)).toBe(offsetMs);
  });
});
