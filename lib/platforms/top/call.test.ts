import { describe, expect, it } from 'vitest';
import { formatChinaTime } from '@/lib/time/china-time';
import { requestCeilingMs } from './exchange';
import { call, gateway, method, now, released, secret, send, session } from './local-call';
import { answer, answerError } from './local-gateway';
import { maximumBodyBytes } from './read-body';
import { signTop } from './sign';

describe('what leaves', () => {
  it('is one signed form, all of it in the body', async () => {
    const { url, received } = await gateway(released);
    const { askedMs } = await send(url);
    const [request] = received;
    expect(received).toHaveLength(1);
    expect(request).toMatchObject({ method: 'POST', url: '/router/rest' });
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded;charset=UTF-8');
    expect(request?.headers).not.toHaveProperty('cookie');
    const { sign, ...params } = request?.form ?? {};
    expect(params).toEqual({
      method,
      app_key: '12345678',
      session,
      timestamp: '2025-06-01 18:00:00',
      format: 'json',
      v: '2.0',
      sign_method: 'hmac-sha256',
      p: '{"req_id":"k1","memo":"一 + 二 & 三"}',
    });
    expect(sign).toBe(signTop({ params, secret, method: 'hmac-sha256' }));
    expect(request?.body).not.toContain(secret);
    expect(askedMs).toEqual([requestCeilingMs]);
  });

  it("carries the platform's time when its offset is known", async () => {
    const { url, received } = await gateway(released);
    await call(url, { clockOffsetMs: -3_600_000 });
    expect(received[0]?.form.timestamp).toBe('2025-06-01 17:00:00');
  });

  it.each(['', 'eco.taobao.com/router/rest', 'ftp://a/b', 'https://user:pass@a/b', 'javascript:alert(1)'])(
    'is nothing when the endpoint is %j',
    async (endpoint) => {
      expect(await call(endpoint)).toMatchObject({
        kind: 'refused',
        outcome: 'not-processed',
        error: { code: 'invalid-input', detail: { reason: 'not-a-url', path: 'endpoint' } },
      });
    },
  );

  it('is nothing when it was called off before', async () => {
    const { url, received } = await gateway(released);
    expect(await call(url, { signal: AbortSignal.abort() })).toMatchObject({
      kind: 'lost',
      reason: 'called-off',
      outcome: 'not-processed',
    });
    expect(received).toHaveLength(0);
  });

  it('is nothing when a parameter has a name that is not its', async () => {
    const { url, received } = await gateway(released);
    expect(await call(url, { params: { callback: 'x' } })).toMatchObject({ kind: 'refused', error: { code: 'bug' } });
    expect(received).toHaveLength(0);
  });
});

describe('an answer', () => {
  it.each([
    ['documented', '{"a_response":{"value":"20191214888","request_id":"r1"}}'],
    ['with raw control characters', '{"a_response":{"value":"20191214888","memo":"一\n\u0001","request_id":"r1"}}'],
    ['with bare big numbers', '{"a_response":{"value":"20191214888","task":9007199254740993,"request_id":"r1"}}'],
    ['in another wrapper', '{"error_free_answer":{"value":"20191214888","request_id":"r1"}}'],
    ['simplified', '{"value":"20191214888","request_id":"r1"}'],
    ['with a byte order mark', '\ufeff{"a_response":{"value":"20191214888","request_id":"r1"}}'],
  ])('%s is read', async (_what, text) => {
    const { url } = await gateway(answer(text));
    expect(await call(url)).toMatchObject({ kind: 'answer', body: { value: '20191214888' }, requestId: 'r1' });
  });

  it('says its request id in a line at most, without our secrets', async () => {
    const requestId = `${secret}${'r'.repeat(3_000_000)}`;
    const [read, refused] = await Promise.all([
      gateway(answer(JSON.stringify({ a_response: { value: '1', request_id: requestId } }))),
      gateway(answer(JSON.stringify({ error_response: { code: 50, msg: 'm', request_id: requestId } }))),
    ]);
    const short = `••••${'r'.repeat(123)}…`;
    expect(await call(read.url)).toMatchObject({ kind: 'answer', requestId: short });
    expect(await call(refused.url)).toMatchObject({ error: { detail: { platform: { requestId: short } } } });
  });

  it('keeps every digit of its ids', async () => {
    const { url } = await gateway(answer('{"a_response":{"task_id":9007199254740993}}'));
    expect(await call(url)).toMatchObject({ body: { task_id: '9007199254740993' } });
  });

  it('just under the maximum is read, split characters and all', async () => {
    const memo = '商'.repeat(3_400_000);
    const { url } = await gateway(answer(`{"a_response":{"memo":"${memo}"}}`));
    expect(await call(url)).toMatchObject({ kind: 'answer', body: { memo } });
  });

  it.each([
    ['a web page', '<html><body>请登录</body></html>', 'html'],
    ['cut off text', '{"a_response":{"value":"2019', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a list', '[{"value":"20191214888"}]', 'not-a-top-gateway'],
    ['a list in the wrapper', '{"a_response":["20191214888"]}', 'not-a-top-gateway'],
  ])('that is %s is lost, never taken for success', async (_what, text, reason) => {
    const { url } = await gateway(answer(text));
    expect(await call(url)).toMatchObject({
      kind: 'lost',
      reason: 'unreadable',
      outcome: 'unknown',
      error: { code: 'unreadable-answer', detail: { reason } },
    });
  });

  it('that does not end is read no further than the maximum', async () => {
    let sentBytes = 0;
    let isCut = false;
    const { url } = await gateway((response) => {
      const chunk = 'x'.repeat(256 * 1024);
      response.writeHead(200);
      response.on('close', () => {
        isCut = true;
      });
      const more = () => {
        sentBytes += chunk.length;
        if (!isCut) response.write(chunk);
      };
      response.on('drain', more);
      more();
    });
    expect(await call(url)).toMatchObject({
      kind: 'lost',
      reason: 'unreadable',
      error: { detail: { reason: 'too-large' } },
    });
    expect(sentBytes).toBeGreaterThan(maximumBodyBytes);
    await expect.poll(() => isCut).toBe(true);
  });
});

describe('a refusal', () => {
  it('says what it means, with secrets hidden in its text', async () => {
    const { url } = await gateway(answerError(50, 'isv.invalid-parameter', `&lt;${session}&gt; ${secret}`));
    expect(await call(url)).toEqual({
      kind: 'refused',
      class: 'service',
      outcome: 'failed',
      retry: 'no',
      until: undefined,
      error: {
        code: 'rejected',
        detail: {
          reason: undefined,
          until: undefined,
          platform: { code: '50', subCode: 'isv.invalid-parameter', message: '<••••> ••••', requestId: 'r50' },
        },
      },
    });
  });

  it('by a limit says until when', async () => {
    const ban = 'This ban will last for 9 more seconds ';
    const { url } = await gateway(answerError(7, 'accesscontrol.limited-by-api-access-count', ban));
    expect(await call(url)).toMatchObject({
      retry: 'wait',
      until: now + 10_000,
      error: { detail: { until: now + 10_000 } },
    });
  });
});

describe('a clock that is off', () => {
  const date = 'Sun, 01 Jun 2025 10:20:00 GMT';
  const tooOld = answer('{"error_response":{"code":31,"msg":"Invalid Timestamp"}}', { date });

  it("is corrected once by the answer's date, and the request signed anew", async () => {
    const { url, received } = await gateway(tooOld, released);
    expect(await call(url)).toMatchObject({ kind: 'answer', clockOffsetMs: 1_200_000 });
    expect(received.map(({ form }) => form.timestamp)).toEqual(['2025-06-01 18:00:00', '2025-06-01 18:20:00']);
    const { sign, ...params } = received[1]?.form ?? {};
    expect(sign).toBe(signTop({ params, secret, method: 'hmac-sha256' }));
  });

  it('is corrected no second time', async () => {
    const { url, received } = await gateway(tooOld);
    expect(await call(url)).toMatchObject({
      kind: 'refused',
      error: { code: 'clock-off' },
      outcome: 'not-processed',
      retry: 'after-clock',
      clockOffsetMs: 1_200_000,
    });
    expect(received).toHaveLength(2);
  });

  it('is left alone when the answer has no date', async () => {
    const { url, received } = await gateway((response, request) => {
      response.sendDate = false;
      answerError(31)(response, request);
    });
    expect(await call(url)).toMatchObject({ kind: 'refused', error: { code: 'clock-off' } });
    expect(received).toHaveLength(1);
  });

  it('never repeats the same second, which the platform would take for a replay', async () => {
    const replay = answer('{"error_response":{"code":31}}', { date: new Date(now).toUTCString() });
    const { url, received } = await gateway(replay, released);
    expect(await call(url)).toMatchObject({ kind: 'answer', clockOffsetMs: 0 });
    expect(received.map(({ form }) => form.timestamp)).toEqual([formatChinaTime(now), formatChinaTime(now + 1000)]);
    expect(received[0]?.form.sign).not.toBe(received[1]?.form.sign);
  });
});
