import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellPlace, columnLetters, columnOf } from './cell-place';

it.each([
  [0, 0, 'A1'],
  [16, 1, 'B17'],
  [0, 25, 'Z1'],
  [0, 26, 'AA1'],
  [0, 701, 'ZZ1'],
  [0, 702, 'AAA1'],
  [1_048_575, 16_383, 'XFD1048576'],
])('row %i and column %i are %s', (row, column, place) => {
  expect(cellPlace(row, column)).toBe(place);
  expect(columnOf(place)).toBe(column);
});

it('a column is found again by its letters', () => {
  fc.assert(fc.property(fc.nat(20_000), (column) => columnOf(columnLetters(column)) === column));
});
