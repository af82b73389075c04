import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTopAnswer } from '@/lib/jobs/read-top-answer';
import { createTopCaller, type TopAnswer } from '@/lib/platforms/top/call';
import { findOperation } from '@/test/fakes/find-operation';
import { defaultAccount } from '../../test/sandbox/accounts.ts';
import { type Sandbox, startSandbox } from '../../test/sandbox/sandbox.ts';
import type { RowValues } from './operation';
import { imSettingsQuery } from './registry';

type Fault = Parameters<Sandbox['addFaults']>[0][number];

let sandbox: Sandbox;
const callTop = createTopCaller({ fetch, clock: Date.now, timeoutSignal: () => AbortSignal.timeout(5000) });

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

function send(method: string, params: Record<string, string>): Promise<TopAnswer> {
  const { appKey, appSecret, session } = defaultAccount;
  const endpoint = sandbox.gatewayUrl;
  return callTop({ connection: { endpoint, appKey, appSecret, session, signMethod: 'hmac-sha256' }, method, params });
}

interface Write {
  id: string;
  rows: RowValues[];
  shared?: RowValues;
}

const big = '9007199254740993';
const writes: readonly Write[] = [
  {
    id: 'release-opportunity',
    rows: [{ opportunity_id: big, territory_code: 'keruyun_POS_2019', operator_id: 'kyr1', operator_name: '王五' }],
  },
  {
    id: 'submit-outreach',
    shared: { plan_id: big },
    rows: ['13912340001', '13912340002'].map((phone_number, index) => ({
      ...{ phone_number, biz_id: `b-${index}` },
      ...{ input_params: '{}', output_params: '{}' },
    })),
  },
  {
    id: 'sell-cards',
    shared: { brand_id: '3396912', shop_id: '4564334', operator_id: 'kyr1' },
    rows: ['111', big].map((physical_card_ids) => ({ physical_card_ids })),
  },
];

/** As the engine does it; every row's state, or what became of the request as a whole. */
async function write({ id, rows, shared }: Write, key: string): Promise<string[]> {
  const operation = findOperation(id);
  const answer = await send(operation.method, operation.buildRequest(rows, key, shared));
  const result = readTopAnswer(answer, { operation, rows, key, attempts: 1, now: Date.now() });
  return result.kind === 'answered' ? result.outcomes.map(({ state }) => state) : [result.kind];
}

const wrapperOf = (method: string) => `${method.replaceAll('.', '_').replace(/^taobao_/, '')}_response`;
const bodyOf = (content: unknown) => (method: string) => ({
  kind: 'body' as const,
  text: JSON.stringify({ [wrapperOf(method)]: content }),
});

/** Answers that say nothing of what was asked; of none anything may be taken for done, or for left undone. */
const unreadable: [string, (method: string) => Fault][] = [
  ['an empty body', () => ({ kind: 'body', text: '' })],
  ['a page of HTML', () => ({ kind: 'html', processed: true })],
  ['JSON that is cut short', () => ({ kind: 'truncated' })],
  ['a connection that ends in the answer', () => ({ kind: 'truncated', cut: true })],
  ['more than 10 MB', () => ({ kind: 'oversize' })],
  ['another wrapper', () => ({ kind: 'body', text: '{"some_other_api_response":{"ok":true}}' })],
  ['a list in the wrapper’s place', () => ({ kind: 'body', text: '[{"success":true}]' })],
  ['a text in the wrapper’s place', () => ({ kind: 'body', text: '"ok"' })],
  ['an empty wrapper', bodyOf({})],
  ['a list where an object is documented', bodyOf({ result: [{ success: true, biz_success: true }], value: [big] })],
  ['a number where an object is documented', bodyOf({ result: 200, value: { id: big } })],
  [
    'members of other types',
    bodyOf({
      result: { success: 'maybe', biz_success: {}, data: 'none', result: [], result_map: 7, code: [] },
      value: {},
    }),
  ],
];

describe.each(writes.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  const { method } = findOperation(one.id);

  it('is done, ids beyond 2^53 and all', async () => {
    expect(await write(one, 'KEY-0001')).toEqual(one.rows.map(() => 'succeeded'));
    const [entry] = sandbox.ledger({ method }).entries;
    expect(entry).toMatchObject({ signature: 'right', violations: [], key: 'KEY-0001' });
    expect(JSON.stringify(entry?.body)).toContain(big);
  });

  it.each(unreadable)('answered by %s is unknown', async (_what, faultOf) => {
    sandbox.addFaults([{ ...faultOf(method), match: { method } }]);
    for (const state of await write(one, 'KEY-0002')) expect(['unknown', 'lost']).toContain(state);
  });

  it.each([12345, 999, -1])('answered by error code %i, which nobody knows, is not done', async (code) => {
    sandbox.addFaults([{ kind: 'error', code, msg: 'Nobody knows', match: { method } }]);
    for (const state of await write(one, 'KEY-0003')) expect(['unknown', 'lost']).toContain(state);
  });

  it.each<[string, Fault]>([
    ['control characters', { kind: 'control-characters' }],
    ['fields that no document knows', { kind: 'extra-fields' }],
    ['a body that comes in pieces', { kind: 'slow-body', ms: 200 }],
  ])('is read through %s', async (_what, fault) => {
    sandbox.addFaults([{ ...fault, match: { method } }]);
    expect(await write(one, 'KEY-0004')).toEqual(one.rows.map(() => 'succeeded'));
  });
});

describe('query-im-settings', () => {
  const { method } = imSettingsQuery;
  const ask = async () => {
    const answer = await send(method, imSettingsQuery.buildRequest({ self_account_id: '12345' }));
    if (answer.kind !== 'answer') throw answer.error;
    return imSettingsQuery.readAnswer(answer.body);
  };

  it.each(unreadable)('answered by %s is an error, never settings', async (_what, faultOf) => {
    sandbox.addFaults([{ ...faultOf(method), match: { method } }]);
    await expect(ask()).rejects.toHaveProperty('code');
  });

  it.each(['objects', 'json-strings', 'plain', 'other-key'] as const)('is read from a list as %s', async (shape) => {
    sandbox.setShapes({ 'im-accounts': shape, 'im-booleans': 'text', 'im-error-code': 'text' });
    sandbox.addFaults([{ kind: 'extra-fields', match: { method } }]);
    const { accounts } = await ask();
    expect(accounts).toHaveLength(8);
    expect(accounts?.find(({ accountId }) => accountId === big)).toMatchObject({ nickName: '王五' });
  });

  it('tells a list that is empty from one that is not there', async () => {
    sandbox.setShapes({ 'im-accounts': 'empty' });
    expect((await ask()).accounts).toEqual([]);
    sandbox.setShapes({ 'im-accounts': 'absent' });
    expect((await ask()).accounts).toBeUndefined();
  });
});
