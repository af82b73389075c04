import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChinaTime, nextChinaMidnight, parseChinaTime } from './china-time';

const moduleUrl = new URL('./china-time.ts', import.meta.url).href;
const seconds = fc.integer({ min: -62_000_000_000, max: 253_000_000_000 }).map((second) => second * 1000);

describe('China time', () => {
  it.each([
    ['2016-01-01 12:00:00', '2016-01-01T04:00:00Z'],
    ['2024-03-01 00:00:00', '2024-02-29T16:00:00Z'],
    ['1988-07-01 12:00:00', '1988-07-01T04:00:00Z'],
    ['2025-12-31 23:59:59', '2025-12-31T15:59:59.999Z'],
  ])('writes %s for %s', (text, iso) => {
    expect(formatChinaTime(Date.parse(iso))).toBe(text);
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(seconds, (epochMs) => {
        expect(parseChinaTime(formatChinaTime(epochMs))).toBe(epochMs);
      }),
    );
  });

  it.each(['America/Chicago', 'Pacific/Apia'])('does not depend on the local zone (%s)', (zone) => {
    // A zone is fixed when a process starts, so this needs one of its own.
    const script = `
      const { formatChinaTime, parseChinaTime } = await import(${JSON.stringify(moduleUrl)});
      console.log(new Date(0).getHours(), formatChinaTime(1451620800000), parseChinaTime('2016-01-01 12:00:00'));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(output.trim()).toMatch(/^(18|13) 2016-01-01 12:00:00 1451620800000$/);
  });

  it.each([
    '',
    '2024-02-30 00:00:00',
    '2023-02-29 00:00:00',
    '2024-01-01 24:00:00',
    '2024-01-01 00:60:00',
    '2024-13-01 00:00:00',
    '2024-1-1 00:00:00',
    '2024-01-01T00:00:00',
    '2024-01-01 00:00:00 ',
    '2024-01-01 00:00',
    'Thu Mar 14 15:16:52 CST 2024',
  ])('refuses %j', (text) => {
    expect(parseChinaTime(text)).toBeUndefined();
  });

  it('refuses years that do not have four digits', () => {
    expect(() => formatChinaTime(Date.parse('+010000-01-01T00:00:00Z'))).toThrow(RangeError);
    expect(() => formatChinaTime(Number.NaN)).toThrow(RangeError);
  });

  it.each([
    ['2025-06-01 23:59:59', '2025-06-02 00:00:00'],
    ['2025-06-02 00:00:00', '2025-06-03 00:00:00'],
    ['2025-12-31 08:00:00', '2026-01-01 00:00:00'],
  ])('finds the midnight after %s', (now, midnight) => {
    expect(formatChinaTime(nextChinaMidnight(parseChinaTime(now) ?? 0))).toBe(midnight);
  });
});
