import { onTestFinished } from 'vitest';
import { createTopCaller, type TopCall } from './call';
import { answer, type Reply, startLocalGateway } from './local-gateway';

export const now = Date.parse('2025-06-01T10:00:00Z');
export const secret = 'sandbox-secret-0123456789abcdef';
export const session = 'sandbox-session-0123456789abcdef';
export const method = 'alibaba.alsc.crm.sales.opportunity.process.unfollow';
export const released = answer('{"a_response":{"value":"20191214888","request_id":"r1"}}');

/** A gateway that is gone when the test is. */
export async function gateway(...replies: Reply[]) {
  const started = await startLocalGateway(...replies);
  onTestFinished(started.close);
  return started;
}

/** A call as the worker makes it, and the ceilings it asked for. */
export async function send(endpoint: string, overrides: Partial<TopCall> = {}, ceilingMs = 5000) {
  const askedMs: number[] = [];
  const caller = createTopCaller({
    fetch,
    clock: () => now,
    timeoutSignal(milliseconds) {
      askedMs.push(milliseconds);
      return AbortSignal.timeout(ceilingMs);
    },
  });
  const connection = { endpoint, appKey: '12345678', appSecret: secret, session, signMethod: 'hmac-sha256' } as const;
  const params = { p: '{"req_id":"k1","memo":"一 + 二 & 三"}' };
  return { result: await caller({ connection, method, params, ...overrides }), askedMs };
}

export async function call(endpoint: string, overrides?: Partial<TopCall>, ceilingMs?: number) {
  return (await send(endpoint, overrides, ceilingMs)).result;
}
