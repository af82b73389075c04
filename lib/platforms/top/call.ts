import { AppError, type ErrorCode, type ErrorData, toErrorData } from '@/lib/errors/app-error';
import { formatChinaTime } from '@/lib/time/china-time';
import type { Clock } from '@/lib/time/clock';
import { clockOffsetFromDate } from './clock-offset';
import { decodeTop } from './decode';
import { exchangeTop, type TopExchange, type TopLossReason, type TopTransport } from './exchange';
import {
  classifyTopFailure,
  type TopErrorResponse,
  type TopFailureClass,
  type TopOutcome,
  type TopRetry,
} from './failures';
import { plainText } from './plain-text';
import { signedTopLines, type TopConnection } from './request';

export interface TopCall {
  connection: TopConnection;
  method: string;
  /** The business parameters, serialised. */
  params: Readonly<Record<string, string>>;
  /** The platform's time minus ours, as an earlier answer gave it. */
  clockOffsetMs?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** What became of a call. `clockOffsetMs` is there when the clock had to be corrected: store it for the next call. */
export type TopAnswer = (
  | { kind: 'answer'; body: Record<string, unknown>; requestId?: string | undefined }
  | {
      kind: 'refused';
      error: ErrorData;
      class: TopFailureClass;
      outcome: TopOutcome;
      retry: TopRetry;
      until?: number | undefined;
    }
  | {
      kind: 'lost';
      reason: TopLossReason;
      error: ErrorData;
      /** `not-processed` only when nothing has left. */
      outcome: Exclude<TopOutcome, 'failed'>;
      httpStatus?: number | undefined;
    }
) & { clockOffsetMs?: number | undefined };

export type TopCaller = (call: TopCall) => Promise<TopAnswer>;

interface Attempt {
  answer: TopAnswer;
  /** The timestamp it was sent with, epoch milliseconds of the platform. */
  serverTimeMs: number;
  date: string | null;
}

/** Makes the one way in which TOP is called. A call never throws: whatever happens is in its answer. */
export function createTopCaller(parts: TopTransport & { clock: Clock }): TopCaller {
  const { clock, ...transport } = parts;

  return async (call) => {
    try {
      checkEndpoint(call.connection.endpoint);
      const offsetMs = call.clockOffsetMs ?? 0;
      const first = await attempt(call, clock() + offsetMs, offsetMs);
      if (first.answer.kind !== 'refused' || first.answer.class !== 'clock') return first.answer;
      const clockOffsetMs = clockOffsetFromDate(first.date, clock());
      if (clockOffsetMs === undefined) return first.answer;
      const second = await attempt(call, freshTime(clock() + clockOffsetMs, first.serverTimeMs), clockOffsetMs);
      return { ...second.answer, clockOffsetMs };
    } catch (error) {
      return notSent(toErrorData(error));
    }
  };

  async function attempt(call: TopCall, serverTimeMs: number, offsetMs: number): Promise<Attempt> {
    const lines = signedTopLines({ ...call, serverTimeMs });
    if (call.signal?.aborted) {
      return { answer: lost({ kind: 'lost', reason: 'called-off' }, 'not-processed'), serverTimeMs, date: null };
    }
    const exchange = await exchangeTop(transport, call.connection.endpoint, lines, call.signal);
    if (exchange.kind === 'lost') return { answer: lost(exchange, 'unknown'), serverTimeMs, date: null };
    return { answer: readAnswer(exchange.text, call.connection, clock(), offsetMs), serverTimeMs, date: exchange.date };
  }
}

/** Never the second of an earlier attempt: the platform takes the same sign twice for a replay (31). */
function freshTime(serverTimeMs: number, earlierMs: number): number {
  return formatChinaTime(serverTimeMs) === formatChinaTime(earlierMs) ? serverTimeMs + 1000 : serverTimeMs;
}

function readAnswer(text: string, connection: TopConnection, nowMs: number, offsetMs: number): TopAnswer {
  try {
    const decoded = decodeTop(text);
    if (decoded.kind === 'error') return refused(decoded.error, connection, nowMs, offsetMs);
    return { kind: 'answer', body: decoded.body, requestId: plainRequestId(decoded.requestId, connection) };
  } catch (error) {
    const { detail } = toErrorData(error);
    return lost({ kind: 'lost', reason: 'unreadable', detailReason: detail.reason }, 'unknown');
  }
}

function refused(response: TopErrorResponse, connection: TopConnection, nowMs: number, offsetMs: number): TopAnswer {
  const { errorCode, reason, until, ...meaning } = classifyTopFailure(response, nowMs, offsetMs);
  const secrets = secretsOf(connection);
  const plain = (text: string | undefined) => (text === undefined ? undefined : plainText(text, secrets));
  const platform = {
    code: plain(response.code),
    subCode: plain(response.subCode),
    message: plain(response.subMessage ?? response.message),
    requestId: plainRequestId(response.requestId, connection),
  };
  return { kind: 'refused', error: { code: errorCode, detail: { reason, platform, until } }, until, ...meaning };
}

/** It is kept with every attempt and in the journal, for good: an answer does not decide how much that is. */
const longestRequestId = 128;

function plainRequestId(requestId: string | undefined, connection: TopConnection): string | undefined {
  return requestId === undefined ? undefined : plainText(requestId, secretsOf(connection), longestRequestId);
}

function secretsOf({ appSecret, session = '' }: TopConnection): string[] {
  return [appSecret, session];
}

const lossCodes: Readonly<Record<TopLossReason, ErrorCode>> = {
  'timed-out': 'timed-out',
  connection: 'offline',
  unreadable: 'unreadable-answer',
  'http-status': 'unreadable-answer',
  'called-off': 'outcome-unknown',
};

function lost(loss: Extract<TopExchange, { kind: 'lost' }>, outcome: 'not-processed' | 'unknown'): TopAnswer {
  const { reason, detailReason, httpStatus } = loss;
  const platform = httpStatus === undefined ? undefined : { message: `HTTP ${httpStatus}` };
  // To call off says that nothing was sent: what has left is without an answer instead.
  const told = reason === 'called-off' && outcome === 'unknown' ? 'no-answer' : reason;
  const error = { code: lossCodes[reason], detail: { reason: detailReason ?? told, platform } };
  return { kind: 'lost', reason, error, outcome, httpStatus };
}

/** What stopped us before anything left: the connection's endpoint, or a fault of ours. */
function notSent(error: ErrorData): TopAnswer {
  const isInput = error.code === 'invalid-input';
  return {
    kind: 'refused',
    error,
    class: isInput ? 'configuration' : 'our-bug',
    outcome: isInput ? 'not-processed' : 'failed',
    retry: 'no',
  };
}

function checkEndpoint(endpoint: string): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isUsable = url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!isUsable) throw new AppError('invalid-input', { reason: 'not-a-url', path: 'endpoint' });
}
