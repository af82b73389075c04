import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultRestToken, restLogin } from '../accounts.ts';
import { JsonNumber } from '../json.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { askRest, at, rest } from '../test-client.ts';

let nowMs = Date.parse('2026-11-22T10:00:00+08:00');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: () => nowMs });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const route = 'GET /api/v2/opportunities/20191214888';
const putRoute = 'PUT /api/v2/opportunities/20191214888';
const edit = { opportunity: { title: '改过的标题', customer_id: 3396912 } };
const code = (body: Parameters<typeof at>[0]) => at(body, 'code');
const number = (digits: string) => new JsonNumber(digits);
const lastEntry = () => sandbox.ledger().entries.at(-1);
const title = () => sandbox.crm().opportunities.get('20191214888')?.title;

describe('authorization', () => {
  const exact = `Token token=${defaultRestToken}, device=open_api, version_code=9.9.9`;

  test.each([
    ['another device', exact.replace('open_api', 'web')],
    ['another version', exact.replace('9.9.9', '9.9.8')],
    ['no device and version', `Token token=${defaultRestToken}`],
    ['quotes', `Token token="${defaultRestToken}", device="open_api", version_code="9.9.9"`],
    ['a bearer', `Bearer ${defaultRestToken}`],
    ['no comma', exact.replaceAll(',', '')],
    ['an unknown token', exact.replace(defaultRestToken, 'nobody')],
  ])('the header has one form only: %s gets 401', async (_what, Authorization) => {
    const { status, body } = await rest(sandbox, route, { headers: { Authorization } });
    expect([status, code(body)]).toEqual([401, number('401')]);
  });

  test('without the header: 401', async () => {
    expect((await fetch(`${sandbox.url}/api/v2/opportunities/20191214888`)).status).toBe(401);
  });

  test.each([
    ['sandbox-token-signed-elsewhere', 200, '100401'],
    ['sandbox-token-invalid', 401, '401'],
    ['sandbox-token-forbidden', 403, '403'],
  ])('%s gets %i, code %s', async (token, status, expected) => {
    const answer = await rest(sandbox, route, { token });
    expect([answer.status, code(answer.body)]).toEqual([status, number(expected)]);
    expect(lastEntry()?.verdict).toEqual({ kind: 'refused', code: expected });
  });

  test('a token can lose its worth between two calls', async () => {
    sandbox.changeData([{ kind: 'rest-token', id: defaultRestToken, set: { state: 'signed-elsewhere' } }]);
    expect(code((await rest(sandbox, route)).body)).toEqual(number('100401'));
  });
});

describe('sign in', () => {
  const credentials = { login: 'wangwu', password: 'sandbox-password', device: 'open_api', version_code: '9.9.9' };
  const signIn = (body: object) =>
    fetch(`${sandbox.url}/api/v2/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  test.each([{}, { corp_id: restLogin.corpId }])(
    'gives a token that works, with or without corp_id: %j',
    async (more) => {
      const { data } = (await (await signIn({ ...credentials, ...more })).json()) as { data: { user_token: string } };
      expect((await rest(sandbox, route, { token: data.user_token })).status).toBe(200);
      expect(sandbox.ledger().entries[0]).toMatchObject({ method: 'POST /api/v2/auth/login', violations: [] });
    },
  );

  test("puts the user's other session out, unless asked not to", async () => {
    await signIn(credentials);
    expect(code((await rest(sandbox, route)).body)).toEqual(number('100401'));
    sandbox.reset();
    sandbox.setShapes({ 'rest-sign-in': 'joins' });
    await signIn(credentials);
    expect(code((await rest(sandbox, route)).body)).toEqual(number('0'));
  });

  test.each([
    [{ password: 'wrong' }, 200, 100001],
    [{ login: 'nobody' }, 200, 100001],
    [{ corp_id: 'another' }, 200, 100001],
    [{ device: 'web' }, 400, 400],
    [{ version_code: '1' }, 400, 400],
  ])('%j is refused: %i, code %i', async (wrong, status, expected) => {
    const answer = await signIn({ ...credentials, ...wrong });
    expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([status, expected]);
    expect(code((await rest(sandbox, route)).body)).toEqual(number('0'));
  });
});

describe('the limit of 10 calls in 10 seconds', () => {
  const statuses = async (count: number) => {
    const found: number[] = [];
    for (let call = 0; call < count; call += 1) found.push((await askRest(sandbox, route)).status);
    return found;
  };

  test('the eleventh gets 429, and the first after ten seconds is let through', async () => {
    expect(await statuses(12)).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    expect(lastEntry()?.verdict).toEqual({ kind: 'refused', code: '429' });
    nowMs += 9_999;
    expect(await statuses(1)).toEqual([429]);
    nowMs += 1;
    expect(await statuses(1)).toEqual([200]);
  });

  test("other users' calls count too, and refused callers' do not", async () => {
    sandbox.changeData([{ kind: 'rest-calls', set: { count: 8 } }]);
    for (let call = 0; call < 5; call += 1) await askRest(sandbox, route, { token: 'nobody' });
    expect(await statuses(3)).toEqual([200, 200, 429]);
  });

  test('it can be switched off', async () => {
    sandbox.setShapes({ 'rest-limit': 'off' });
    expect(new Set(await statuses(25))).toEqual(new Set([200]));
  });
});

describe('a follow-up', () => {
  const log = { loggable_id: 20191214888, loggable_type: 'Opportunity', content: '电话沟通过' };
  const post = (fields: object) =>
    rest(sandbox, 'POST /api/v2/revisit_logs', { body: { revisit_log: { ...log, ...fields } } });

  test('is written, and may move the stage in the same call', async () => {
    const { data } = await post({
      remind_at: '2026-11-30 09:00',
      real_revisit_at: '2026-11-21 15:30',
      category: '1',
      loggable_attributes: { stage: '3514' },
    });
    expect(data).toMatchObject({ content: '电话沟通过', created_at: '2026-11-22 10:00' });
    expect(sandbox.data().restCrm.revisitLogs).toMatchObject([{ opportunityId: '20191214888', stage: '3514' }]);
    expect(sandbox.crm().opportunities.get('20191214888')?.stage).toBe('谈判/合同');
    expect(lastEntry()).toMatchObject({
      method: 'POST /api/v2/revisit_logs',
      objects: ['20191214888'],
      violations: [],
    });
  });

  test('sent twice, it is there twice', async () => {
    await post({});
    await post({});
    expect(sandbox.data().restCrm.revisitLogs).toHaveLength(2);
  });

  test.each([
    [{ content: ' ' }, 422, '422'],
    [{ remind_at: '2026-11-30' }, 422, '422'],
    [{ loggable_attributes: { stage: '3599' } }, 422, '422'],
    [{ loggable_type: 'Customer' }, 400, '400'],
    [{ loggable_id: 1 }, 200, '100100'],
  ])('%j is refused: %i, code %s', async (fields, status, expected) => {
    const answer = await post(fields);
    expect([answer.status, code(answer.body)]).toEqual([status, number(expected)]);
    expect(sandbox.data().restCrm.revisitLogs).toEqual([]);
  });

  test('what the vendor does not list is a violation', async () => {
    await post({ loggable_id: '20191214888', mood: 'good', loggable_attributes: { note: 'x' } });
    expect(lastEntry()?.violations).toEqual([
      'unknown-field:revisit_log.mood',
      'type:revisit_log.loggable_id',
      'unknown-field:revisit_log.loggable_attributes.note',
    ]);
  });
});

describe('faults', () => {
  test.each([
    ['throttled', {}, 429, '429'],
    ['session-expired', {}, 200, '100401'],
    ['error', { code: 100100, msg: '没有权限' }, 200, '100100'],
    ['error', { code: 422, msg: '不能改', status: 422, field: 'title' }, 422, '422'],
    ['error', { code: 500, msg: '系统繁忙', status: 500 }, 500, '500'],
  ] as const)('%s %j: nothing is processed', async (kind, options, status, expected) => {
    sandbox.addFaults([{ kind, ...options, match: { method: 'PUT /api/v2/opportunities/:id' } }]);
    expect((await rest(sandbox, route)).status).toBe(200);
    const answer = await rest(sandbox, putRoute, { body: edit });
    expect([answer.status, code(answer.body), title()]).toEqual([status, number(expected), '老王火锅(三里屯店)']);
  });

  test('an error may name the field that its words are about', async () => {
    sandbox.addFaults([{ kind: 'error', code: 422, msg: '不能改', status: 422, field: 'stage' }]);
    expect(at((await rest(sandbox, putRoute, { body: edit })).body, 'errors')).toEqual({ stage: ['不能改'] });
  });

  test.each([
    ['http-status', { status: 502, processed: true }],
    ['html', { processed: true }],
    ['truncated', { bytes: 20 }],
    ['body', { text: '' }],
    ['error', { code: 500, processed: true }],
  ] as const)('%s %j: processed, and the answer does not say so', async (kind, options) => {
    sandbox.addFaults([{ kind, ...options }]);
    const text = await (await askRest(sandbox, putRoute, { body: edit })).text();
    expect(text).not.toContain('改过的标题');
    expect([title(), lastEntry()?.delivery]).toEqual(['改过的标题', 'damaged']);
  });

  test.each([
    ['answer-lost', '改过的标题'],
    ['cut-before', '老王火锅(三里屯店)'],
  ] as const)('%s: the connection ends', async (kind, stored) => {
    sandbox.addFaults([{ kind }]);
    await expect(askRest(sandbox, putRoute, { body: edit })).rejects.toThrow();
    expect([title(), lastEntry()?.delivery]).toEqual([stored, 'lost']);
  });

  test('hold: the PUT is processed and waits', async () => {
    sandbox.addFaults([{ kind: 'hold' }]);
    const answer = askRest(sandbox, putRoute, { body: edit });
    await expect.poll(() => sandbox.heldCount()).toBe(1);
    expect([title(), lastEntry()?.delivery]).toEqual(['改过的标题', 'pending']);
    sandbox.releaseHeld();
    expect((await answer).status).toBe(200);
  });

  test('control-characters, extra-fields: the answer is still there for a tolerant reader', async () => {
    sandbox.addFaults([{ kind: 'control-characters' }, { kind: 'extra-fields' }]);
    const text = await (await askRest(sandbox, route)).text();
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    const readable = JSON.parse([...text].map((character) => (character < ' ' ? ' ' : character)).join(''));
    expect(readable).toMatchObject({ code: 0, data: { title: '老王火锅(三里屯店)', trace_id: '0b51062a' } });
  });
});

describe('the ledger', () => {
  test('holds the call with its token and password digested', async () => {
    await rest(sandbox, putRoute, {
      body: { opportunity: { ...edit.opportunity, note: `leaked ${defaultRestToken}` } },
    });
    const login = { ...restLogin, device: 'open_api', version_code: '9.9.9' };
    await askRest(sandbox, 'POST /api/v2/auth/login', { body: login });
    const text = JSON.stringify(sandbox.ledger());
    expect(text).not.toContain(defaultRestToken);
    expect(text).not.toContain(restLogin.password);
    expect(sandbox.ledger().entries[0]).toMatchObject({
      token: expect.stringMatching(/^sha256:/),
      signature: 'not-checked',
    });
  });

  test('counts calls per object beside the releases', async () => {
    await rest(sandbox, route);
    await rest(sandbox, putRoute, { body: edit });
    const { counts } = sandbox.ledger({ method: 'PUT /api/v2/opportunities/:id' });
    expect(counts.byObject['20191214888']).toMatchObject({ requests: 1, processed: 1 });
  });

  test('lists what a well-behaved caller never sends', async () => {
    const headers = { Cookie: 'a=b' };
    await rest(sandbox, `${route}?token=leaked-in-the-address`, { headers });
    expect(lastEntry()?.violations).toEqual(['unknown-parameter:token', 'cookie']);
    expect(JSON.stringify(sandbox.ledger())).not.toContain('leaked-in-the-address');
  });
});

test.each([
  'GET /api/v2/users',
  'DELETE /api/v2/opportunities/1',
  'GET /api/v2/opportunities/abc',
  'OPTIONS /api/v2/opportunities/1',
])('what the sandbox does not play is a page of HTML, 404: %s', async (unknown) => {
  const answer = await askRest(sandbox, unknown);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html;charset=UTF-8']);
});

test('no answer carries a CORS header', async () => {
  const answer = await askRest(sandbox, route, { headers: { Origin: 'https://evil.example' } });
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
});
