import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json';
import { rawNumber } from './raw-number';

describe('canonicalJson', () => {
  it('sorts keys by code unit at every depth and leaves lists in order', () => {
    expect(canonicalJson({ b: [3, { z: 1, a: null }], a: '商机', B: true, é: undefined })).toBe(
      '{"B":true,"a":"商机","b":[3,{"a":null,"z":1}]}',
    );
  });

  it('writes raw numbers with every digit', () => {
    expect(canonicalJson([rawNumber('9007199254740993')])).toBe('[9007199254740993]');
  });

  it('does not depend on the order in which keys were added', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  it('means the same as JSON.stringify', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, undefined])(
    'refuses %s, which JSON cannot hold',
    (value) => {
      expect(() => canonicalJson({ list: [[value ?? { deep: Symbol('no') }]] })).toThrow(TypeError);
    },
  );
});
