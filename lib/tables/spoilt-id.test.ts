import { expect, it } from 'vitest';
import { hasDecimalPoint, spoiltId } from './spoilt-id';

it.each(['1.23E+17', '1.23457E+17', ' 2E+10 ', '2.0191214888E+017', '1,5E+12', '1.5e+20'])(
  '%s is what is left of an id',
  (text) => expect(spoiltId(text)).toBe(true),
);

it.each(['', '00123', '20191214888', '1E10', 'E+10', '1.23E-5', 'A1.23E+17', '1.23', '201912148880000000'])(
  '%s may be an id',
  (text) => expect(spoiltId(text)).toBe(false),
);

it.each([
  ['6600000002.0', true],
  ['20191214888.000', true],
  ['6600000002', false],
  ['1.5', false],
  ['A1.0', false],
])('%s was a decimal: %s', (text, expected) => expect(hasDecimalPoint(text)).toBe(expected));
