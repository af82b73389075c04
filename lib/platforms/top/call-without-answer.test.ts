import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createTopCaller } from './call';
import { call, gateway, method, now, released, secret } from './local-call';
import { answer, type Reply } from './local-gateway';

describe('no answer', () => {
  const headersOnly: Reply = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"a_response":');
  };

  it.each([
    ['never comes', () => {}],
    ['stops in the middle', headersOnly],
  ] satisfies [string, Reply][])('is waited for beyond the ceiling when it %s', async (_what, reply) => {
    const { url } = await gateway(reply);
    expect(await call(url, {}, 100)).toMatchObject({
      kind: 'lost',
      reason: 'timed-out',
      outcome: 'unknown',
      error: { code: 'timed-out' },
    });
  });

  it.each([
    ['before the headers', (response) => response.destroy()],
    [
      'in the body',
      (response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"a_response":', () => response.destroy());
      },
    ],
  ] satisfies [string, Reply][])('leaves the outcome unknown when the connection is cut %s', async (_what, reply) => {
    const { url, received } = await gateway(reply);
    expect(await call(url)).toMatchObject({
      kind: 'lost',
      reason: 'connection',
      outcome: 'unknown',
      error: { code: 'offline', detail: { reason: 'connection' } },
    });
    expect(received).toHaveLength(1);
  });

  it('comes from a port where nobody listens', async () => {
    const url = await new Promise<string>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' && address ? address.port : 0;
        server.close(() => resolve(`http://127.0.0.1:${port}/router/rest`));
      });
    });
    expect(await call(url)).toMatchObject({ kind: 'lost', reason: 'connection' });
  });

  it.each([500, 502, 404])('is read from an HTTP %i, whatever it says', async (status) => {
    const { url } = await gateway((response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end('{"a_response":{"value":"20191214888"}}');
    });
    expect(await call(url)).toMatchObject({
      kind: 'lost',
      reason: 'http-status',
      httpStatus: status,
      outcome: 'unknown',
      error: { detail: { reason: 'http-status', platform: { message: `HTTP ${status}` } } },
    });
  });

  it('follows from a redirect: the form goes nowhere else', async () => {
    const other = await gateway(released);
    const { url } = await gateway((response) => {
      response.writeHead(307, { location: other.url });
      response.end();
    });
    expect(await call(url)).toMatchObject({ kind: 'lost', reason: 'connection' });
    expect(other.received).toHaveLength(0);
  });

  it('is waited for no longer once the call is called off, and what has left stays unknown', async () => {
    const controller = new AbortController();
    const { url } = await gateway(() => controller.abort());
    expect(await call(url, { signal: controller.signal })).toMatchObject({
      kind: 'lost',
      reason: 'called-off',
      outcome: 'unknown',
      error: { code: 'outcome-unknown', detail: { reason: 'no-answer' } },
    });
  });

  it('to the first request is not followed by a corrected second one after a call-off', async () => {
    const controller = new AbortController();
    const date = 'Sun, 01 Jun 2025 10:20:00 GMT';
    const { url, received } = await gateway(answer('{"error_response":{"code":31}}', { date }));
    const caller = createTopCaller({
      fetch,
      clock() {
        // The clock is read after the first answer: the moment in between.
        if (received.length > 0) controller.abort();
        return now;
      },
      timeoutSignal: AbortSignal.timeout,
    });
    const connection = { endpoint: url, appKey: '1', appSecret: secret, signMethod: 'md5' } as const;
    expect(await caller({ connection, method, params: {}, signal: controller.signal })).toMatchObject({
      kind: 'lost',
      reason: 'called-off',
      outcome: 'not-processed',
    });
    expect(received).toHaveLength(1);
  });
});
