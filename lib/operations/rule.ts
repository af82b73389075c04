import type { FieldIssue, RowValues } from './field';

/** How an outreach plan reaches people. No document has a field for it: the person states it for the plan. */
export const channels = ['call', 'sms', 'mail'] as const;
export type Channel = (typeof channels)[number];

/** A condition between fields, as data, so that forms, preflight and docs read the same one. */
export type Rule =
  /** Required when the plan's channel is one of these. */
  | { kind: 'required-for-channel'; field: string; channels: readonly Channel[] }
  /** At least one of these. */
  | { kind: 'one-of-required'; fields: readonly [string, string, ...string[]] }
  /** All of these or none. */
  | { kind: 'required-together'; fields: readonly [string, string, ...string[]] };

/** What a rule finds missing. Without a channel the rules about channels are silent. */
export function checkRule(rule: Rule, values: RowValues, channel?: Channel): FieldIssue[] {
  const isEmpty = (field: string) => !Object.hasOwn(values, field) || (values[field] ?? '').trim() === '';
  switch (rule.kind) {
    case 'required-for-channel':
      return channel !== undefined && rule.channels.includes(channel) && isEmpty(rule.field)
        ? [{ field: rule.field, reason: rule.kind }]
        : [];
    case 'one-of-required': {
      const [field, ...others] = rule.fields;
      return rule.fields.every(isEmpty) ? [{ field, reason: rule.kind, others }] : [];
    }
    case 'required-together': {
      if (rule.fields.every(isEmpty)) return [];
      const others = (field: string) => rule.fields.filter((name) => name !== field);
      return rule.fields.filter(isEmpty).map((field) => ({ field, reason: rule.kind, others: others(field) }));
    }
  }
}

/** The fields that a rule speaks of. */
export function fieldsOf(rule: Rule): readonly string[] {
  return rule.kind === 'required-for-channel' ? [rule.field] : rule.fields;
}
