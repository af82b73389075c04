import { createHash } from 'node:crypto';
import { digestCredential } from '../accounts.ts';
import { parseJson, toPlainJson, writeJson } from '../json.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Call } from './call.ts';
import { signatureIsRight } from './checks.ts';
import type { GatewayRequest } from './request.ts';

const signatureState = (call: Call): LedgerEntry['signature'] => {
  if (!call.parameters.get('sign')) return 'absent';
  if (!call.app) return 'not-checked';
  return signatureIsRight(call) ? 'right' : 'wrong';
};

/** Secrets never stand in the ledger in clear, wherever in the request a confused caller put them. */
const ledgerBody = (call: Call): Record<string, unknown> => {
  const secrets = [call.app?.secret ?? '', call.parameters.get('session') ?? ''].filter((text) => text !== '');
  const redact = (text: string): string => {
    let redacted = text;
    for (const secret of secrets) redacted = redacted.replaceAll(secret, digestCredential(secret));
    return redacted;
  };
  const body: Record<string, unknown> = {};
  for (const [name, value] of call.parameters) {
    if (name === 'sign') continue;
    const decoded = call.read.values[name];
    body[name] = decoded === undefined ? redact(value) : toPlainJson(parseJson(redact(writeJson(decoded))));
  }
  return body;
};

/** The look of the platform's own: letters and digits, different each time, the same in every run. */
export const inventRequestId = (seed: string): string =>
  BigInt(`0x${createHash('sha256').update(seed).digest('hex').slice(0, 16)}`)
    .toString(36)
    .padStart(13, '1');

export const describeCall = (
  call: Call,
  request: GatewayRequest,
  violations: string[],
  arrival: { atMs: number; seed: string },
): Omit<LedgerEntry, 'sequence' | 'times'> => {
  const { parameters, subject } = call;
  const given = {
    origin: request.origin,
    method: parameters.get('method'),
    appKey: parameters.get('app_key'),
    key: subject.key,
    signMethod: parameters.get('sign_method'),
  };
  return {
    ...given,
    requestId: inventRequestId(arrival.seed),
    at: new Date(arrival.atMs).toISOString(),
    atMs: arrival.atMs,
    httpMethod: request.httpMethod,
    contentType: request.contentType,
    objects: [...subject.objects],
    signature: signatureState(call),
    verdict: { kind: 'pending' },
    delivery: 'pending',
    faults: [],
    violations: [...violations, ...call.read.violations],
    body: ledgerBody(call),
  };
};
