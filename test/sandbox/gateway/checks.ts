import { findSession } from '../accounts.ts';
import { parseChinaTime } from '../china-time.ts';
import type { Call, DatedCall } from './call.ts';
import { type Refusal, refusalOfFault, refuse } from './refusal.ts';
import { computeSignature } from './signature.ts';
import { beforeProcessing, type Struck } from './struck.ts';

/** `seenSigns`: every right sign so far, for the fault that refuses replays. */
type CheckParts = { struck: Struck; seenSigns: Set<string> };

type Check = (call: DatedCall, parts: CheckParts) => Refusal | undefined;

const timestampToleranceMs = 10 * 60 * 1000;
const neverSent = ['callback', 'style', 'app_ip', 'api_key'];

const given = (call: Call, name: string): string | undefined => call.parameters.get(name) || undefined;

const httpMethod: Check = ({ httpMethod: used }) =>
  used === 'POST' ? undefined : refuse(9, 'Http Action Not Allowed');

const method: Check = (call) => {
  if (!given(call, 'method')) return refuse(21, 'Missing Method');
  return call.method ? undefined : refuse(22, 'Invalid Method', 'isv.invalid-method', '不存在的方法名');
};

const appKey: Check = (call) => {
  if (!given(call, 'app_key')) return refuse(28, 'Missing App Key');
  return call.app ? undefined : refuse(29, 'Invalid App Key', 'isv.appkey-not-exists');
};

const permission: Check = ({ app, method: called }) =>
  app?.mayCall === 'everything' || called?.openToEveryApp
    ? undefined
    : refuse(11, 'Insufficient isv permissions', 'isv.permission-api-package-limit', '应用没有权限调用该接口');

/** The platform's flow control answers code 7 for a ban of some seconds and for the day's quota; only sub_code tells them apart. */
const flow: Check = (_call, { struck }) => {
  const quota = struck('quota-gone');
  if (quota) {
    return refuse(
      7,
      'App Call Limited',
      'accesscontrol.limited-by-app-access-count',
      'This app has no calls left today ',
    );
  }
  const throttled = struck('throttled');
  if (!throttled) return undefined;
  const { seconds, subCode } = throttled.options;
  return refuse(7, 'App Call Limited', String(subCode), `This ban will last for ${seconds} more seconds `);
};

const version: Check = (call) => {
  if (!given(call, 'v')) return refuse(32, 'Missing Version');
  return given(call, 'v') === '2.0' ? undefined : refuse(33, 'Invalid Version');
};

const format: Check = (call) =>
  ['json', 'xml', undefined].includes(given(call, 'format')) ? undefined : refuse(23, 'Invalid Format');

const timestamp: Check = (call) => {
  const text = given(call, 'timestamp');
  if (!text) return refuse(30, 'Missing Timestamp');
  const sentMs = parseChinaTime(text);
  return sentMs === undefined || Math.abs(sentMs - call.serverTimeMs) > timestampToleranceMs
    ? refuse(31, 'Invalid Timestamp', 'isv.invalid-timestamp')
    : undefined;
};

const signature: Check = (call, { struck, seenSigns }) => {
  const sign = given(call, 'sign');
  if (!sign) return refuse(24, 'Missing Signature');
  if (!signatureIsRight(call)) return refuse(25, 'Invalid Signature', 'isv.invalid-signature', '签名不正确');
  const replayed = seenSigns.has(sign);
  seenSigns.add(sign);
  return replayed && struck('replay-refused')
    ? refuse(31, 'Invalid Timestamp', 'isv.replayed-request', '重复的签名')
    : undefined;
};

export const signatureIsRight = (call: Call): boolean =>
  call.app !== undefined &&
  given(call, 'sign') === computeSignature(call.parameters, call.app.secret, given(call, 'sign_method') ?? '');

const session: Check = (call, { struck }) => {
  if (call.method?.session !== 'required') return undefined;
  const text = given(call, 'session');
  if (!text) return refuse(26, 'Missing Session');
  const known = findSession(text);
  if (!known || known.appKey !== call.app?.appKey)
    return refuse(27, 'Invalid Session', 'invalid-sessionkey', 'session不存在');
  return known.state === 'expired' || struck('session-expired')
    ? refuse(27, 'Invalid Session', 'invalid-sessionkey', 'session已过期')
    : undefined;
};

const argumentsOfDocument: Check = ({ parameters, read }) => {
  const forbidden = neverSent.find((name) => parameters.has(name));
  return forbidden ? refuse(41, `Invalid arguments:${forbidden}`, 'isv.forbidden-parameter') : read.refusal;
};

const serviceError: Check = (_call, { struck }) => {
  const fault = struck('error', beforeProcessing);
  return fault ? refusalOfFault(fault.options) : undefined;
};

/** The platform's order: the first that refuses is the answer, however wrong the rest is. */
const inOrder: readonly Check[] = [
  httpMethod,
  method,
  appKey,
  permission,
  flow,
  version,
  format,
  timestamp,
  signature,
  session,
  argumentsOfDocument,
  serviceError,
];

export const runChecks: Check = (call, parts) => {
  for (const check of inOrder) {
    const refusal = check(call, parts);
    if (refusal) return refusal;
  }
  return undefined;
};
