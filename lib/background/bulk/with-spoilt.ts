import type { Field, FieldFormat, Fields, RowValues } from '@/lib/operations/field';
import type { StoredRowIssue } from '@/lib/storage/schema';
import { spoiltId } from '@/lib/tables/spoilt-id';

const idFormats: ReadonlySet<FieldFormat> = new Set(['id', 'card-id', 'opportunity-id', 'whole-number', 'phone']);

/** An id that a spreadsheet has rounded is said to be that, whatever else it would be. */
export function withSpoilt(fields: Fields, values: RowValues, issues: readonly StoredRowIssue[]): StoredRowIssue[] {
  const isId = (field: Field | undefined) => field !== undefined && idFormats.has(field.format);
  const spoilt = Object.keys(values).filter((name) => isId(fields[name]) && spoiltId(values[name] ?? ''));
  const others = issues.filter(({ field }) => !spoilt.includes(field));
  return [...spoilt.map((field) => ({ field, reason: 'spoilt-id' })), ...others];
}
