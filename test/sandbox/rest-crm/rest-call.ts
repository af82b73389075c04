import type { DisturbRows } from '../control/disturb-rows.ts';
import type { Shape } from '../control/shapes.ts';
import type { JsonObject } from '../json.ts';
import type { SandboxData } from '../sandbox-data.ts';
import type { RestRefusal } from './rest-refusal.ts';

/** What a route works with, once the caller is known and within the limit. */
export type RestCall = {
  /** The id in the path; '' where there is none. */
  id: string;
  query: URLSearchParams;
  /** The JSON body; empty for GET. */
  body: JsonObject;
  data: SandboxData;
  nowMs: number;
  shape: Shape;
  disturb: DisturbRows;
  /** Noted in the ledger: what the CRM lets pass in silence and a well-behaved caller never sends. */
  violate: (violation: string) => void;
};

export type RestResult = { data: JsonObject | null; processed: boolean } | { refusal: RestRefusal };

export type RestRoute = {
  /** Its name in the ledger, `:id` standing for digits. */
  name: `${'GET' | 'PUT' | 'POST'} /api/v2/${string}`;
  /** Sign-in alone needs none. */
  authorization: 'required' | 'none';
  query: readonly string[];
  /** Which of the body's ids the ledger counts the call by, beside the one in the path. */
  objects?: (body: JsonObject) => string[];
  perform: (call: RestCall) => RestResult;
};
