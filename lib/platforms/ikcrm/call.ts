import { type ErrorCode, type ErrorData, toErrorData } from '@/lib/errors/app-error';
import { plainText } from '@/lib/platforms/top/plain-text';
import type { Clock } from '@/lib/time/clock';
import { decodeIkcrm, type IkcrmDecoded } from './envelope';
import { exchangeIkcrm, type IkcrmExchange, type IkcrmLossReason, type IkcrmTransport } from './exchange';
import { classifyIkcrmFailure, type IkcrmOutcome, type IkcrmRetry, throttledUntil } from './failures';
import { type IkcrmFieldMessage, wholeRecord } from './field-messages';
import { type IkcrmConnection, type IkcrmRequest, ikcrmWire } from './request';

export interface IkcrmCall {
  connection: IkcrmConnection;
  request: IkcrmRequest;
  signal?: AbortSignal | undefined;
}

/** What became of a call. `outcome` is about writes; a read that failed is always `not-processed`. */
export type IkcrmAnswer =
  | { kind: 'answer'; data: unknown }
  | {
      kind: 'refused';
      error: ErrorData;
      /** The CRM's words about single fields of what was sent. */
      fields: IkcrmFieldMessage[];
      outcome: IkcrmOutcome;
      retry: IkcrmRetry;
      until?: number | undefined;
    }
  | {
      kind: 'lost';
      reason: IkcrmLossReason;
      error: ErrorData;
      /** `not-processed` only when nothing has left, or nothing was to be done. */
      outcome: Exclude<IkcrmOutcome, 'failed'>;
      httpStatus?: number | undefined;
    };

export type IkcrmCaller = (call: IkcrmCall) => Promise<IkcrmAnswer>;

/** Makes the one way in which the REST CRM is called. A call never throws: whatever happens is in its answer. */
export function createIkcrmCaller(parts: IkcrmTransport & { clock: Clock }): IkcrmCaller {
  const { clock, ...transport } = parts;

  return async (call) => {
    const answer = await attempt(call).catch((error: unknown) => notSent(toErrorData(error)));
    return call.request.method === 'GET' && answer.kind !== 'answer' ? { ...answer, outcome: 'not-processed' } : answer;
  };

  async function attempt({ connection, request, signal }: IkcrmCall): Promise<IkcrmAnswer> {
    const wire = ikcrmWire(connection, request);
    if (signal?.aborted) return lost({ reason: 'called-off' }, 'not-processed');
    const exchange = await exchangeIkcrm(transport, wire, signal);
    if (exchange.kind === 'lost') return lost(exchange, 'unknown');
    const secrets = [connection.token ?? '', ...(request.secrets ?? [])];
    return readAnswer(exchange, { secrets, nowMs: clock() });
  }
}

interface Reading {
  secrets: readonly string[];
  nowMs: number;
}

function readAnswer(exchange: Extract<IkcrmExchange, { kind: 'text' }>, reading: Reading): IkcrmAnswer {
  const { status, text } = exchange;
  const decoded = decodeIkcrm(text);
  const isSuccess = status >= 200 && status <= 299;
  if (isSuccess && decoded.kind === 'envelope' && decoded.envelope.code === '0') {
    return { kind: 'answer', data: decoded.envelope.data };
  }
  // A success that cannot be read is no success.
  if (isSuccess && decoded.kind === 'other') {
    return lost({ reason: 'unreadable', detailReason: decoded.reason }, 'unknown');
  }
  return refused(exchange, decoded, reading);
}

function refused(
  { status, retryAfter }: Extract<IkcrmExchange, { kind: 'text' }>,
  decoded: IkcrmDecoded,
  { secrets, nowMs }: Reading,
): IkcrmAnswer {
  const plain = (text: string) => plainText(text, secrets);
  const code = decoded.kind === 'envelope' ? decoded.envelope.code : undefined;
  const { message, fields: words } = decoded.kind === 'envelope' ? decoded.envelope : decoded;
  const { errorCode, reason, outcome, retry, isLoss } = classifyIkcrmFailure(status, code);
  const fields = words.map((word) => ({ field: plain(word.field), message: plain(word.message) }));
  const until = retry === 'wait' ? throttledUntil(nowMs, retryAfter) : undefined;
  const platform = {
    code: plain(code ?? `HTTP ${status}`),
    message: message === undefined ? undefined : plain(message),
  };
  const path = errorCode === 'invalid-input' ? fields.find(({ field }) => field !== wholeRecord)?.field : undefined;
  const error = { code: errorCode, detail: { reason, path, platform, until } };
  if (isLoss) return { kind: 'lost', reason: 'http-status', error, outcome: 'unknown', httpStatus: status };
  return { kind: 'refused', error, fields, outcome, retry, until };
}

const lossCodes: Readonly<Record<IkcrmLossReason, ErrorCode>> = {
  'timed-out': 'timed-out',
  connection: 'offline',
  unreadable: 'unreadable-answer',
  'http-status': 'offline',
  'called-off': 'outcome-unknown',
};

function lost(
  { reason, detailReason }: { reason: IkcrmLossReason; detailReason?: string | undefined },
  outcome: 'not-processed' | 'unknown',
): IkcrmAnswer {
  // To call off says that nothing was sent: what has left is without an answer instead.
  const told = reason === 'called-off' && outcome === 'unknown' ? 'no-answer' : reason;
  return {
    kind: 'lost',
    reason,
    error: { code: lossCodes[reason], detail: { reason: detailReason ?? told } },
    outcome,
  };
}

/** What stopped us before anything left: the connection, an id, or a fault of ours. */
function notSent(error: ErrorData): IkcrmAnswer {
  return { kind: 'refused', error, fields: [], outcome: 'not-processed', retry: 'no' };
}
