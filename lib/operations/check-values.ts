import type { Field, FieldIssue, FieldReason, Fields, RowValues } from './field';
import { checkFormat } from './field-formats';
import type { Declaration } from './operation';
import { type Channel, checkRule, fieldsOf } from './rule';

type Checked = Pick<Declaration, 'shared' | 'fields' | 'rules'>;

/** What a row is checked beside. */
export interface CheckContext {
  /** What the request's rows share; absent: only the row is checked. */
  shared?: RowValues | undefined;
  /** The plan's, as the person states it. */
  channel?: Channel | undefined;
}

/**
 * Checks a row, and what it shares with others where given, strictly against its operation: every issue names its
 * field. An empty list means that it may be sent. Generated fields (the idempotency key) are not the row's to give.
 */
export function checkValues(operation: Checked, row: RowValues, context: CheckContext = {}): FieldIssue[] {
  const { shared, channel } = context;
  return [...(shared ? checkShared(operation, shared) : []), ...checkRow(operation, row, channel)];
}

/** Checks what the rows share: once for a batch, however many rows it has. */
export function checkShared(operation: Checked, shared: RowValues): FieldIssue[] {
  return checkFields(operation, operation.shared, shared);
}

export interface RowIssue extends FieldIssue {
  /** The row's position. */
  row: number;
}

/** Checks every row, and that no two have the same where they may not. */
export function checkRows(operation: Checked, rows: readonly RowValues[], channel?: Channel): RowIssue[] {
  const uniqueNames = Object.keys(operation.fields).filter((name) => operation.fields[name]?.unique);
  const seen = new Set<string>();
  return rows.flatMap((values, row) => {
    const repeated = uniqueNames.filter((name) => isRepeated(seen, name, values[name]?.trim() ?? ''));
    const issues = [
      ...checkRow(operation, values, channel),
      ...repeated.map((field): FieldIssue => ({ field, reason: 'repeated' })),
    ];
    return issues.map((issue) => ({ ...issue, row }));
  });
}

function isRepeated(seen: Set<string>, name: string, value: string): boolean {
  if (value === '') return false;
  const mark = `${name} ${value}`;
  const isThere = seen.has(mark);
  seen.add(mark);
  return isThere;
}

function checkRow(operation: Checked, row: RowValues, channel?: Channel): FieldIssue[] {
  return checkFields(operation, operation.fields, row, channel);
}

function checkFields({ rules }: Checked, fields: Fields, values: RowValues, channel?: Channel): FieldIssue[] {
  const issues: FieldIssue[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (field.from === 'generated') continue;
    const reason = checkField(field, Object.hasOwn(values, name) ? (values[name] ?? '') : '');
    if (reason) issues.push({ field: name, reason });
  }
  for (const name of Object.keys(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || field.from === 'generated') issues.push({ field: name, reason: 'unknown-field' });
  }
  const own = rules.filter((rule) => fieldsOf(rule).every((name) => Object.hasOwn(fields, name)));
  return [...issues, ...own.flatMap((rule) => checkRule(rule, values, channel))];
}

/** The reason why `value` cannot be sent in this field, if any. An empty optional field is fine: it is not sent. */
export function checkField(field: Field, value: string): FieldReason | undefined {
  if (value.trim() === '') return field.required ? 'required' : undefined;
  // Dates have a length of their own: one that is too long is told to be none.
  const isDate = field.format === 'date' || field.format === 'china-time';
  if (!isDate && value.length > field.maxLength) return 'too-long';
  return checkFormat(field.format, value);
}
