import { hasMark } from '@/lib/jobs/job-rows';
import type { RowValues } from '@/lib/operations/field';
import type { ImportRecord, RowRecord } from '@/lib/storage/schema';
import type { Draft } from './draft-transaction';

/** A row's cells as they count: corrected where a person corrected them. */
export function cellsOf({ cells = [], corrected = {} }: RowRecord): string[] {
  const columns = Math.max(cells.length, ...Object.keys(corrected).map((column) => Number(column) + 1));
  return Array.from({ length: columns }, (_, column) => corrected[column] ?? cells[column] ?? '');
}

/**
 * What a row says by field: its mapped cells that are not blank, and what all rows have in common for the others.
 * What an undo puts back is no cell's: there a blank one would ask for nothing, and not to empty the field.
 */
export function valuesOf(row: RowRecord, { job, table }: Draft): RowValues {
  if (job.undoOf !== undefined) return row.values;
  const own = Object.entries(table.shared ?? {}).filter(([field]) => !Object.hasOwn(job.shared ?? {}, field));
  const cells = cellsOf(row);
  const mapped = table.mapping.flatMap((field, column) => {
    const text = cells[column]?.trim() ?? '';
    return field === '' || text === '' ? [] : [[field, text] as const];
  });
  return Object.fromEntries([...own, ...mapped]);
}

/** Whether a row has something beyond the table's last column: one separator too many moved all that follows. */
export function hasStrayCells(row: RowRecord, { mapping }: ImportRecord): boolean {
  return cellsOf(row)
    .slice(mapping.length)
    .some((text) => text.trim() !== '');
}

const counted = ['faulty', 'warned', 'excluded', 'hidden'] as const;

/** What a table counts before its rows are looked at. */
export const notChecked = { checkedBlocks: 0, faulty: 0, warned: 0, excluded: 0, hidden: 0 } as const;

/** Takes a row into the table's counts, or with -1 out of them. */
export function countRow(table: ImportRecord, row: RowRecord, sign: 1 | -1 = 1): void {
  for (const mark of counted) if (hasMark(row, mark)) table[mark] = (table[mark] ?? 0) + sign;
}
