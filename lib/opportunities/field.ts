import type { Field } from '@/lib/operations/field';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import { readWrittenDay } from '@/lib/time/written-time';
import { normaliseAmount, readAmount, readTypedAmount } from './amount';

export type OpportunityFieldName = Exclude<keyof typeof updateOpportunity.fields, 'id'>;

/** What a field's text means, beyond being text. */
export type OpportunityFieldKind = 'text' | 'line' | 'amount' | 'date';

const { id: _id, ...documentedFields } = updateOpportunity.fields;

/** The documented fields that stand in a record, by the document's names; its id stands in the address. */
export const opportunityFields: Readonly<Record<OpportunityFieldName, Field>> = documentedFields;
export const opportunityFieldNames = Object.keys(opportunityFields).filter(isFieldName);

/** Of which nothing but a length is known. */
const customField: Field = opportunityFields.note;

/** A company's own fields have keys such as `text_asset_8b1eeedd`. */
export function isCustomKey(name: string): boolean {
  return /^[a-z]+_asset_[\da-z]+$/.test(name);
}

/**
 * Whether a field may be emptied. Not the owner, though the document does not require it: a record without one is
 * the public pool's.
 */
export function canBeEmpty(name: string): boolean {
  return findField(name)?.required !== true && name !== 'user_id';
}

/** The field of this name, documented or a company's own; undefined for any other. */
export function findField(name: string): Field | undefined {
  if (isFieldName(name)) return opportunityFields[name];
  return isCustomKey(name) ? customField : undefined;
}

export function isFieldName(name: string): name is OpportunityFieldName {
  return Object.hasOwn(opportunityFields, name);
}

/** Texts of several lines keep their blanks; whatever else is text does not. */
export function kindOf(name: string): OpportunityFieldKind {
  const field = findField(name);
  if (field?.format === 'amount' || field?.format === 'date') return field.format;
  return name === 'note' || name === 'customer_requirement' || isCustomKey(name) ? 'text' : 'line';
}

/** A value as the CRM gave it, in our form: amounts without exponent, dates without a time of day. */
export function readFieldText(name: string, text: string): string {
  const kind = kindOf(name);
  if (kind === 'amount') return readAmount(text);
  if (kind === 'date') return /^(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}/.exec(text)?.[1] ?? text;
  return text;
}

/** A value as a person gave it, in the form in which it is sent. */
export function readTypedField(name: string, text: string): string {
  const kind = kindOf(name);
  if (kind === 'amount') return readTypedAmount(text);
  if (kind === 'date') return readWrittenDay(text);
  return kind === 'text' ? text.replaceAll('\r\n', '\n') : text.trim();
}

/** Whether two values of a field mean the same; one that is not known equals only what is not known either. */
export function isSameValue(name: string, one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return comparable(name, one) === comparable(name, other);
}

function comparable(name: string, text: string): string {
  // The CRM may store line breaks its own way and trim what surrounds a text: neither is a change.
  const plain = text.replaceAll('\r\n', '\n').trim();
  return kindOf(name) === 'amount' ? (normaliseAmount(plain) ?? plain) : plain;
}
