import type { ErrorCode } from '@/lib/errors/app-error';
import { nextChinaMidnight } from '@/lib/time/china-time';

export type TopFailureClass =
  | 'transient'
  | 'throttled'
  | 'quota'
  | 'our-bug'
  | 'configuration'
  | 'sign-in-again'
  | 'clock'
  | 'input'
  | 'service';

/**
 * What a refusal means for a write. `not-processed`: the very same request may go out once the cause is gone.
 * `failed`: refused for good. `unknown`: it may or may not have been done.
 */
export type TopOutcome = 'not-processed' | 'failed' | 'unknown';

/** Whether and when a harmless call may be tried again. `after-clock`: once the offset is right. */
export type TopRetry = 'after-clock' | 'wait' | 'transient' | 'no';

/** The platform's `error_response`, its texts as they came. */
export interface TopErrorResponse {
  code: string;
  subCode?: string | undefined;
  message?: string | undefined;
  subMessage?: string | undefined;
  requestId?: string | undefined;
}

export interface TopFailure {
  class: TopFailureClass;
  errorCode: ErrorCode;
  /** A key of the catalogues. */
  reason?: string | undefined;
  outcome: TopOutcome;
  retry: TopRetry;
  /** When it may work again, epoch milliseconds of our own clock. */
  until?: number | undefined;
}

type Meaning = Omit<TopFailure, 'class' | 'until'>;

/**
 * `unknown` wherever the service behind the gateway may have been reached: the platform says of code 10 that it is
 * "mostly caused by unknown exceptions", and of `isp.*` only that its own side failed, not when.
 */
const classes: Readonly<Record<TopFailureClass, Meaning>> = {
  transient: { errorCode: 'offline', reason: 'platform-unavailable', outcome: 'unknown', retry: 'transient' },
  throttled: { errorCode: 'throttled', outcome: 'not-processed', retry: 'wait' },
  quota: { errorCode: 'quota-gone', outcome: 'not-processed', retry: 'wait' },
  'our-bug': { errorCode: 'bug', reason: 'malformed-request', outcome: 'failed', retry: 'no' },
  configuration: { errorCode: 'not-allowed', outcome: 'not-processed', retry: 'no' },
  'sign-in-again': { errorCode: 'sign-in-again', outcome: 'not-processed', retry: 'no' },
  clock: { errorCode: 'clock-off', outcome: 'not-processed', retry: 'after-clock' },
  input: { errorCode: 'rejected', outcome: 'failed', retry: 'no' },
  service: { errorCode: 'outcome-unknown', reason: 'service-error', outcome: 'unknown', retry: 'no' },
};

interface Rule extends Partial<Meaning> {
  /** Any code when absent. */
  codes?: readonly number[];
  subCode?: RegExp;
  class: TopFailureClass;
}

const tooManyRows = /^isv\..*(exceed|too-?(many|large|long|big)|over-?(limit|max|size)|max-?(size|count|num))/i;

/** The first rule that fits decides; never the message. Codes: the platform's table of global errors. */
const rules: readonly Rule[] = [
  { subCode: /^accesscontrol\.limited-by-app-access-count\b/, class: 'quota' },
  { subCode: /^accesscontrol\.limited-by-/, class: 'throttled' },
  { codes: [4, 5, 6, 7, 8], class: 'throttled' },
  { codes: [1, 3, 10], class: 'transient' },
  // In nobody's table: what services say of a list that is too long for them. Whole requests only; nothing was done.
  { subCode: tooManyRows, class: 'input', reason: 'too-many-rows' },
  { codes: [9, 20, 21, 22, 23, 24, 32, 33, 34, 45, 46, 47, 48, 51], class: 'our-bug' },
  { codes: [25], class: 'configuration', reason: 'wrong-secret' },
  // Not in the table of sub codes; the word is the same wherever it was seen.
  { codes: [11, 12, 13, 28, 29], subCode: /ip-?white-?list/, class: 'configuration', reason: 'ip-not-allowed' },
  { codes: [28, 29], class: 'configuration', reason: 'unknown-app' },
  { codes: [11, 12, 13], class: 'configuration', reason: 'no-permission' },
  { codes: [26], class: 'sign-in-again', reason: 'session-missing' },
  { codes: [27], class: 'sign-in-again', reason: 'session-expired' },
  { codes: [53], class: 'sign-in-again', reason: 'session-too-weak' },
  { codes: [42, 44], class: 'sign-in-again' },
  { codes: [30, 31], class: 'clock' },
  { codes: [40, 41, 43], class: 'input' },
  // What is left (15, 50, 99, 501 and up, and codes nobody has listed) is the service's own word.
  { subCode: /^isp\.(null-pointer-exception|top-parse-error|top-mapping-parse-error)\b/, class: 'service' },
  { subCode: /^isp\./, class: 'transient' },
  // A key that was used before: the first use may have been ours, its answer lost.
  {
    subCode: /^isv\..*duplicate/,
    class: 'service',
    errorCode: 'conflict',
    reason: 'duplicate-request',
    outcome: 'unknown',
  },
  // It was so before we came; and browsers send a POST again by themselves when a reused connection breaks, so the one
  // who came first may have been we.
  { subCode: /^isv\..*already/, class: 'service', errorCode: 'conflict', reason: 'already-done', outcome: 'unknown' },
  { subCode: /^isv\..*not-exist/, class: 'service', errorCode: 'not-found', reason: undefined, outcome: 'failed' },
  { subCode: /^isv\./, class: 'service', errorCode: 'rejected', reason: undefined, outcome: 'failed' },
  { class: 'service' },
];

/** What an `error_response` means. `nowMs` is our clock, `clockOffsetMs` the platform's time minus ours. */
export function classifyTopFailure(error: TopErrorResponse, nowMs: number, clockOffsetMs: number): TopFailure {
  const rule = rules.find((candidate) => fits(candidate, error)) ?? { class: 'service' as const };
  const { codes: _codes, subCode: _subCode, ...meaning } = rule;
  const failure = { ...classes[rule.class], ...meaning };
  const until = blockedUntil(rule.class, error, nowMs, clockOffsetMs);
  return until === undefined ? failure : { ...failure, until };
}

/** Seconds of `This ban will last for N more seconds ` (with its trailing space), wherever the platform put it. */
export function banSeconds(error: TopErrorResponse): number | undefined {
  const text = `${error.subMessage ?? ''}\n${error.message ?? ''}`;
  const seconds = /last for (\d{1,9}) more seconds/i.exec(text)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

function fits(rule: Rule, error: TopErrorResponse): boolean {
  if (rule.codes && !rule.codes.includes(Number(error.code))) return false;
  return rule.subCode ? rule.subCode.test(error.subCode ?? '') : true;
}

function blockedUntil(
  failureClass: TopFailureClass,
  error: TopErrorResponse,
  nowMs: number,
  clockOffsetMs: number,
): number | undefined {
  if (failureClass === 'quota') return nextChinaMidnight(nowMs + clockOffsetMs) - clockOffsetMs;
  const seconds = failureClass === 'throttled' ? banSeconds(error) : undefined;
  // One more, since the platform counts whole seconds.
  return seconds === undefined ? undefined : nowMs + (seconds + 1) * 1000;
}
