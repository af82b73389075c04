import { checkField } from '@/lib/operations/check-values';
import type { FieldReason } from '@/lib/operations/field';
import { checkFormat } from '@/lib/operations/field-formats';
import { type CustomField, isDayType } from './custom-fields';
import type { Change } from './difference';
import { canBeEmpty, findField, isCustomKey } from './field';
import { type FieldMap, type FieldOption, offeredOptions } from './field-options';
import { knownValue, type Opportunity } from './opportunity';

/** Why a value was refused: a key of the catalogues. */
export type ChangeReason =
  | FieldReason
  | 'hidden-field'
  | 'not-offered'
  | 'not-an-option'
  /** Two options have this label. */
  | 'ambiguous-option';

export interface ChangeIssue {
  field: string;
  reason: ChangeReason;
}

/** What is known of a company's own ways; what is absent is not checked. */
export interface CheckKnowledge {
  maps?: readonly FieldMap[] | undefined;
  customFields?: readonly CustomField[] | undefined;
}

/**
 * Checks what would be changed, and only that: a record may hold older values that would not pass. An empty list
 * means that it may be sent.
 */
export function checkChanges(
  before: Opportunity,
  changes: readonly Change[],
  { maps = [], customFields = [] }: CheckKnowledge = {},
): ChangeIssue[] {
  return changes.flatMap(({ field, to }) => {
    const custom = customFields.find(({ name }) => name === field);
    // An own field without any option is a field to type in.
    const options = custom?.options ?? maps.find((map) => map.field === field)?.options ?? [];
    const reason =
      checkHeld(before, field) ??
      checkChange(field, to) ??
      (custom && checkOwnField(custom, to)) ??
      (options.length > 0 ? checkOption(offeredOptions(options, before, field), to) : undefined);
    return reason ? [{ field, reason }] : [];
  });
}

/** Why a company's own field does not take this. */
export function checkOwnField({ cannotEdit, isRequired, type }: CustomField, to: string): ChangeReason | undefined {
  if (cannotEdit) return 'not-offered';
  if (to.trim() === '') return isRequired ? 'required' : undefined;
  return isDayType(type) ? checkOwnDay(to) : undefined;
}

/** In which other forms a CRM takes a company's own days is not documented; without a digit there is none. */
function checkOwnDay(to: string): ChangeReason | undefined {
  if (!/\d/.test(to)) return 'not-a-date';
  return /^\d{4}-\d{2}-\d{2}$/.test(to) ? checkFormat('date', to) : undefined;
}

function checkOption(options: readonly FieldOption[], to: string): ChangeReason | undefined {
  return to === '' || options.some(({ value }) => value === to) ? undefined : 'not-an-option';
}

/** A mask must never be written over what it hides, nor a text over a list. */
function checkHeld(before: Opportunity, field: string): ChangeReason | undefined {
  if (before.hidden.includes(field)) return 'hidden-field';
  return isCustomKey(field) && knownValue(before, field) === undefined ? 'not-offered' : undefined;
}

/** Why this value cannot be sent in this field, options apart. `text` in the form in which it is sent. */
export function checkChange(name: string, text: string): ChangeReason | undefined {
  const field = findField(name);
  if (!field) return 'unknown-field';
  if (field.from === 'record') return 'not-offered';
  if (text.trim() === '' && !canBeEmpty(name)) return 'required';
  return checkField(field, text);
}
