import { editMessages } from '@/lib/i18n/edit-messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { CallOutput } from '@/lib/messages/extension-contract';
import { kindOf } from '@/lib/opportunities/field';
import { type FieldOption, offeredOptions } from '@/lib/opportunities/field-options';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import { fieldWords } from './field-words';

export type Knowledge = CallOutput<'crm.read'>['knowledge'];

/** What people call a field: the document's, or the company's own. */
export function fieldLabel(field: string, knowledge: Knowledge | undefined): string {
  const own = knowledge?.groups?.flatMap(({ fields }) => fields).find(({ name }) => name === field);
  return own?.label ?? fieldWords.value[field]?.label ?? field;
}

/** All options of a field, as the company defined them; empty for a field to type in. */
export function optionsOf(field: string, knowledge: Knowledge | undefined): readonly FieldOption[] {
  const own = knowledge?.groups?.flatMap(({ fields }) => fields).find(({ name }) => name === field);
  return own?.options ?? knowledge?.maps?.find((map) => map.field === field)?.options ?? [];
}

/** What may be chosen in a field, with the one it holds. */
export function choicesOf(field: string, knowledge: Knowledge | undefined, before: Opportunity) {
  const words = editMessages.value;
  const offered = offeredOptions(optionsOf(field, knowledge), before, field);
  const choices = offered.map(({ value, label, isEnabled }) => ({
    value,
    label: isEnabled ? label : words.disabledOption(label),
  }));
  return [{ value: '', label: words.none }, ...choices];
}

/** A decimal with its groups, digit by digit: 123,456,789,012,345.67. Anything else as it is. */
export function groupDigits(text: string): string {
  const [, whole, fraction = ''] = /^(-?\d+)(\.\d+)?$/.exec(text) ?? [];
  return whole === undefined ? text : `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** A value as people read it: an option's name, a person's name beside the id. */
export function showValue(
  field: string,
  value: string | undefined,
  { knowledge, records }: { knowledge: Knowledge | undefined; records: readonly (Opportunity | undefined)[] },
): string {
  const words = editMessages.value;
  if (value === undefined) return words.notKnown;
  if (value.trim() === '') return words.empty;
  if (kindOf(field) === 'amount') return groupDigits(value);
  const option = optionsOf(field, knowledge).find((one) => one.value === value);
  if (option?.label) return option.label;
  // A record names what it holds itself.
  const holder = records.find((record) => record?.values[field] === value && record.labels[field]);
  const label = holder?.labels[field];
  if (!label || label === value) return value;
  return field === 'user_id' || field === 'want_department_id' ? `${label} · ${value}` : label;
}

/** For a field's values side by side where they are only looked at: contacts masked, unless nothing else tells them apart. */
export function maskBeside(texts: readonly string[]): (text: string) => string {
  const isTold = new Set(texts.map(maskWhereFound)).size === new Set(texts).size;
  return isTold ? maskWhereFound : (text) => text;
}
