import { describe, expect, it } from 'vitest';
import { readWrittenDay, readWrittenTime } from './written-time';

describe('a day', () => {
  it.each([
    ...['2026-01-05', '2026/1/5', '2026/01/05', '2026.1.5', ' 2026年1月5日 ', '2026 年 1 月 5 日', '２０２６／１／５'],
    ...['2026-01-05 00:00:00', '2026/1/5 0:00', '2026-01-05T00:00:00.000', '2026年1月5日 00:00', '2026年1月5日0:00'],
  ])('%s is read', (text) => expect(readWrittenDay(text)).toBe('2026-01-05'));

  it.each(['', '5/1/2026', '26-1-5', '2026-1', '2026年1月', '2026-1/5', '2026-01-05 14:05', '46027', '待定'])(
    '%j may mean another, and stays',
    (text) => expect(readWrittenDay(text)).toBe(text),
  );

  it('that there is not is not made another', () => {
    expect(readWrittenDay('2026/2/30')).toBe('2026-02-30');
  });
});

describe('a time', () => {
  it.each(['2026-01-05 09:05:00', '2026/1/5 9:05', '2026年1月5日 9:05', '2026.1.5 09:05:00.000'])(
    '%s is read',
    (text) => expect(readWrittenTime(text)).toBe('2026-01-05 09:05:00'),
  );

  it.each(['2026/1/5', '2026年1月5日', '9:05', '2026/1/5 9:05 PM', '20260105090500'])('%s stays', (text) =>
    expect(readWrittenTime(text)).toBe(text),
  );
});
