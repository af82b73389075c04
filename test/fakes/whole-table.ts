import fc from 'fast-check';
import { openReader } from '@/lib/tables/open-reader';
import type { CellFault, TableInfo, TableOptions, TableSource } from '@/lib/tables/table';

export interface WholeTable {
  info: TableInfo;
  rows: string[][];
  faults: CellFault[];
  hiddenRows: number[];
}

/** Everything that a source holds, of one width. */
export async function readWhole(source: TableSource, options: TableOptions = {}): Promise<WholeTable> {
  const { info, chunks } = await openReader(source, options);
  const whole: WholeTable = { info, rows: [], faults: [], hiddenRows: [] };
  for await (const { rows, faults, hiddenRows } of chunks) {
    whole.rows.push(...rows);
    whole.faults.push(...faults);
    whole.hiddenRows.push(...hiddenRows);
  }
  return { ...whole, rows: even(whole.rows) };
}

/** Rows as a table has them: without empty ones at the end, all as wide as the widest. */
export function even(rows: readonly (readonly string[])[]): string[][] {
  const kept = rows.slice(0, rows.findLastIndex((cells) => cells.some((cell) => cell !== '')) + 1);
  const width = Math.max(0, ...kept.map((cells) => cells.length));
  return kept.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ''));
}

/** Columns that are empty all the way down are none in a workbook. */
export function withoutEmptyColumns(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...rows.map((cells) => cells.findLastIndex((cell) => cell !== '') + 1));
  return even(rows.map((cells) => cells.slice(0, width)));
}

/** Texts full of what has a meaning in some format: separators, quotes, newlines, formulas, escapes, ids. */
function arbitraryCell(unit: 'binary' | 'grapheme'): fc.Arbitrary<string> {
  const meaning = fc.constantFrom(
    ...['"', '""', ',', ';', '\t', '｜', '|', '\r', '\n', '\r\n', '=', '+', '-', '@', "'", '＝', ' ', '\uFEFF'],
    ...['&amp;', '<', '>', ']]>', '_x000D_', '_x', '0041', '00123', '="1"', '商机', '20191214888', 'sep=', '\u0001'],
  );
  return fc.oneof(
    { weight: 2, arbitrary: fc.string({ unit, maxLength: 6 }) },
    { weight: 3, arbitrary: fc.array(meaning, { maxLength: 4 }).map((parts) => parts.join('')) },
  );
}

/** `binary` cells hold anything that a JavaScript string can, half surrogate pairs too; `grapheme` what a text file can. */
export function arbitraryTable(unit: 'binary' | 'grapheme'): fc.Arbitrary<string[][]> {
  return fc.array(fc.array(arbitraryCell(unit), { minLength: 1, maxLength: 6 }), { maxLength: 12 });
}

export async function* eachOf<Item>(items: Iterable<Item>): AsyncGenerator<Item, void> {
  yield* items;
}
