import type { ImportRecord, JobRecord } from '@/lib/storage/schema';

/** Whether what stands above the columns are names of fields, put there by us: of rows that came from no table. */
export function hasFieldHeader({ retryOf, undoOf }: JobRecord, table: ImportRecord | undefined): boolean {
  if (!table) return true;
  const isOfRows = (retryOf ?? undoOf) !== undefined;
  return isOfRows && table.header.every((name, column) => name === table.mapping[column]);
}
