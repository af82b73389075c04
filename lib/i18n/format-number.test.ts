import { expect, it } from 'vitest';
import { formatBytes, formatCount, formatShare } from './format-number';

it('groups thousands in both languages', () => {
  expect(formatCount('zh-CN', 3912)).toBe('3,912');
  expect(formatCount('en', 1_000_000)).toBe('1,000,000');
});

it.each([
  [3912, 5000, '78%'],
  [4999, 5000, '99%'],
  [5000, 5000, '100%'],
  [0, 0, '0%'],
])('%d of %d is shown as %s', (part, whole, share) => {
  expect(formatShare('zh-CN', part, whole)).toBe(share);
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1240, '1.2 kB'],
  [3_400_000, '3.4 MB'],
  [2e12, '2,000 GB'],
])('%d bytes are shown as %s', (bytes, size) => {
  expect(formatBytes('en', bytes)).toBe(size);
});
