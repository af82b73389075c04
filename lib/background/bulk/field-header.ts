import type { ImportRecord } from '@/lib/storage/schema';

/** Whether what stands above the columns are names of fields, put there by us: of rows that came from no table. */
export function hasFieldHeader(table: ImportRecord | undefined): boolean {
  if (!table) return true;
  return table.isGiven === true && table.header.every((name, column) => name === table.mapping[column]);
}
