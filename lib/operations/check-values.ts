import * as z from 'zod/mini';
import { parseChinaTime } from '@/lib/time/china-time';
import type { Field, FieldIssue, FieldReason, Operation, RowValues } from './operation';

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
  const checked = formats[field.format].safeParse(value);
  return checked.success ? undefined : formatReasons[field.format];
}

const formats = {
  text: z.string(),
  id: z.string().check(z.regex(/^[^\s\p{Cc}]+$/u)),
  'opportunity-id': z.string().check(z.regex(/^\d+$/)),
  'china-time': z.string().check(z.refine((text) => parseChinaTime(text) !== undefined)),
  'json-object': z.string().check(z.refine(isJsonObject)),
};

const formatReasons = {
  text: 'too-long',
  id: 'not-an-id',
  'opportunity-id': 'not-an-id',
  'china-time': 'not-a-china-time',
  'json-object': 'not-a-json-object',
} as const;

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
