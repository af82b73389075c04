import { expect, test } from 'vitest';
import { formatChinaTime, formatJavaDate, parseChinaTime } from './china-time.ts';

test('a time is read and written in GMT+8 whatever the local zone', () => {
  expect(parseChinaTime('2016-01-01 12:00:00')).toBe(Date.UTC(2016, 0, 1, 4));
  expect(formatChinaTime(Date.UTC(2026, 10, 21, 16, 0, 1))).toBe('2026-11-22 00:00:01');
});

test.each(['2026-02-30 00:00:00', '2026-11-22T00:00:00', '2026-11-22', '2026-11-22 24:00:00', '1795323769343', ''])(
  'a time that is not one is refused: %j',
  (text) => {
    expect(parseChinaTime(text)).toBeUndefined();
  },
);

test("a Java date is China's, whatever CST means elsewhere", () => {
  expect(formatJavaDate(Date.parse('2024-03-14T15:16:52+08:00'))).toBe('Thu Mar 14 15:16:52 CST 2024');
  expect(formatJavaDate(Date.parse('2025-12-31T23:59:09Z'))).toBe('Thu Jan 01 07:59:09 CST 2026');
});
