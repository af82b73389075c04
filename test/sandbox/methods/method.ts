import type { DisturbRows } from '../control/disturb-rows.ts';
import type { Shape } from '../control/shapes.ts';
import type { ApiDocument } from '../documents/document.ts';
import type { Refusal } from '../gateway/refusal.ts';
import type { JsonObject } from '../json.ts';
import type { SandboxData } from '../sandbox-data.ts';

export type MethodServices = {
  data: SandboxData;
  nowMs: number;
  shape: Shape;
  disturb: DisturbRows;
  /** The most rows that a request may hold: `rows` itself unless a fault says otherwise. */
  maximumRows: (rows: number) => number;
  /** Asked when a key comes a second time, with what the document promises of it. */
  answerToRepeatedKey: (promised: 'success' | 'error') => 'success' | 'error';
};

/**
 * `processed` is false when a repeated key was answered without doing anything again, and when there was nothing to do.
 * `refusedAs`: the service says no in an answer of its own rather than in an error_response.
 */
export type MethodResult =
  | { answer: JsonObject; processed: boolean }
  | { answer: JsonObject; refusedAs: { code: string; subCode: string } }
  | { refusal: Refusal };

/** One method of the gateway: its document's table, what the ledger counts it by, and what the service does. */
export type TopMethod = {
  document: ApiDocument;
  session: 'required' | 'none';
  openToEveryApp: boolean;
  /** Both are asked before the arguments are known to be good, so they tolerate anything. */
  key: (values: JsonObject) => string | undefined;
  objects: (values: JsonObject) => string[];
  /** Called only with arguments that passed the document's table. */
  perform: (values: JsonObject, services: MethodServices) => MethodResult;
};
