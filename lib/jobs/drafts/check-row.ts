import type { RowRecord, StoredRowIssue } from '@/lib/storage/schema';
import type { DraftRules } from './draft-rules';
import type { Draft } from './draft-transaction';
import type { Others } from './find-others';
import { hasStrayCells, valuesOf } from './table-row';

/** The row with its values and everything that stands against it, but for what other rows of the table have. */
export async function checkRow(
  row: RowRecord,
  draft: Draft,
  { rules, findOthers }: { rules: DraftRules; findOthers(subject: string): Promise<Others> },
): Promise<RowRecord> {
  const { values, issues } = rules.checkRow(valuesOf(row, draft), row.index);
  const subject = values[rules.subjectField] ?? '';
  const stray: StoredRowIssue[] = hasStrayCells(row, draft.table) ? [{ field: '', reason: 'too-many-cells' }] : [];
  const others = issuesOf(rules.subjectField, await findOthers(subject));
  return withIssues({ ...row, subject, values: { ...values } }, [...stray, ...issues, ...others]);
}

function issuesOf(field: string, { atWork, earlier }: Others): StoredRowIssue[] {
  if (atWork) return [{ field, reason: 'at-work', atWork }];
  return earlier ? [{ field, reason: 'done-earlier', earlier }] : [];
}

export function withIssues({ issues: _, ...row }: RowRecord, issues: StoredRowIssue[]): RowRecord {
  return issues.length > 0 ? { ...row, issues } : row;
}

/** What no other row may have: each unique field that has a value, with it. */
export function marksOf({ values }: RowRecord, { uniqueFields }: DraftRules): { field: string; mark: string }[] {
  return uniqueFields.flatMap((field) => {
    const value = values[field]?.trim() ?? '';
    return value === '' ? [] : [{ field, mark: `${field} ${value}` }];
  });
}

const isRepeat = ({ reason }: StoredRowIssue) => reason === 'repeated';

/** The row with its repeats told anew: a row that an earlier one, seen before it, has the same as. Takes its marks into `seen`. */
export function tellRepeats(row: RowRecord, rules: DraftRules, seen: Set<string>): RowRecord {
  const others = (row.issues ?? []).filter((issue) => !isRepeat(issue));
  if (row.isExcluded) return withIssues(row, others);
  const marks = marksOf(row, rules);
  const repeats = marks.filter(({ mark }) => seen.has(mark)).map(({ field }) => ({ field, reason: 'repeated' }));
  for (const { mark } of marks) seen.add(mark);
  return withIssues(row, [...others, ...repeats]);
}
