import type { JobRecord, RowRecord, StoredRowIssue } from '@/lib/storage/schema';
import type { DraftRules } from './draft-rules';
import type { Draft } from './draft-transaction';
import type { Others, OthersFinder } from './find-others';
import { hasStrayCells, valuesOf } from './table-row';

/** The rows with their values and everything that stands against them, but for what other rows of the table have. */
export async function checkRows(
  rows: readonly RowRecord[],
  draft: Draft,
  { rules, findOthers }: { rules: DraftRules; findOthers: OthersFinder },
): Promise<RowRecord[]> {
  const checked = rows.map((row) => checkAlone(row, draft, rules));
  const others = await findOthers(checked);
  return checked.map((row, position) =>
    withIssues(row, [...(row.issues ?? []), ...issuesOf(rules.subjectField, others[position])]),
  );
}

function checkAlone(row: RowRecord, draft: Draft, rules: DraftRules): RowRecord {
  const { values, issues } = rules.checkRow(valuesOf(row, draft), row.index);
  const subject = values[rules.subjectField] ?? '';
  const spoilt = spoiltFields(row, draft);
  const others = issues.filter(({ field }) => !spoilt.some((issue) => issue.field === field));
  const stray: StoredRowIssue[] = hasStrayCells(row, draft.table) ? [{ field: '', reason: 'too-many-cells' }] : [];
  return withIssues({ ...row, subject, values: { ...values } }, [...stray, ...spoilt, ...others]);
}

/** Cells without a value of their author, in columns that are used, until a person has put one there. */
function spoiltFields({ faults = {}, corrected = {} }: RowRecord, { table }: Draft): StoredRowIssue[] {
  return Object.entries(faults).flatMap(([column, reason]) => {
    const field = table.mapping[Number(column)] ?? '';
    return field === '' || Object.hasOwn(corrected, column) ? [] : [{ field, reason }];
  });
}

function issuesOf(field: string, { atWork, earlier, people = [] }: Others = {}): StoredRowIssue[] {
  if (atWork) return [{ field, reason: 'at-work', atWork }];
  const reached = people.map(({ field: of, ...place }) => ({ field: of, reason: 'person-earlier', earlier: place }));
  return earlier ? [{ field, reason: 'done-earlier', earlier }, ...reached] : reached;
}

export function withIssues({ issues: _, ...row }: RowRecord, issues: StoredRowIssue[]): RowRecord {
  return issues.length > 0 ? { ...row, issues } : row;
}

interface Mark {
  field: string;
  mark: string;
  /** To have the same is worth a warning and no more. */
  isPerson: boolean;
}

/** What no other row may have, or should have: each unique field that has a value, with it. */
export function marksOf({ values }: RowRecord, { uniqueFields, people }: DraftRules): Mark[] {
  const marks = (fields: readonly string[], isPerson: boolean) =>
    fields.flatMap((field): Mark[] => {
      const value = values[field]?.trim() ?? '';
      const same = isPerson ? people?.sameForm(value) : value;
      return value === '' ? [] : [{ field, mark: `${field} ${same}`, isPerson }];
    });
  return [...marks(uniqueFields, false), ...marks(people?.fields ?? [], true)];
}

const isRepeat = ({ reason }: StoredRowIssue) => reason === 'repeated' || reason === 'person-repeated';

/** The row with what was told of it before as to other rows of the table, where the same value still stands. */
export function withRepeatsOf(row: RowRecord, before: RowRecord, rules: DraftRules): RowRecord {
  const [now, then] = [row, before].map((one) => new Map(marksOf(one, rules).map(({ field, mark }) => [field, mark])));
  const repeats = (before.issues ?? []).filter(isRepeat);
  const kept = repeats.filter(({ field }) => now?.get(field) === then?.get(field));
  return withIssues(row, [...(row.issues ?? []), ...kept]);
}

/**
 * The row with its repeats told anew: a row that an earlier one, seen before it, has the same as. Takes its marks into
 * `seen`. With `only`, what was told of any other mark stays.
 */
export function tellRepeats(
  row: RowRecord,
  rules: DraftRules,
  { job, seen, only }: { job: JobRecord; seen: Set<string>; only?: ReadonlySet<string> },
): RowRecord {
  const all = marksOf(row, rules);
  const marks = only ? all.filter(({ mark }) => only.has(mark)) : all;
  const stays = ({ field }: StoredRowIssue) => only !== undefined && !marks.some((told) => told.field === field);
  const others = (row.issues ?? []).filter((issue) => !isRepeat(issue) || (stays(issue) && !row.isExcluded));
  if (row.isExcluded) return withIssues(row, others);
  const here = { jobId: job.id, at: job.createdAt };
  const repeats = marks
    .filter(({ mark }) => seen.has(mark))
    .map(({ field, isPerson }) =>
      isPerson ? { field, reason: 'person-repeated', earlier: here } : { field, reason: 'repeated' },
    );
  for (const { mark } of marks) seen.add(mark);
  return withIssues(row, [...others, ...repeats]);
}
