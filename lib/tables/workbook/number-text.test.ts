import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormat } from './number-format';
import { isTooLong, numberText } from './number-text';

describe('numbers', () => {
  it.each([
    ['20191214888', 'General', '20191214888'],
    ['999999999999999', 'General', '999999999999999'],
    ['201912148881234567', 'General', '201912148881234567'],
    ['1.2345678901234501E+17', '0', '1.2345678901234501E+17'],
    ['19.989999999999998', 'General', '19.99'],
    ['1234.5600000000001', '#,##0.00', '1234.56'],
    ['1E-3', 'General', '0.001'],
    ['1.0000000000000001E-5', 'General', '0.00001'],
    ['-0.1', 'General', '-0.1'],
    ['1.5E+3', '0.00E+00', '1500'],
    ['0', 'General', '0'],
    ['-0', 'General', '-0'],
    ['123', '00000000', '00000123'],
    ['123456789', '00000000', '123456789'],
    ['1.5', '00000000', '1.5'],
    ['-5', '000', '-5'],
    ['0.155', '0.0%', '15.5%'],
    ['0.07', '0%', '7%'],
    ['1', '0%', '100%'],
    ['5', '0"天"', '5'],
    ['5', 'G/通用格式"元"', '5'],
    ['5', '[Red]#,##0;[Blue]-#,##0', '5'],
    ['5', '@', '5'],
  ])('%s with the format %s is %s', (raw, format, text) => {
    expect(numberText(raw, parseFormat(format), false)).toBe(text);
  });

  it('a number of up to fifteen digits is what was typed', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
        const typed = digits / 10 ** decimals;
        // Seventeen digits, as Excel writes them.
        expect(Number(numberText(typed.toExponential(16), undefined, false))).toBe(typed);
      }),
    );
  });

  it.each([
    ['999999999999999', false],
    ['1000000000000000', true],
    ['201912148880000000', true],
    ['1.23E+17', true],
    ['0.12345678901234567', false],
    ['-1E+15', true],
  ])('%s is too long: %s', (raw, expected) => expect(isTooLong(raw)).toBe(expected));
});

describe('days and times', () => {
  it.each([
    ['46348', 'yyyy-mm-dd', '2026-11-22'],
    ['46348.586805555555', 'yyyy-mm-dd hh:mm:ss', '2026-11-22 14:05:00'],
    ['46348.586805555555', 'yyyy"年"m"月"d"日"', '2026-11-22 14:05:00'],
    ['46348', 'yyyy/m/d h:mm', '2026-11-22 00:00:00'],
    ['46348.999999', 'yyyy/m/d h:mm', '2026-11-23 00:00:00'],
    ['46348', '[$-804]aaaa;@', '46348'],
    ['46348', 'm"月"d"日"', '2026-11-22'],
    ['46327', 'mmm', '2026-11-01'],
    ['46348', 'e"年"m"月"', '2026-11-22'],
    ['0.5', 'h:mm AM/PM', '12:00:00'],
    ['1.25', '[h]:mm', '30:00:00'],
    ['0.75', '[mm]:ss', '18:00:00'],
    ['1', 'yyyy-mm-dd', '1900-01-01'],
    ['59', 'yyyy-mm-dd', '1900-02-28'],
    ['60', 'yyyy-mm-dd', '1900-02-29'],
    ['61', 'yyyy-mm-dd', '1900-03-01'],
    ['0', 'yyyy-mm-dd', '0'],
    ['-1', 'yyyy-mm-dd', '-1'],
    ['2958465', 'yyyy-mm-dd', '9999-12-31'],
    ['2958466', 'yyyy-mm-dd', '2958466'],
  ])('%s with the format %s is %s', (raw, format, text) => {
    expect(numberText(raw, parseFormat(format), false)).toBe(text);
  });

  it('counted from 1904', () => {
    expect(numberText('0', parseFormat('yyyy-mm-dd'), true)).toBe('1904-01-01');
    expect(numberText('44886', parseFormat('yyyy-mm-dd'), true)).toBe('2026-11-22');
  });
});
