import { digestCredential } from '../accounts.ts';
import { inventRequestId } from '../gateway/ledger-entry.ts';
import { type JsonObject, parseJson, toPlainJson, writeJson } from '../json.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { RestRequest } from './read-rest-request.ts';

const toRecord = (body: JsonObject): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, toPlainJson(value)]));

/** Query and JSON body in one; the password and wherever else the token stands come as digests. */
const ledgerBody = (request: RestRequest, body: JsonObject, token: string | undefined): Record<string, unknown> => {
  let text = writeJson({ ...Object.fromEntries(request.query), ...body });
  const password = typeof body.password === 'string' ? body.password : '';
  for (const secret of [token ?? '', request.query.get('token') ?? '', password]) {
    if (secret === '') continue;
    const written = JSON.stringify(secret).slice(1, -1);
    text = text.replaceAll(written, digestCredential(secret));
  }
  const redacted = parseJson(text);
  return toRecord(redacted as JsonObject);
};

export const describeRestCall = (
  request: RestRequest,
  call: { method: string; objects: string[]; body: JsonObject; token: string | undefined; violations: string[] },
  arrival: { atMs: number; count: number },
): Omit<LedgerEntry, 'sequence' | 'times'> => ({
  requestId: inventRequestId(`rest ${arrival.count}`),
  at: new Date(arrival.atMs).toISOString(),
  atMs: arrival.atMs,
  httpMethod: request.httpMethod,
  contentType: request.contentType,
  origin: request.origin,
  method: call.method,
  appKey: undefined,
  key: undefined,
  objects: call.objects,
  signMethod: undefined,
  signature: 'not-checked',
  ...(call.token === undefined ? {} : { token: digestCredential(call.token) }),
  verdict: { kind: 'pending' },
  delivery: 'pending',
  faults: [],
  violations: call.violations,
  body: ledgerBody(request, call.body, call.token),
});
