import type { Change } from './difference';
import { findField, isCustomKey, isFieldName, type OpportunityFieldKind } from './field';
import { type FieldMap, offeredOptions } from './field-options';
import { knownValue, type Opportunity } from './opportunity';

/** Why a value was refused: a key of the catalogues. */
export type ChangeReason =
  | 'required'
  | 'too-long'
  | 'not-an-amount'
  | 'not-a-date'
  | 'not-an-id'
  | 'not-an-option'
  | 'unknown-field'
  | 'hidden-field'
  | 'not-offered';

export interface ChangeIssue {
  field: string;
  reason: ChangeReason;
}

/**
 * Checks what would be changed, and only that: a record may hold older values that would not pass. `maps` is given
 * once the options are known. An empty list means that it may be sent.
 */
export function checkChanges(
  before: Opportunity,
  changes: readonly Change[],
  maps: readonly FieldMap[] = [],
): ChangeIssue[] {
  return changes.flatMap(({ field, to }) => {
    const reason = checkHeld(before, field) ?? checkChange(field, to) ?? checkOption(before, field, to, maps);
    return reason ? [{ field, reason }] : [];
  });
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
  if (!field.isOffered) return 'not-offered';
  if (text.trim() === '') return field.canBeEmpty ? undefined : 'required';
  if (!isWellFormed[field.kind](text)) return formReasons[field.kind];
  return text.length > field.maxLength ? 'too-long' : undefined;
}

const isWellFormed: Readonly<Record<OpportunityFieldKind, (text: string) => boolean>> = {
  line: () => true,
  text: () => true,
  option: () => true,
  id: (text) => /^[1-9]\d*$/.test(text),
  // Two decimals, as money has; no sign: an opportunity is not expected to cost.
  amount: (text) => /^\d{1,15}(\.\d{1,2})?$/.test(text),
  date: isDate,
};

const formReasons: Readonly<Record<OpportunityFieldKind, ChangeReason>> = {
  line: 'too-long',
  text: 'too-long',
  option: 'not-an-option',
  id: 'not-an-id',
  amount: 'not-an-amount',
  date: 'not-a-date',
};

/** `YYYY-MM-DD`, a day that exists. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const epochMs = Date.parse(`${text}T00:00:00Z`);
  // Date.parse reads 02-30 as 1 March: what does not come back as it was is no day.
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString().startsWith(text);
}

function checkOption(
  before: Opportunity,
  field: string,
  to: string,
  maps: readonly FieldMap[],
): ChangeReason | undefined {
  const map = isFieldName(field) ? maps.find((candidate) => candidate.field === field) : undefined;
  if (!map || to === '') return undefined;
  return offeredOptions(map.options, before, field).some(({ value }) => value === to) ? undefined : 'not-an-option';
}
