import type { RowValues } from './field';
import type { Declaration } from './operation';

/**
 * A row's own id at the platform: unique since its key is, readable since it ends with the row's number (from 1), and
 * the same however often it is made.
 */
export function rowId(key: string, index: number): string {
  return `${key}-${index + 1}`;
}

/**
 * The row with the ids filled in that a person may leave to us. Done when a job is made, with the intention's id and
 * the row's position in the job, and stored with the row: later requests may carry other rows beside it.
 */
export function completeRow(
  { fields }: Pick<Declaration, 'fields'>,
  row: RowValues,
  { key, index }: { key: string; index: number },
): RowValues {
  const missing = Object.keys(fields).filter((name) => fields[name]?.fallback === 'row-id' && !row[name]?.trim());
  if (missing.length === 0) return row;
  return { ...row, ...Object.fromEntries(missing.map((name) => [name, rowId(key, index)])) };
}

/** The row as part of another job: ids that we gave it are given anew, ids of the person's own stay. */
export function renewRowId(
  operation: Pick<Declaration, 'fields'>,
  row: RowValues,
  from: { key: string; index: number },
  to: { key: string; index: number },
): RowValues {
  const ours = rowId(from.key, from.index);
  const own = Object.entries(row).filter(
    ([name, value]) => operation.fields[name]?.fallback !== 'row-id' || value !== ours,
  );
  return completeRow(operation, Object.fromEntries(own), to);
}
