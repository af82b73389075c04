import { describe, expect, it } from 'vitest';
import { formatChinaTime, formatDuration, formatMoment, formatRelative } from './format-time';

const now = Date.UTC(2026, 10, 22, 6, 5, 9); // 2026-11-22 14:05:09 in China
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

describe('a moment in a list', () => {
  it.each([
    ['zh-CN', now - 3 * minuteMs, '14:02'],
    ['en', now - 3 * minuteMs, '14:02'],
    ['zh-CN', now - 8 * dayMs, '11-14 14:05'],
    ['en', now - 8 * dayMs, '14 Nov, 14:05'],
    ['zh-CN', now - 400 * dayMs, '2025-10-18 14:05'],
    ['en', now - 400 * dayMs, '2025-10-18 14:05'],
  ] as const)('in %s, %d is written as short as it can be', (language, at, written) => {
    expect(formatMoment(language, at, now, 'Asia/Shanghai')).toBe(written);
  });

  it('has its date where nobody says what today is', () => {
    expect(formatMoment('zh-CN', now, undefined, 'Asia/Shanghai')).toBe('11-22 14:05');
  });

  it('belongs to the day of its time zone', () => {
    const lateEvening = Date.UTC(2026, 10, 22, 17);
    expect(formatMoment('zh-CN', lateEvening, now, 'Asia/Shanghai')).toBe('11-23 01:00');
    expect(formatMoment('zh-CN', lateEvening, now, 'UTC')).toBe('17:00');
  });
});

it('China time does not depend on the device and shows midnight as 00', () => {
  expect(formatChinaTime(now)).toBe('2026-11-22 14:05:09');
  expect(formatChinaTime(Date.UTC(2026, 10, 22, 16))).toBe('2026-11-23 00:00:00');
});

it.each([
  ['zh-CN', -3 * minuteMs, '3分钟前'],
  ['en', -3 * minuteMs, '3 minutes ago'],
  ['zh-CN', 5000, '5秒钟后'],
  ['en', 2.5 * hourMs, 'in 2 hours'],
  ['en', -dayMs, 'yesterday'],
  ['zh-CN', -dayMs, '昨天'],
  ['en', 0, 'now'],
] as const)('in %s, %d ms from now is relative', (language, offset, written) => {
  expect(formatRelative(language, now + offset, now)).toBe(written);
});

it.each([
  ['zh-CN', 80_000, '1 分 20 秒'],
  ['en', 80_000, '1 min 20 s'],
  ['en', 2 * hourMs + 5 * minuteMs + 3000, '2 h 5 min'],
  ['zh-CN', 0, '0 秒'],
  ['en', -5, '0 s'],
] as const)('in %s, a length of %d ms has at most two units', (language, length, written) => {
  expect(formatDuration(language, length)).toBe(written);
});
