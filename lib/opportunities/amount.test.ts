import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseAmount, readAmount, readTypedAmount } from './amount';

describe('an amount', () => {
  it.each([
    ['20000.0', '20000'],
    ['020000', '20000'],
    ['0.50', '0.5'],
    ['00', '0'],
    ['-0.00', '0'],
    ['+5', '5'],
    ['2e4', '20000'],
    ['1.25E1', '12.5'],
    ['12e-3', '0.012'],
    ['1e+21', '1000000000000000000000'],
    ['9007199254740993.10', '9007199254740993.1'],
  ])('%s is %s', (text, expected) => {
    expect(normaliseAmount(text)).toBe(expected);
  });

  it.each(['', ' ', '.', '1.', '.5', '1,000', '1e999', '1e1000', '0x10', 'NaN', 'Infinity', '1 000', '１'])(
    'is none in %j',
    (text) => {
      expect(normaliseAmount(text)).toBeUndefined();
    },
  );

  it('that comes with an exponent is written out, any other stays as it came', () => {
    expect(readAmount('1e+21')).toBe('1000000000000000000000');
    expect(readAmount('20000.0')).toBe('20000.0');
    expect(readAmount('面议')).toBe('面议');
  });

  it('is understood as people type it', () => {
    expect(readTypedAmount(' １２,３４５．６０ ')).toBe('12345.60');
    for (const text of ['¥20,000.00', '￥20000.00', '20,000.00元', '20000.00 元整', 'RMB 20,000.00', 'cny20000.00'])
      expect(readTypedAmount(text), text).toBe('20000.00');
    for (const text of ['1,2', '$20,000', '2万', '元', '¥', '20,00元', '-5元'])
      expect(readTypedAmount(text), text).toBe(text);
  });

  it('has one form for all of its spellings, and keeps its value', () => {
    const parts = fc.tuple(fc.bigInt(0n, 10n ** 40n), fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(parts, ([digits, decimals, shift]) => {
        const padded = String(digits).padStart(decimals + 1, '0');
        const point = padded.length - decimals;
        const text = decimals === 0 ? padded : `${padded.slice(0, point)}.${padded.slice(point)}`;
        const normal = normaliseAmount(text) ?? '';
        const [whole = '', fraction = ''] = normal.split('.');
        expect(BigInt(whole + fraction.padEnd(decimals, '0'))).toBe(digits);
        expect(normaliseAmount(`${digits}${'0'.repeat(shift)}e-${decimals + shift}`)).toBe(normal);
        expect(normaliseAmount(normal)).toBe(normal);
      }),
    );
  });
});
