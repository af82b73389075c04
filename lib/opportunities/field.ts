import { normaliseAmount, readAmount, readTypedAmount } from './amount';

export type OpportunityFieldKind = 'line' | 'text' | 'amount' | 'date' | 'option' | 'id';

export interface OpportunityField {
  kind: OpportunityFieldKind;
  /** In characters; the document sets none, so these are what such columns commonly hold. */
  maxLength: number;
  /** Whether it may be emptied. */
  canBeEmpty: boolean;
  /** Whether a person may edit it here. */
  isOffered: boolean;
}

/** The documented fields of an opportunity, by the names of the document. The id stands in the address. */
export const opportunityFields = {
  user_id: { kind: 'id', maxLength: 20, canBeEmpty: false, isOffered: true },
  title: { kind: 'line', maxLength: 255, canBeEmpty: false, isOffered: true },
  // Required by the document in every edit, and not editable in the CRM itself: always sent back as it is.
  customer_id: { kind: 'id', maxLength: 20, canBeEmpty: false, isOffered: false },
  expect_amount: { kind: 'amount', maxLength: 20, canBeEmpty: true, isOffered: true },
  stage: { kind: 'option', maxLength: 64, canBeEmpty: true, isOffered: true },
  expect_sign_date: { kind: 'date', maxLength: 10, canBeEmpty: true, isOffered: true },
  get_time: { kind: 'date', maxLength: 10, canBeEmpty: true, isOffered: true },
  customer_requirement: { kind: 'text', maxLength: 10_000, canBeEmpty: true, isOffered: true },
  note: { kind: 'text', maxLength: 10_000, canBeEmpty: true, isOffered: true },
  source: { kind: 'option', maxLength: 64, canBeEmpty: true, isOffered: true },
  kind: { kind: 'option', maxLength: 64, canBeEmpty: true, isOffered: true },
  // How to take a record out of every department is not documented.
  want_department_id: { kind: 'id', maxLength: 20, canBeEmpty: false, isOffered: true },
} as const satisfies Record<string, OpportunityField>;

export type OpportunityFieldName = keyof typeof opportunityFields;
export const opportunityFieldNames = Object.keys(opportunityFields) as readonly OpportunityFieldName[];

const customField: OpportunityField = { kind: 'text', maxLength: 10_000, canBeEmpty: true, isOffered: true };

/** A company's own fields have keys such as `text_asset_8b1eeedd`. */
export function isCustomKey(name: string): boolean {
  return /^[a-z]+_asset_[\da-z]+$/.test(name);
}

/** The field of this name, documented or a company's own; undefined for any other. */
export function findField(name: string): OpportunityField | undefined {
  if (isFieldName(name)) return opportunityFields[name];
  return isCustomKey(name) ? customField : undefined;
}

export function isFieldName(name: string): name is OpportunityFieldName {
  return Object.hasOwn(opportunityFields, name);
}

/** A value as the CRM gave it, in our form: amounts without exponent, dates without a time of day. */
export function readFieldText(kind: OpportunityFieldKind, text: string): string {
  if (kind === 'amount') return readAmount(text);
  if (kind === 'date') return /^(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}/.exec(text)?.[1] ?? text;
  return text;
}

/** A value as a person gave it, in the form in which it is sent. Long texts keep their blanks. */
export function readTypedField(kind: OpportunityFieldKind, text: string): string {
  if (kind === 'amount') return readTypedAmount(text);
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
  return findField(name)?.kind === 'amount' ? (normaliseAmount(plain) ?? plain) : plain;
}
