/** A row, or what a request's rows share, as it was entered or imported: the documents' field names, text values, absent when empty. */
export type RowValues = Readonly<Record<string, string>>;

/** How a field's text is checked, beyond its documented type. */
export type FieldFormat =
  | 'text'
  | 'id'
  | 'card-id'
  | 'opportunity-id'
  | 'whole-number'
  | 'amount'
  | 'phone'
  | 'email'
  | 'date'
  | 'china-time'
  | 'json-object';

export interface Field {
  /**
   * The type as the document's table writes it; it decides the JSON type on the wire. Where a table has no types
   * (001), as its sample shows it. A row gives one member of a `String[]`.
   */
  documented: 'String' | 'Number' | 'Boolean' | 'Date' | 'String[]';
  required: boolean;
  format: FieldFormat;
  /** In characters; ours where the document is silent, so that a pasted page is refused at the field. */
  maxLength: number;
  /**
   * Who fills it in: the page's context, the settings, the person, we ourselves (keys), or the record as it was just
   * read, which is sent back unchanged and not offered for editing.
   */
  from: 'page' | 'settings' | 'person' | 'generated' | 'record';
  /** The object inside the request that holds it. A group is sent when any of its fields has a value. */
  group?: string;
  /** It stands in the address, not in the body. */
  place?: 'url';
  /** Personal data: shown masked wherever it is not being used. */
  mask?: 'phone' | 'email';
  /** No two rows of a request may have the same. */
  unique?: true;
  /** Given by us when the person leaves it empty; see `completeRow`. */
  fallback?: 'row-id';
  /** The value is one of the options that the CRM's field map gives for it. */
  options?: 'field-map';
}

export type Fields = Readonly<Record<string, Field>>;

/** Why a value was refused: a key of the catalogues. */
export type FieldReason =
  | 'required'
  | 'too-long'
  | 'not-an-id'
  | 'not-a-whole-number'
  | 'not-an-amount'
  | 'not-a-phone'
  | 'not-an-email'
  | 'not-a-date'
  | 'not-a-china-time'
  | 'not-a-json-object'
  | 'unknown-field'
  | 'one-of-required'
  | 'required-together'
  | 'required-for-channel'
  | 'repeated';

export interface FieldIssue {
  field: string;
  reason: FieldReason;
  /** The other fields that the rule is about. */
  others?: readonly string[];
}
