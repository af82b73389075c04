import { toErrorData } from '@/lib/errors/app-error';
import { requestCeilingMs } from '@/lib/platforms/top/exchange';
import { readBodyText } from '@/lib/platforms/top/read-body';
import type { IkcrmWire } from './request';

export interface IkcrmTransport {
  fetch: typeof fetch;
  /** `AbortSignal.timeout`, or a shorter one in tests. */
  timeoutSignal: (milliseconds: number) => AbortSignal;
}

export type IkcrmLossReason = 'timed-out' | 'connection' | 'unreadable' | 'http-status' | 'called-off';

export type IkcrmExchange =
  | { kind: 'text'; status: number; text: string; retryAfter: string | null }
  | { kind: 'lost'; reason: IkcrmLossReason; detailReason?: string | undefined };

/** One request and its whole answer, whatever its status: a refusal's words stand in the body too. */
export async function exchangeIkcrm(
  { fetch, timeoutSignal }: IkcrmTransport,
  { url, method, headers, body }: IkcrmWire,
  callOff: AbortSignal | undefined,
): Promise<IkcrmExchange> {
  const deadline = timeoutSignal(requestCeilingMs);
  const signal = callOff ? AbortSignal.any([callOff, deadline]) : deadline;
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: body ?? null,
      // The user's own cookies for that host are no part of this: the token alone says who asks.
      credentials: 'omit',
      redirect: 'error',
      // A record is read again to compare it: an older copy would hide what changed.
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    const { status } = response;
    return {
      kind: 'text',
      status,
      text: await readBodyText(response),
      retryAfter: response.headers.get('retry-after'),
    };
  } catch (error) {
    if (signal.aborted) return { kind: 'lost', reason: signal.reason === deadline.reason ? 'timed-out' : 'called-off' };
    const { code, detail } = toErrorData(error);
    if (code === 'unreadable-answer') return { kind: 'lost', reason: 'unreadable', detailReason: detail.reason };
    // fetch tells nothing apart: no such host, refused, cut, a redirect, a missing permission are all one TypeError.
    return { kind: 'lost', reason: 'connection' };
  }
}
