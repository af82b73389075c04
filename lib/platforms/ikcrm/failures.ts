import type { ErrorCode } from '@/lib/errors/app-error';

/**
 * What a refusal means for a write. `not-processed`: the very same request may go out once the cause is gone.
 * `failed`: refused for good. `unknown`: it may or may not have been done.
 */
export type IkcrmOutcome = 'not-processed' | 'failed' | 'unknown';

/** Whether and when the call may be tried again. */
export type IkcrmRetry = 'wait' | 'transient' | 'no';

export interface IkcrmFailure {
  errorCode: ErrorCode;
  /** A key of the catalogues. */
  reason?: string | undefined;
  outcome: IkcrmOutcome;
  retry: IkcrmRetry;
  /** The server may have been at work on it: to be read as an answer that did not come. */
  isLoss?: true;
}

interface Rule extends IkcrmFailure {
  /** Codes of the envelope. */
  codes?: readonly string[];
  /** HTTP statuses, whether as the status itself or as the envelope's code. */
  statuses?: readonly number[];
  hasEnvelope?: boolean;
}

/** How long to keep away after a 429, as integrations in use do; the document says nothing of it. */
const throttledMs = 5000;
const longestWaitMs = 600_000;

/**
 * The first rule that fits decides; never the message. 100401 and 100100 are the vendor's own; the rest is what HTTP
 * says. What nobody has listed leaves a write unknown: it may have been done.
 */
const rules: readonly Rule[] = [
  {
    codes: ['100401'],
    errorCode: 'sign-in-again',
    reason: 'signed-in-elsewhere',
    outcome: 'not-processed',
    retry: 'no',
  },
  // The CRM does not tell the two apart.
  { codes: ['100100'], errorCode: 'not-allowed', reason: 'no-permission-or-not-found', outcome: 'failed', retry: 'no' },
  { statuses: [401], errorCode: 'sign-in-again', reason: 'token-refused', outcome: 'not-processed', retry: 'no' },
  { statuses: [403], errorCode: 'not-allowed', reason: 'crm-no-permission', outcome: 'failed', retry: 'no' },
  // A 404 without the CRM's envelope may come from whatever else stands at that address.
  {
    statuses: [404],
    hasEnvelope: false,
    errorCode: 'not-found',
    reason: 'no-such-address',
    outcome: 'failed',
    retry: 'no',
  },
  { statuses: [404], errorCode: 'not-found', reason: 'no-such-record', outcome: 'failed', retry: 'no' },
  { statuses: [422], errorCode: 'invalid-input', reason: 'refused-by-crm', outcome: 'failed', retry: 'no' },
  { statuses: [429], errorCode: 'throttled', reason: 'crm-limit', outcome: 'not-processed', retry: 'wait' },
  { statuses: [400, 405, 406, 415], errorCode: 'bug', reason: 'malformed-request', outcome: 'failed', retry: 'no' },
  {
    statuses: [408, 500, 501, 502, 503, 504],
    errorCode: 'offline',
    reason: 'platform-unavailable',
    outcome: 'unknown',
    retry: 'transient',
    isLoss: true,
  },
  { errorCode: 'rejected', reason: 'unlisted-code', outcome: 'unknown', retry: 'no' },
];

/** What a refusal means. `code` is the envelope's, undefined when there was none. */
export function classifyIkcrmFailure(status: number, code: string | undefined): IkcrmFailure {
  const effective = effectiveStatus(status, code);
  const rule = rules.find(({ codes, statuses, hasEnvelope }) => {
    if (codes) return code !== undefined && codes.includes(code);
    if (hasEnvelope !== undefined && hasEnvelope !== (code !== undefined)) return false;
    return !statuses || statuses.includes(effective);
  });
  if (!rule) return { errorCode: 'bug', outcome: 'unknown', retry: 'no' };
  const { codes: _codes, statuses: _statuses, hasEnvelope: _hasEnvelope, ...failure } = rule;
  return failure;
}

/** When a throttled call may go again, epoch milliseconds; `retryAfter` is the header of that name. */
export function throttledUntil(nowMs: number, retryAfter: string | null): number {
  const askedMs = /^\d{1,9}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : 0;
  return nowMs + Math.min(Math.max(throttledMs, askedMs), longestWaitMs);
}

function effectiveStatus(status: number, code: string | undefined): number {
  if (status < 200 || status > 299) return status >= 505 ? 500 : status;
  return code !== undefined && /^[45]\d\d$/.test(code) ? Number(code) : status;
}
