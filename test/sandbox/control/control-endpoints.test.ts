import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defaultAccount } from '../accounts.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { post, release, releaseParameters, sign } from '../test-client.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${sandbox.url}/__sandbox/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
};

/** With headers that fetch does not let a caller set. */
const statusWith = (headers: Record<string, string>, path = '/__sandbox/ledger'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: sandbox.port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('the ledger counts per key and per object, and says which keys an object was sent under', async () => {
  await release(sandbox);
  await release(sandbox);
  await release(sandbox, { req_id: 'second' });
  await release(sandbox, { req_id: 'third', opportunity_id: '20191215000' });
  const { body } = await ask('GET', 'ledger');
  expect(body.counts).toEqual({
    all: { requests: 4, accepted: 2, processed: 2, refused: 2, cut: 0 },
    byKey: {
      '6sfhw47qhop': { requests: 2, accepted: 1, processed: 1, refused: 1, cut: 0 },
      second: { requests: 1, accepted: 0, processed: 0, refused: 1, cut: 0 },
      third: { requests: 1, accepted: 1, processed: 1, refused: 0, cut: 0 },
    },
    byObject: {
      '20191214888': { requests: 3, accepted: 1, processed: 1, refused: 2, cut: 0, keys: ['6sfhw47qhop', 'second'] },
      '20191215000': { requests: 1, accepted: 1, processed: 1, refused: 0, cut: 0, keys: ['third'] },
    },
  });
  expect(body.entries.map((entry: { times: number }) => entry.times)).toEqual([1, 2, 1, 1]);
});

test('the ledger can be asked for one key, object, method, or what came since', async () => {
  await release(sandbox);
  await release(sandbox, { req_id: 'second', opportunity_id: '20191215000' });
  const [first] = sandbox.ledger().entries;
  for (const query of ['key=second', 'object=20191215000', `since=${first?.sequence}`]) {
    const { body } = await ask('GET', `ledger?${query}`);
    expect(body.entries.map((entry: { key: string }) => entry.key)).toEqual(['second']);
  }
  expect((await ask('GET', 'ledger?method=taobao.time.get')).body.entries).toEqual([]);
});

test('the ledger holds the whole request, and neither secret nor session nor sign', async () => {
  const parameters = sign(releaseParameters({ memo: `leaked ${defaultAccount.appSecret}` }));
  await post(sandbox, parameters);
  const text = JSON.stringify((await ask('GET', 'ledger')).body);
  expect(text).toContain('"opportunity_id":"20191214888"');
  for (const secret of [defaultAccount.appSecret, defaultAccount.session, parameters.sign]) {
    expect(text).not.toContain(secret);
  }
});

test('the ledger can be emptied without touching the CRM', async () => {
  await release(sandbox);
  expect((await ask('DELETE', 'ledger')).body.entries).toEqual([]);
  expect((await release(sandbox)).error_response?.sub_code).toBe('isv.duplicate-request');
});

test('faults are added, listed, used up and taken back over HTTP', async () => {
  const fault = { kind: 'latency', times: 2, match: { key: 'x' }, ms: 5 };
  const listed = {
    faults: [{ kind: 'latency', times: 2, match: { key: 'x' }, options: { ms: 5 } }],
    shapes: {},
    held: 0,
  };
  expect((await ask('POST', 'control', { faults: [fault] })).body).toEqual(listed);
  await release(sandbox, { req_id: 'x' });
  expect((await ask('GET', 'control')).body.faults[0].times).toBe(1);
  expect((await ask('DELETE', 'control')).body).toEqual({ faults: [], shapes: {}, held: 0 });
});

test('a fault that is not known changes nothing and is answered with a sentence', async () => {
  const answer = await ask('POST', 'control', { faults: [{ kind: 'latency' }, { kind: 'earthquake' }] });
  expect(answer).toEqual({ status: 400, body: { error: expect.stringContaining('unknown kind "earthquake"') } });
  expect((await ask('GET', 'control')).body.faults).toEqual([]);
});

test('shapes are set and taken back over HTTP, alone or with faults', async () => {
  expect((await ask('POST', 'control', { shapes: { 'rest-code': 'text' } })).body.shapes).toEqual({
    'rest-code': 'text',
  });
  const both = { shapes: { 'big-ids': 'text' }, faults: [{ kind: 'extra-fields' }] };
  expect((await ask('POST', 'control', both)).body).toMatchObject({
    shapes: { 'rest-code': 'text', 'big-ids': 'text' },
    faults: [{ kind: 'extra-fields' }],
  });
  expect((await ask('DELETE', 'control')).body).toEqual({ faults: [], shapes: {}, held: 0 });
});

test.each([
  [{ shapes: { 'rest-code': 'roman' } }, 'rest-code is one of number, text'],
  [{ shapes: { toString: 'text' } }, 'unknown shape toString'],
  [{ shapes: [] }, 'shapes is an object'],
  [{ shapes: { 'rest-code': 'text' }, faults: [{ kind: 'earthquake' }] }, 'unknown kind'],
])('a shape that cannot be changes nothing and is answered with a sentence: %j', async (body, sentence) => {
  const answer = await ask('POST', 'control', body);
  expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(sentence)]);
  expect((await ask('GET', 'control')).body.shapes).toEqual({});
});

test('data are changed over HTTP', async () => {
  const change = { kind: 'im-company', id: '12345', set: { customer_first: false } };
  expect((await ask('POST', 'data', { changes: [change] })).status).toBe(200);
  expect(sandbox.data().imSettings.get('12345')?.customer_first).toBe(false);
});

test.each([
  [{}, 'expected {"changes"'],
  [{ changes: [{ kind: 'weather' }] }, 'unknown kind "weather"'],
  [{ changes: [{ kind: 'card' }] }, 'card needs id'],
  [{ changes: [{ kind: 'card', id: '111', shop: '1' }] }, 'card has no shop'],
  [{ changes: [{ kind: 'card', id: '111', set: { colour: 'red' } }] }, 'card cannot set colour'],
  [{ changes: [{ kind: 'card', id: '111', set: { state: 'lost' } }] }, 'state is one of new, sold, frozen'],
  [{ changes: [{ kind: 'book', id: 'BOOK_CODE', set: { left: '3' } }] }, 'left is a number'],
  [{ changes: [{ kind: 'opportunity', id: '1', set: {} }] }, 'no opportunity 1'],
  [{ changes: [{ kind: 'plan', id: '1', set: {} }] }, 'no such thing: 1'],
  [{ changes: [{ kind: 'im-account', company: '1', id: '2', set: {} }] }, 'no company 1'],
  [{ changes: [{ kind: 'im-account-gone', company: '12345', id: '2' }] }, 'no account 2'],
])('a change that cannot be is answered with a sentence: %j', async (body, sentence) => {
  const answer = await ask('POST', 'data', body);
  expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(sentence)]);
});

test('every kind of change is done', async () => {
  const changes = [
    { kind: 'card', id: '5', set: { state: 'frozen' } },
    { kind: 'plan', id: '123', set: { channel: 'mail', state: 'ended' } },
    { kind: 'book', id: 'BOOK_CODE', set: { left: 0 } },
    { kind: 'rest-token', id: 'new-token', set: { state: 'valid' } },
    { kind: 'rest-calls', set: { count: 3 } },
  ];
  expect((await ask('POST', 'data', { changes })).status).toBe(200);
  const { cards, outreach, restCrm } = sandbox.data();
  expect(cards.cards.get('5')?.state).toBe('frozen');
  expect(outreach.plans.get('123')).toMatchObject({ channel: 'mail', state: 'ended' });
  expect([outreach.books.get('BOOK_CODE')?.left, restCrm.tokens.get('new-token'), restCrm.callsMs.length]).toEqual([
    0,
    'valid',
    3,
  ]);
});

test('held requests are let go over HTTP', async () => {
  await ask('POST', 'control', { faults: [{ kind: 'hold' }] });
  const answer = release(sandbox);
  await expect.poll(async () => (await ask('GET', 'control')).body.held).toBe(1);
  expect((await ask('POST', 'release-held')).body).toEqual({ released: 1 });
  expect((await answer).error_response).toBeUndefined();
});

test('a reset brings data, ledger and faults back to the start', async () => {
  await release(sandbox);
  await ask('POST', 'control', { faults: [{ kind: 'error' }], shapes: { 'rest-code': 'text' } });
  expect((await ask('POST', 'reset')).body).toEqual({ faults: [], shapes: {}, held: 0 });
  expect(sandbox.ledger().entries).toEqual([]);
  expect((await release(sandbox)).error_response).toBeUndefined();
});

test.each([
  ['another site', { Host: 'evil.example' }, 421],
  ["a page's own request", { Origin: 'http://127.0.0.1' }, 403],
  ["a page's request without Origin", { 'Sec-Fetch-Site': 'same-origin' }, 403],
  ["a CRM's host", { Host: 'partner.localhost' }, 403],
  ['a name that only begins like loopback', { Host: '127.0.0.1.evil.example' }, 421],
  ['the address bar', { 'Sec-Fetch-Site': 'none' }, 200],
])('who may steer the sandbox: %s → %j %i', async (_who, headers, status) => {
  expect(await statusWith(headers)).toBe(status);
});

test('an endpoint that is none says which there are', async () => {
  const { status, body } = await ask('GET', 'legder');
  expect(status).toBe(404);
  expect(body.error).toContain('GET /__sandbox/ledger');
});
