import type { PlatformError } from '@/lib/errors/app-error';

/** A row as it was entered or imported: the document's field names, text values, absent when empty. */
export type RowValues = Readonly<Record<string, string>>;

/** How a field's text is checked, beyond its documented type. */
export type FieldFormat = 'text' | 'id' | 'opportunity-id' | 'china-time' | 'json-object';

export interface Field {
  /** The type as the document's table writes it; it decides the JSON type on the wire. */
  documented: 'String' | 'Number' | 'Boolean' | 'Date' | 'String[]';
  required: boolean;
  format: FieldFormat;
  /** In characters; ours where the document is silent, so that a pasted page is refused at the field. */
  maxLength: number;
  /** Who fills it in: the page's context, the settings, the person, or we ourselves (keys). */
  from: 'page' | 'settings' | 'person' | 'generated';
}

/** Why a value was refused: a key of the catalogues. */
export type FieldReason =
  | 'required'
  | 'too-long'
  | 'not-an-id'
  | 'not-a-china-time'
  | 'not-a-json-object'
  | 'unknown-field';

export interface FieldIssue {
  field: string;
  reason: FieldReason;
}

/** What became of one row. `reason` is a key of the catalogues. */
export interface RowOutcome {
  state: 'succeeded' | 'failed' | 'unknown';
  reason?: string | undefined;
  /** What the platform answered for this row, as text. */
  value?: string | undefined;
  platform?: PlatformError | undefined;
}

/** A documented API, declared once; forms, checks, requests, outcomes, journal and tests derive from it. */
export interface Operation {
  id: string;
  platform: 'top';
  /** The API's name, which is also its document's. */
  method: string;
  /** The one object parameter that holds the fields. */
  parameter: string;
  fields: Readonly<Record<string, Field>>;
  /** The field that says which object a row is about. */
  subjectField: string;
  /**
   * The idempotency key. `safe`: the document promises that a repeat under the same key is absorbed, so an unknown
   * outcome is re-sent by itself. `ask`: it does not, so a person decides.
   */
  key: { field: string; repeat: 'safe' | 'ask' };
  rowsPerRequest: { default: number; maximum: number };
  /** The business parameters for these rows, serialised as the platform wants them; `key` is the idempotency key. */
  buildRequest(rows: readonly RowValues[], key: string): Record<string, string>;
  /** One outcome for each row given, in the rows' order, matched by key; what cannot be read is `unknown`. */
  readOutcomes(answer: unknown, rows: readonly RowValues[]): RowOutcome[];
}

/** Carries the declaration's own type along. */
export function defineOperation<const O extends Operation>(operation: O): O {
  return operation;
}

/** The documented type of each field, for the wire. */
export function documentedTypes(fields: Readonly<Record<string, Field>>): Record<string, Field['documented']> {
  return Object.fromEntries(Object.entries(fields).map(([name, { documented }]) => [name, documented]));
}
