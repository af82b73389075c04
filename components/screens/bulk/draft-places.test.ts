import { expect, it } from 'vitest';
import { bulkDraft } from '@/test/e2e/fake-bulk';
import { placeOf } from './draft-places';

it.each([
  [{}, 'B5'],
  [{ hasHeader: false }, 'B4'],
  [{ rowsAbove: 2 }, 'B7'],
  [{ rowsAbove: 2, hasHeader: false }, 'B6'],
])('a cell is told by its place in the sheet, %j', (table, place) => {
  expect(placeOf(bulkDraft({ table }), 3, 1)).toBe(place);
});
