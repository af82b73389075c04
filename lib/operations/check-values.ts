import { parseChinaTime } from '@/lib/time/china-time';
import type { Field, FieldFormat, FieldIssue, FieldReason, Operation, RowValues } from './operation';

/**
 * Checks a row strictly against its operation: every issue names its field. An empty list means that it may be sent.
 * Generated fields (the idempotency key) are not the row's to give.
 */
export function checkValues(operation: Operation, values: RowValues): FieldIssue[] {
  const issues: FieldIssue[] = [];
  for (const [name, field] of Object.entries(operation.fields)) {
    if (field.from === 'generated') continue;
    const value = Object.hasOwn(values, name) ? (values[name] ?? '') : '';
    const reason = checkField(field, value);
    if (reason) issues.push({ field: name, reason });
  }
  for (const name of Object.keys(values)) {
    const field = Object.hasOwn(operation.fields, name) ? operation.fields[name] : undefined;
    if (!field || field.from === 'generated') issues.push({ field: name, reason: 'unknown-field' });
  }
  return issues;
}

/** The reason why `value` cannot be sent in this field, if any. An empty optional field is fine: it is not sent. */
export function checkField(field: Field, value: string): FieldReason | undefined {
  if (value.trim() === '') return field.required ? 'required' : undefined;
  if (value.length > field.maxLength) return 'too-long';
  return isWellFormed[field.format](value) ? undefined : formatReasons[field.format];
}

// Predicates rather than a schema library: forms check with them at every keystroke, in a popup that must be small.
const isWellFormed: Readonly<Record<FieldFormat, (text: string) => boolean>> = {
  text: () => true,
  id: (text) => /^[^\s\p{Cc}]+$/u.test(text),
  'opportunity-id': (text) => /^\d+$/.test(text),
  'china-time': (text) => parseChinaTime(text) !== undefined,
  'json-object': isJsonObject,
};

const formatReasons: Readonly<Record<FieldFormat, FieldReason>> = {
  text: 'too-long',
  id: 'not-an-id',
  'opportunity-id': 'not-an-id',
  'china-time': 'not-a-china-time',
  'json-object': 'not-a-json-object',
};

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
