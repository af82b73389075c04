import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appWithoutPermission, expiredSession } from '../accounts.ts';
import { formatChinaTime } from '../china-time.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { type Parameters, post, postForBody, release, releaseParameters, sign, without } from '../test-client.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

type Breakage = [what: string, code: number, break_: (right: Parameters) => Parameters];

const wrongSign = 'F'.repeat(64);

/** Each breaks one thing in a request that is right otherwise. */
const breakages: Breakage[] = [
  ['no method', 21, (right) => without(right, 'method')],
  ['a method that is none', 22, (right) => ({ ...right, method: 'alibaba.no.such.method' })],
  ['no app key', 28, (right) => without(right, 'app_key')],
  ['an unknown app key', 29, (right) => ({ ...right, app_key: '11111111' })],
  ['an app without permission', 11, (right) => ({ ...right, app_key: appWithoutPermission.appKey })],
  ['no version', 32, (right) => without(right, 'v')],
  ['another version', 33, (right) => ({ ...right, v: '1.0' })],
  ['no timestamp', 30, (right) => without(right, 'timestamp')],
  ['a timestamp of another form', 31, (right) => ({ ...right, timestamp: String(Date.now()) })],
  ['a clock 11 minutes slow', 31, (right) => ({ ...right, timestamp: formatChinaTime(Date.now() - 660_000) })],
  ['a clock 11 minutes fast', 31, (right) => ({ ...right, timestamp: formatChinaTime(Date.now() + 660_000) })],
  ['no sign', 24, (right) => without(right, 'sign')],
  ['a wrong sign', 25, (right) => ({ ...right, sign: wrongSign })],
  ['an unknown sign method', 25, (right) => ({ ...right, sign_method: 'sha256' })],
  ['no session', 26, (right) => sign(without(right, 'session', 'sign'))],
  ['an unknown session', 27, (right) => sign({ ...without(right, 'sign'), session: 'nobody' })],
  ['an expired session', 27, (right) => sign({ ...without(right, 'sign'), session: expiredSession })],
  ["another app's session", 27, (right) => sign({ ...without(right, 'sign'), session: appWithoutPermission.session })],
  ['a parameter never to be sent', 41, (right) => sign({ ...without(right, 'sign'), callback: 'x' })],
  ['a missing field', 40, (right) => sign({ ...without(right, 'sign'), param_top_leads_release_request: '{}' })],
];

test.each(breakages)('%s is refused with %i', async (_what, code, break_) => {
  const body = await postForBody(sandbox, break_(sign(releaseParameters())));
  expect(body.error_response?.code).toBe(code);
  expect(sandbox.ledger().entries[0]?.verdict).toMatchObject({ kind: 'refused', code: String(code) });
});

type Stage = [code: number, changes: Parameters];

/** One wrong thing for each check, in the platform's order. The sign is made of whatever is sent, but with a wrong secret. */
const stages: Stage[] = [
  [22, { method: 'no.such.method' }],
  [29, { app_key: '11111111' }],
  [11, { app_key: appWithoutPermission.appKey }],
  [33, { v: '1.0' }],
  [23, { format: 'yaml' }],
  [31, { timestamp: '2016-01-01 12:00:00' }],
  [25, {}],
  [27, { session: expiredSession }],
  [40, { param_top_leads_release_request: '{}' }],
];

test.each(stages.map(([code], index) => [code, index] as const))(
  'a request wrong from check %i on is refused for that one, whatever comes after it',
  async (code, index) => {
    const changes = stages
      .slice(index)
      .reverse()
      .map(([, change]) => change);
    const parameters = releaseParameters({}, Object.assign({}, ...changes));
    const signatureIsWrong = index <= stages.findIndex(([stageCode]) => stageCode === 25);
    const sent = signatureIsWrong ? sign(parameters, 'another secret') : sign(parameters);
    const answer = await (await post(sandbox, sent)).text();
    expect(/<code>(\d+)<|"code":(\d+)/.exec(answer)?.slice(1).find(Boolean)).toBe(String(code));
  },
);

test.each(['callback', 'style', 'app_ip', 'api_key'])('the parameter %s is refused even when signed', async (name) => {
  const body = await postForBody(sandbox, sign(releaseParameters({}, { [name]: 'x' })));
  expect(body.error_response).toMatchObject({ code: 41, msg: `Invalid arguments:${name}` });
});

test.each([['GET'], ['PUT'], ['DELETE'], ['OPTIONS']])('%s is refused with 9', async (method) => {
  const query = new URLSearchParams(sign(releaseParameters()));
  const answer = await fetch(`${sandbox.gatewayUrl}?${query}`, { method });
  expect(((await answer.json()) as { error_response: unknown }).error_response).toMatchObject({ code: 9 });
});

test.each(['md5', 'hmac', 'hmac-sha256'])('a release signed with %s is accepted', async (signMethod) => {
  const body = await postForBody(sandbox, sign(releaseParameters({}, { sign_method: signMethod })));
  expect(body.alibaba_alsc_crm_sales_opportunity_process_unfollow_response?.value).toBe('20191214888');
  expect(sandbox.ledger().entries).toMatchObject([
    {
      signMethod,
      signature: 'right',
      verdict: { kind: 'accepted', processed: true },
      delivery: 'answered',
      violations: [],
    },
  ]);
});

test('a release is processed as the document says, and the CRM shows it', async () => {
  const body = await release(sandbox);
  expect(body).toEqual({
    alibaba_alsc_crm_sales_opportunity_process_unfollow_response: {
      value: '20191214888',
      request_id: expect.stringMatching(/^[0-9a-z]{13,}$/),
    },
  });
  expect(sandbox.crm().opportunities.get('20191214888')?.release).toEqual({
    requestId: '6sfhw47qhop',
    operatorId: 'kyr13386',
    operatorName: '王五',
    memo: '老板不接受',
    releasedAt: '2019-12-09 17:24:43',
  });
});

test('an id beyond 2^53 is released and answered to its last digit', async () => {
  const body = await release(sandbox, { opportunity_id: '9007199254740993' });
  expect(body.alibaba_alsc_crm_sales_opportunity_process_unfollow_response?.value).toBe('9007199254740993');
});

test('without out_release_time the release has the time it was processed', async () => {
  await release(sandbox, { out_release_time: undefined });
  const releasedAt = sandbox.crm().opportunities.get('20191214888')?.release?.releasedAt ?? '';
  expect(Math.abs(Date.parse(`${releasedAt.replace(' ', 'T')}+08:00`) - Date.now())).toBeLessThan(5000);
});

test.each([
  ['an opportunity that is none', { opportunity_id: '1' }, 'isv.opportunity-not-exist'],
  ['a territory that is none', { territory_code: 'atlantis' }, 'isv.territory-not-exist'],
])('the service refuses %s', async (_what, fields, subCode) => {
  expect((await release(sandbox, fields)).error_response).toMatchObject({ code: 50, sub_code: subCode });
  expect(sandbox.crm().opportunities.get('20191214888')?.release).toBeUndefined();
});

test('an opportunity is released once: another key is refused, and so is the same one', async () => {
  await release(sandbox);
  expect((await release(sandbox, { req_id: 'another' })).error_response?.sub_code).toBe(
    'isv.opportunity-already-released',
  );
  expect((await release(sandbox)).error_response?.sub_code).toBe('isv.duplicate-request');
  expect((await release(sandbox, { opportunity_id: '20191215000' })).error_response?.sub_code).toBe(
    'isv.duplicate-request',
  );
  expect(sandbox.ledger().counts.all).toEqual({ requests: 4, accepted: 1, processed: 1, refused: 3, cut: 0 });
});

test('a refused release does not use its key up', async () => {
  await release(sandbox, { territory_code: 'atlantis' });
  expect((await release(sandbox)).error_response).toBeUndefined();
});

test('a multipart form is accepted like any other', async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(sign(releaseParameters()))) form.append(name, value);
  const answer = await fetch(sandbox.gatewayUrl, { method: 'POST', body: form });
  expect(await answer.json()).not.toHaveProperty('error_response');
});

test('without format=json the answer is XML, errors too', async () => {
  const right = await post(sandbox, sign(without(releaseParameters(), 'format')));
  expect(right.headers.get('content-type')).toBe('text/xml;charset=UTF-8');
  expect(await right.text()).toContain(
    '<alibaba_alsc_crm_sales_opportunity_process_unfollow_response><value>20191214888</value>',
  );
  const wrong = await post(sandbox, without(sign(releaseParameters()), 'format'));
  expect(await wrong.text()).toContain('<error_response><code>25</code>');
});

test("the platform's clock may be asked by any app, without a session, even with an expired one", async () => {
  for (const app of [{}, { app_key: appWithoutPermission.appKey }]) {
    const parameters = without(releaseParameters({}, app), 'session', 'param_top_leads_release_request');
    const secret = 'app_key' in app ? appWithoutPermission.appSecret : undefined;
    const body = await postForBody(sandbox, sign({ ...parameters, method: 'taobao.time.get' }, secret));
    expect(body).toMatchObject({ time_get_response: { time: expect.stringMatching(/^\d{4}-\d{2}-\d{2} /) } });
  }
});

test.each([
  ['text that is not UTF-8', 'application/x-www-form-urlencoded', 'method=%C0%CF', '47'],
  ['a body that is no form', 'application/json', '{"method":"taobao.time.get"}', '21'],
])('%s is refused', async (_what, contentType, body, code) => {
  const headers = { 'Content-Type': contentType };
  const answer = await fetch(sandbox.gatewayUrl, { method: 'POST', headers, body });
  expect(/<code>(\d+)</.exec(await answer.text())?.[1]).toBe(code);
});

test('no answer carries a CORS header, and each has a true Date', async () => {
  const answer = await post(sandbox, sign(releaseParameters()));
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  expect(Math.abs(Date.parse(answer.headers.get('date') ?? '') - Date.now())).toBeLessThan(3000);
});

test('what a well-behaved caller never sends is in the ledger as a violation', async () => {
  const parameters = sign(releaseParameters({ note: 'x' }, { extra: '1', simplify: 'true', partner_id: 'apidoc' }));
  await fetch(`${sandbox.gatewayUrl}?session=leaked`, {
    method: 'POST',
    body: new URLSearchParams({ ...parameters, empty: '' }),
  });
  expect(sandbox.ledger().entries[0]?.violations.sort()).toEqual([
    'empty-parameter:empty',
    'query-parameter:session',
    'unknown-field:param_top_leads_release_request.note',
    'unknown-parameter:empty',
    'unknown-parameter:extra',
    'unknown-parameter:simplify',
  ]);
});

test('a body over 10 MB is refused with 413', async () => {
  const body = `memo=${'x'.repeat(10 * 1024 * 1024)}`;
  expect((await fetch(sandbox.gatewayUrl, { method: 'POST', body })).status).toBe(413);
});
