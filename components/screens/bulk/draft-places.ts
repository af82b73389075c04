import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import type { RowIssue } from '@/lib/messages/draft-row';
import { cellPlace, columnLetters } from '@/lib/tables/cell-place';
import type { Draft } from './draft-model';

/** What is wrong with a field that all rows share, or that no column has. */
export function issueAt({ sharedIssues }: Draft, field: string): RowIssue | undefined {
  return sharedIssues.find((issue) => issue.field === field);
}

/** A column as people call it: its letters and what stands above it. */
export function columnName({ summary, import: { header, hasFieldHeader } }: Draft, column: number): string {
  const name = header[column] ?? '';
  const words = hasFieldHeader ? fieldWords(summary.operation, name).label : name;
  return bulkMessages.value.columns.column(columnLetters(column), words);
}

/** A row's cell as spreadsheets call it: B17. */
export function placeOf(draft: Draft, index: number, column: number): string {
  return cellPlace(rowNumber(draft, index) - 1, column);
}

/** The row's number in the table, from 1. */
export function rowNumber({ import: { hasHeader, rowsAbove = 0 } }: Draft, index: number): number {
  return rowsAbove + index + (hasHeader ? 2 : 1);
}
