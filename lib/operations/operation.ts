import type { PlatformError } from '@/lib/errors/app-error';
import type { AnswerShape } from './answer-shape';
import type { Fields, RowValues } from './field';
import type { Rule } from './rule';

export type { FieldReason, Fields, RowValues } from './field';

/** What became of one row. `reason` is a key of the catalogues. */
export interface RowOutcome {
  /** `skipped`: it was left as it is, as its job asks in such a case. */
  state: 'succeeded' | 'failed' | 'unknown' | 'skipped';
  reason?: string | undefined;
  /** What the platform answered for this row, as text. */
  value?: string | undefined;
  platform?: PlatformError | undefined;
  /** What its state does not say: it failed, but some of it was done; or it was kept, since others have changed it. */
  note?: 'partly' | 'kept' | undefined;
  /** The fields that its reason is about. */
  fields?: string[] | undefined;
}

/** A documented API, declared once, as nothing but data; forms, checks, requests, outcomes, journal, docs and tests derive from it. */
export interface Declaration {
  id: string;
  platform: 'top' | 'ikcrm';
  /** `read` changes nothing at the platform: it needs no key, no job and no hold-back. */
  effect: 'read' | 'write';
  /** The API's name, which is also its document's. */
  method: string;
  /** The one object of the request that holds the fields; absent where they stand side by side. */
  parameter?: string;
  /** The fields that all rows of a request share. */
  shared: Fields;
  /** The fields of a row. */
  fields: Fields;
  /** Where the rows stand; absent where one row's fields are the request's own. */
  rowsIn?: RowPlace;
  /** Conditions between fields. */
  rules: readonly Rule[];
  /** The document's answer, as it is read. */
  answer: AnswerShape;
  /** The field that says which object a row is about. */
  subjectField: string;
  /** How it can be taken back: not at all, or by writing the earlier values again. */
  undo: 'none' | 'before-image';
}

/** A list of objects, one for each row, or a list of texts, one member from each row's field of that name. */
export type RowPlace = { list: string; of: 'objects' | 'texts' };

/**
 * The idempotency key's field. `safe`: the document promises that a repeat under the same key is absorbed, so an
 * unknown outcome is re-sent by itself. `ask`: it does not, so a person decides.
 */
export type OperationKey = { field: string; repeat: 'safe' | 'ask' };

/** A write through the open platform. */
export interface WriteDeclaration extends Declaration {
  platform: 'top';
  effect: 'write';
  parameter: string;
  key: OperationKey;
  /** Settings may choose within the maximum: see `rowsPerRequest`. */
  rowsPerRequest: { default: number; maximum: number };
}

/** A write with what sends it, as jobs carry it; see `registry.ts`. */
export interface Operation extends WriteDeclaration {
  /**
   * The business parameters for these rows, serialised as the platform wants them; `key` is the idempotency key,
   * `shared` what the rows have in common.
   */
  buildRequest(rows: readonly RowValues[], key: string, shared?: RowValues): Record<string, string>;
  /**
   * One outcome for each row given, in the rows' order, matched by key and never by position; what cannot be read is
   * `unknown`. Rows and key are those of the request that was answered.
   */
  readOutcomes(answer: unknown, rows: readonly RowValues[], key?: string): RowOutcome[];
}

/** A question to the open platform. */
export interface QueryDeclaration extends Declaration {
  platform: 'top';
  effect: 'read';
}

/** A question with what asks it. */
export interface Query<Answer> extends QueryDeclaration {
  buildRequest(values: RowValues): Record<string, string>;
  /** Throws `unreadable-answer` or `rejected`; what cannot be read is never an empty answer. */
  readAnswer(answer: unknown): Answer;
}

/** A change of one record of the REST CRM; `lib/platforms/ikcrm` speaks it. */
export interface RecordOperation extends Declaration {
  platform: 'ikcrm';
  effect: 'write';
  parameter: string;
  /** Only these two and what was changed are sent. */
  alwaysSent: readonly string[];
  /** There is no key: after a lost answer the record is read again and tells what became of it. */
  key: { repeat: 'read-again' };
}

/** What the engine needs of a write, whoever sends it. `read-again`: after a lost answer the object is read, never written twice. */
export type JobOperation = Pick<WriteDeclaration, 'id' | 'subjectField' | 'rowsPerRequest' | 'rowsIn'> & {
  key: { repeat: OperationKey['repeat'] | RecordOperation['key']['repeat'] };
};

type Defaulted = 'effect' | 'shared' | 'rules' | 'answer' | 'undo';
type Declared = Omit<WriteDeclaration, Defaulted> & Partial<Pick<WriteDeclaration, Defaulted>>;
const defaults: Pick<WriteDeclaration, Defaulted> = {
  effect: 'write',
  shared: {},
  rules: [],
  answer: {},
  undo: 'none',
};

/** Carries the declaration's own type along, and fills in what most have in common. */
export function defineOperation<const O extends Declared>(operation: O): Omit<typeof defaults, keyof O> & O {
  return { ...defaults, ...operation };
}

/** How many rows go into one request: the setting where there is one, within what the operation allows. */
export function rowsPerRequest(
  { rowsPerRequest: allowed }: Pick<WriteDeclaration, 'rowsPerRequest'>,
  chosen?: number,
): number {
  const wanted = chosen === undefined || !Number.isFinite(chosen) ? allowed.default : Math.floor(chosen);
  return Math.min(Math.max(wanted, 1), allowed.maximum);
}
