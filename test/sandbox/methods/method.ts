import type { CrmData } from '../crm-data/crm-data.ts';
import type { ApiDocument } from '../documents/document.ts';
import type { Refusal } from '../gateway/refusal.ts';
import type { JsonObject } from '../json.ts';

export type MethodServices = {
  crm: CrmData;
  nowMs: number;
  /** Asked when a key comes a second time. */
  answerToRepeatedKey: () => 'success' | 'error';
};

/** `processed` is false when a repeated key was answered without doing anything again. */
export type MethodResult = { answer: JsonObject; processed: boolean } | { refusal: Refusal };

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
