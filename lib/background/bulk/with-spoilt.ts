import type { Field, FieldFormat, Fields, RowValues } from '@/lib/operations/field';
import type { StoredRowIssue } from '@/lib/storage/schema';
import { isErrorText } from '@/lib/tables/error-text';
import { hasDecimalPoint, spoiltId } from '@/lib/tables/spoilt-id';

const idFormats: ReadonlySet<FieldFormat> = new Set(['id', 'card-id', 'opportunity-id', 'whole-number', 'phone']);

/** What a spreadsheet has made of a value is said to be that, whatever else it would be: an id that it rounded, an error. */
export function withSpoilt(fields: Fields, values: RowValues, issues: readonly StoredRowIssue[]): StoredRowIssue[] {
  const spoilt = Object.entries(values).flatMap(([field, text]): StoredRowIssue[] => {
    const reason = spoiltBy(fields[field], text);
    return reason === undefined ? [] : [{ field, reason }];
  });
  const others = issues.filter(({ field }) => !spoilt.some((issue) => issue.field === field));
  return [...spoilt, ...others];
}

function spoiltBy(field: Field | undefined, text: string): string | undefined {
  if (isErrorText(text)) return 'error-value';
  if (field === undefined || !idFormats.has(field.format)) return undefined;
  if (spoiltId(text)) return 'spoilt-id';
  return hasDecimalPoint(text) ? 'decimal-id' : undefined;
}
