import { describe, expect, it } from 'vitest';
import { requestCeilingMs } from '@/lib/platforms/top/exchange';
import { createIkcrmCaller } from './call';
import { getCustomerOpportunities, getOpportunity, postRevisitLog, putOpportunity } from './calls';
import { call, caller, crm, now, reply, token } from './local-crm';

const put = putOpportunity('568587', { title: '一 + 二', customer_id: '9007199254740993', expect_amount: '20000.10' });
const header = `Token token=${token}, device=open_api, version_code=9.9.9`;

describe('what leaves', () => {
  it('is a read with the documented header and nothing else of ours', async () => {
    const { url, received } = await crm(reply({ code: 0, data: { id: 1 } }));
    const askedMs: number[] = [];
    await caller(5000, askedMs)({ connection: { baseUrl: url, token }, request: getOpportunity('568587') });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ method: 'GET', url: '/api/v2/opportunities/568587', body: '' });
    expect(received[0]?.headers.authorization).toBe(header);
    expect(received[0]?.headers).not.toHaveProperty('cookie');
    expect(askedMs).toEqual([requestCeilingMs]);
  });

  it.each([put, getOpportunity('1')])(
    "carries nothing of the user's own browsing, and is never a copy",
    async (request) => {
      const given: (RequestInit | undefined)[] = [];
      const caller = createIkcrmCaller({
        async fetch(_url, init) {
          given.push(init);
          return new Response('{"code":0,"data":{}}');
        },
        clock: () => now,
        timeoutSignal: AbortSignal.timeout,
      });
      await caller({ connection: { baseUrl: 'https://crm.example.com', token }, request });
      expect(given).toMatchObject([
        { credentials: 'omit', redirect: 'error', cache: 'no-store', referrerPolicy: 'no-referrer' },
      ]);
    },
  );

  it('is an edit as JSON, ids as bare digits and amounts as text', async () => {
    const { url, received } = await crm(reply({ code: 0, data: {} }));
    await call(url, put);
    expect(received[0]?.method).toBe('PUT');
    expect(received[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(received[0]?.body).toBe(
      '{"opportunity":{"title":"一 + 二","customer_id":9007199254740993,"expect_amount":"20000.10"}}',
    );
  });

  it('is a follow-up with its stage, and without what was left empty', async () => {
    const { url, received } = await crm(reply({ code: 0, data: null }));
    const log = {
      opportunityId: '568587',
      content: '已致电',
      remindAt: '2025-06-03 09:30',
      stage: '3514',
      category: '',
    };
    expect(await call(url, postRevisitLog(log))).toEqual({ kind: 'answer', data: null });
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      revisit_log: {
        loggable_id: 568587,
        loggable_type: 'Opportunity',
        content: '已致电',
        remind_at: '2025-06-03 09:30',
        loggable_attributes: { stage: '3514' },
      },
    });
  });

  it("goes below a private deployment's path, with its query", async () => {
    const { url, received } = await crm(reply({ code: 0, data: {} }));
    await call(`${url}/crm/`, getCustomerOpportunities('12', 2, 50));
    expect(received[0]?.url).toBe('/crm/api/v2/customers/12/opportunities?page=2&per_page=50');
  });

  it.each([
    ['no address', { baseUrl: 'lxcrm.weiwenjia.com' }, 'invalid-input', 'not-a-url'],
    ['an address with a name in it', { baseUrl: 'https://a:b@c' }, 'invalid-input', 'not-a-url'],
    ['an address with a query', { baseUrl: 'https://c/?a=1' }, 'invalid-input', 'not-a-url'],
    ['no token', { token: '' }, 'sign-in-again', 'token-missing'],
    ['a token that would end early', { token: 'abc, device=web' }, 'invalid-input', 'not-a-token'],
    ['a token with a line break', { token: 'abc\r\nCookie: x' }, 'invalid-input', 'not-a-token'],
  ])('is nothing with %s', async (_what, wrong, code, reason) => {
    const { url, received } = await crm(reply({ code: 0 }));
    const answer = await caller()({ connection: { baseUrl: url, token, ...wrong }, request: put });
    expect(answer).toMatchObject({
      kind: 'refused',
      outcome: 'not-processed',
      retry: 'no',
      error: { code, detail: { reason } },
    });
    expect(received).toHaveLength(0);
  });

  it.each(['..', '1/../2', '1?a=b', '1#', '%2e%2e', '', ' ', '１'])('is nothing for the id %j', async (id) => {
    const { url, received } = await crm(reply({ code: 0 }));
    expect(await call(url, getOpportunity(id))).toMatchObject({ error: { detail: { reason: 'not-an-id' } } });
    expect(received).toHaveLength(0);
  });

  it('is nothing when it was called off before', async () => {
    const { url, received } = await crm(reply({ code: 0 }));
    expect(await call(url, put, { signal: AbortSignal.abort() })).toMatchObject({
      kind: 'lost',
      reason: 'called-off',
      outcome: 'not-processed',
    });
    expect(received).toHaveLength(0);
  });
});

describe('an answer', () => {
  it.each([
    ['a number', '{"code":0,"data":{"id":9007199254740993},"message":"ok"}'],
    ['a text', '{"code":"0","data":{"id":9007199254740993}}'],
    ['among raw control characters', '{"code":0,"message":"a\n\u0001","data":{"id":9007199254740993}}'],
  ])('is read with its code %s, every digit of its ids kept', async (_what, text) => {
    const { url } = await crm(reply(text));
    expect(await call(url)).toEqual({ kind: 'answer', data: { id: '9007199254740993' } });
  });

  it.each([
    ['a web page', '<html>请登录</html>', 'html'],
    ['cut off text', '{"code":0,"data":{"id":', 'cut-off'],
    ['words', 'OK', 'not-json'],
    ['nothing', ' \n', 'empty-answer'],
    ['a list', '[{"code":0}]', 'not-an-ikcrm'],
    ['without a code', '{"data":{"id":1}}', 'not-an-ikcrm'],
    ['with an empty code', '{"code":"","data":{"id":1}}', 'not-an-ikcrm'],
    ['with an untrue code', '{"code":false,"data":{"id":1}}', 'not-an-ikcrm'],
    ['with an object for a code', '{"code":{},"data":{"id":1}}', 'not-an-ikcrm'],
  ])('that is %s is lost, never taken for success', async (_what, text, reason) => {
    const { url } = await crm(reply(text));
    const error = { code: 'unreadable-answer', detail: { reason } };
    expect(await call(url, put)).toMatchObject({ kind: 'lost', reason: 'unreadable', outcome: 'unknown', error });
    expect(await call(url)).toMatchObject({ kind: 'lost', outcome: 'not-processed', error });
  });

  it('of 10 MB and more is read no further', async () => {
    const { url } = await crm(reply(`{"code":0,"data":"${'x'.repeat(11 * 1024 * 1024)}"}`));
    expect(await call(url, put)).toMatchObject({
      kind: 'lost',
      outcome: 'unknown',
      error: { code: 'unreadable-answer', detail: { reason: 'too-large' } },
    });
  });
});

describe('no answer', () => {
  it('is waited for no longer than the ceiling', async () => {
    const { url } = await crm(() => {});
    expect(await call(url, put, { ceilingMs: 100 })).toMatchObject({
      kind: 'lost',
      reason: 'timed-out',
      outcome: 'unknown',
      error: { code: 'timed-out' },
    });
  });

  it('leaves a write unknown when the connection is cut', async () => {
    const { url } = await crm((response) => response.destroy());
    expect(await call(url, put)).toMatchObject({
      kind: 'lost',
      reason: 'connection',
      outcome: 'unknown',
      error: { code: 'offline' },
    });
  });

  it('follows from a redirect: the token goes nowhere else', async () => {
    const other = await crm(reply({ code: 0 }));
    const { url } = await crm((response) => {
      response.writeHead(307, { location: other.url });
      response.end();
    });
    expect(await call(url, put)).toMatchObject({ kind: 'lost', reason: 'connection' });
    expect(other.received).toHaveLength(0);
  });

  it('is what a call-off leaves of a write that is on its way', async () => {
    const controller = new AbortController();
    const { url } = await crm(() => controller.abort());
    expect(await call(url, put, { signal: controller.signal })).toMatchObject({
      kind: 'lost',
      reason: 'called-off',
      outcome: 'unknown',
      error: { code: 'outcome-unknown', detail: { reason: 'no-answer' } },
    });
  });
});

describe('a refusal', () => {
  it.each([
    ['100401', 200, { code: 100401 }, 'sign-in-again', 'signed-in-elsewhere', 'not-processed', 'no'],
    ['100401 as text', 401, { code: '100401' }, 'sign-in-again', 'signed-in-elsewhere', 'not-processed', 'no'],
    ['100100', 200, { code: 100100 }, 'not-allowed', 'no-permission-or-not-found', 'failed', 'no'],
    ['100100 in an HTTP 500', 500, { code: 100100 }, 'not-allowed', 'no-permission-or-not-found', 'failed', 'no'],
    ['401', 401, '', 'sign-in-again', 'token-refused', 'not-processed', 'no'],
    ['401 as a code', 200, { code: 401 }, 'sign-in-again', 'token-refused', 'not-processed', 'no'],
    ['403', 403, '<html>', 'not-allowed', 'crm-no-permission', 'failed', 'no'],
    ['404', 404, { code: 404 }, 'not-found', 'no-such-record', 'failed', 'no'],
    ['404 of no CRM', 404, '<html>', 'not-found', 'no-such-address', 'failed', 'no'],
    ['422', 422, { code: 422 }, 'invalid-input', 'refused-by-crm', 'failed', 'no'],
    ['429', 429, 'Too Many Requests', 'throttled', 'crm-limit', 'not-processed', 'wait'],
    ['400', 400, { code: 400 }, 'bug', 'malformed-request', 'failed', 'no'],
    ['an unlisted code', 200, { code: 100999 }, 'rejected', 'unlisted-code', 'unknown', 'no'],
    ['an unlisted status', 418, { code: 0 }, 'rejected', 'unlisted-code', 'unknown', 'no'],
  ])('%s has its own meaning', async (_what, status, body, code, reason, outcome, retry) => {
    const { url } = await crm(reply(body, status));
    expect(await call(url, put)).toMatchObject({
      kind: 'refused',
      outcome,
      retry,
      error: { code, detail: { reason } },
    });
  });

  it.each([500, 502, 503, 504, 599])('by HTTP %i leaves a write unknown, whatever it says', async (status) => {
    const { url } = await crm(reply({ code: 0, data: { id: 568587 } }, status));
    expect(await call(url, put)).toMatchObject({
      kind: 'lost',
      reason: 'http-status',
      httpStatus: status,
      outcome: 'unknown',
      error: { code: 'offline', detail: { reason: 'platform-unavailable' } },
    });
  });

  it.each([
    [{}, 5000],
    [{ 'retry-after': '2' }, 5000],
    [{ 'retry-after': '30' }, 30_000],
    [{ 'retry-after': '999999999' }, 600_000],
    [{ 'retry-after': 'Wed, 21 Oct 2025 07:28:00 GMT' }, 5000],
  ])('by the limit with %j says until when', async (headers, waitMs) => {
    const { url } = await crm(reply('', 429, headers));
    expect(await call(url, put)).toMatchObject({ until: now + waitMs, error: { detail: { until: now + waitMs } } });
  });

  it.each([
    { errors: { title: ['不能为空', '太短'] } },
    { errors: { 'opportunity.title': ['不能为空', '太短'] } },
    { message: { 'opportunity[title]': '不能为空 太短' } },
    { data: { errors: [{ field: 'title', message: '不能为空 太短' }] } },
    { error: [], errors: [{ attribute: 'title', error: '不能为空 太短' }] },
  ])('of the input names the field: %j', async (body) => {
    const { url } = await crm(reply({ code: 422, ...body }, 422));
    expect(await call(url, put)).toMatchObject({
      fields: [{ field: 'title', message: '不能为空 太短' }],
      error: { detail: { path: 'title', platform: { message: '不能为空 太短' } } },
    });
  });

  it('keeps the words of a refusal that has no envelope', async () => {
    const { url } = await crm(reply({ error: '商机标题不能为空' }, 422));
    expect(await call(url, put)).toMatchObject({
      fields: [],
      error: { detail: { platform: { message: '商机标题不能为空' } } },
    });
  });

  it('hides the token in the words that echo it', async () => {
    const { url } = await crm(reply({ code: 100401, message: `&lt;${token}&gt;` }));
    expect(await call(url)).toMatchObject({ error: { detail: { platform: { message: '<••••>' } } } });
  });
});
