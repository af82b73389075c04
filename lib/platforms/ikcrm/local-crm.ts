import { onTestFinished } from 'vitest';
import { type Reply, startLocalGateway } from '@/lib/platforms/top/local-gateway';
import { createIkcrmCaller } from './call';
import { getOpportunity } from './calls';
import type { IkcrmRequest } from './request';

export const now = Date.parse('2025-06-01T10:00:00Z');
export const token = 'sandbox-token-0123456789abcdef';

/** A server on loopback that is gone when the test is; `url` is a CRM's base address. */
export async function crm(...replies: Reply[]) {
  const started = await startLocalGateway(...replies);
  onTestFinished(started.close);
  return { ...started, url: new URL(started.url).origin };
}

/** Answers with this envelope, or this text. */
export function reply(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

export function caller(ceilingMs = 5000, askedMs: number[] = []) {
  return createIkcrmCaller({
    fetch,
    clock: () => now,
    timeoutSignal(milliseconds) {
      askedMs.push(milliseconds);
      return AbortSignal.timeout(ceilingMs);
    },
  });
}

/** A call as the worker makes it. */
export function call(
  baseUrl: string,
  request: IkcrmRequest = getOpportunity('568587'),
  { signal, ceilingMs }: { signal?: AbortSignal; ceilingMs?: number } = {},
) {
  return caller(ceilingMs)({ connection: { baseUrl, token }, request, signal });
}
