import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLossless } from './parse-lossless';
import { isRawNumber, rawNumber } from './raw-number';

describe('rawNumber', () => {
  it('is written by JSON.stringify as bare digits, never rounded', () => {
    expect(JSON.stringify({ plan_id: rawNumber('12345678901234567890') })).toBe('{"plan_id":12345678901234567890}');
  });

  it('comes back with every digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }), (integer) => {
        expect(String(parseLossless(JSON.stringify(rawNumber(String(integer)))))).toBe(String(integer));
      }),
    );
  });

  it.each(['', ' 1', '1 ', '01', '+1', '1,2', '0x1', 'NaN', '"1"', '{}', 'true', '1\n', '١'])(
    'refuses %j, which is no JSON number',
    (text) => {
      expect(() => rawNumber(text)).toThrow(
        expect.objectContaining({ code: 'invalid-input', detail: { reason: 'not-a-number' } }),
      );
    },
  );

  it('is told from look-alikes', () => {
    expect(isRawNumber(rawNumber('1'))).toBe(true);
    expect(isRawNumber({ rawJSON: '1' })).toBe(false);
    expect(isRawNumber(1)).toBe(false);
  });
});
