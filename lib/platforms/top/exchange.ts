import { toErrorData } from '@/lib/errors/app-error';
import { readBodyText } from './read-body';
import type { TopLine } from './request';

/** The longest that one request may take, body and all. */
export const requestCeilingMs = 25_000;

export interface TopTransport {
  fetch: typeof fetch;
  /** `AbortSignal.timeout`, or a shorter one in tests. */
  timeoutSignal: (milliseconds: number) => AbortSignal;
}

export type TopLossReason = 'timed-out' | 'connection' | 'unreadable' | 'http-status' | 'called-off';

export type TopExchange =
  | { kind: 'text'; text: string; date: string | null }
  | { kind: 'lost'; reason: TopLossReason; detailReason?: string | undefined; httpStatus?: number | undefined };

/** One POST and its whole answer. Everything is in the body: addresses end up in logs, headers ask for a preflight. */
export async function exchangeTop(
  { fetch, timeoutSignal }: TopTransport,
  endpoint: string,
  lines: readonly TopLine[],
  callOff: AbortSignal | undefined,
): Promise<TopExchange> {
  const deadline = timeoutSignal(requestCeilingMs);
  const signal = callOff ? AbortSignal.any([callOff, deadline]) : deadline;
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams(lines.map(([name, value]) => [name, value])),
      // The user's own cookies for that host are no part of this.
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'lost', reason: 'http-status', httpStatus: response.status };
    }
    return { kind: 'text', text: await readBodyText(response), date: response.headers.get('date') };
  } catch (error) {
    if (signal.aborted) return { kind: 'lost', reason: signal.reason === deadline.reason ? 'timed-out' : 'called-off' };
    const { code, detail } = toErrorData(error);
    if (code === 'unreadable-answer') return { kind: 'lost', reason: 'unreadable', detailReason: detail.reason };
    // fetch tells nothing apart: no such host, refused, cut, a redirect, a missing permission are all one TypeError.
    return { kind: 'lost', reason: 'connection' };
  }
}
