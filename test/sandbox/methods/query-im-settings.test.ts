import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ShapeSettings } from '../control/shapes.ts';
import { JsonNumber, type JsonObject, parseJson, toPlainJson } from '../json.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { at, call } from '../test-client.ts';

const method = 'alibaba.interaction.im.assignsetting.query';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const query = async (self_account_id = '12345') =>
  at(await call(sandbox, method, { self_account_id }), 'alibaba_interaction_im_assignsetting_query_response', 'result');

const accounts = async (company?: string) =>
  toPlainJson(at(await query(company), 'data', 'sub_account_info_list', 'string') ?? null) as Record<string, unknown>[];

test("settings are answered in the document's shape: error_msg is text, the list has one key", async () => {
  const result = await query();
  expect(result).toMatchObject({
    success: true,
    error_code: new JsonNumber('200'),
    error_msg: 'ok',
    data: { assign_rule_type: 'area', customer_first: true, admin_auto_distribute: true },
  });
  expect((await accounts())[1]).toEqual({
    account_id: '9007199254740993',
    account_type: 'sales',
    in_charge_area_count: 14,
    nick_name: '王五',
    account_enable: true,
    charge_auto_distribute: true,
  });
  expect(sandbox.ledger().entries[0]).toMatchObject({
    method,
    objects: ['12345'],
    verdict: { kind: 'accepted', processed: false },
    violations: [],
    body: { self_account_id: 12345 },
  });
});

test('an account that is none gets a no within the answer', async () => {
  expect(await query('1')).toEqual({
    success: false,
    error_code: new JsonNumber('404'),
    error_msg: 'account not exist',
  });
  expect(sandbox.ledger().entries[0]?.verdict).toEqual({
    kind: 'refused',
    code: 'result-404',
    subCode: 'account-not-exist',
  });
});

test('a company without accounts has {} for a list', async () => {
  expect(at(await query('12348'), 'data', 'sub_account_info_list')).toEqual({});
});

const list = (result: JsonObject | undefined) => at(result, 'data', 'sub_account_info_list');

test.each<[ShapeSettings, (result: JsonObject | undefined) => unknown, unknown]>([
  [{ 'im-accounts': 'plain' }, (result) => Array.isArray(list(result)), true],
  [{ 'im-accounts': 'other-key' }, (result) => Object.keys((list(result) ?? {}) as object), ['sub_account_info']],
  [{ 'im-accounts': 'empty' }, list, {}],
  [{ 'im-accounts': 'absent' }, list, undefined],
  [{ 'big-ids': 'text' }, (result) => at(list(result), 'string', 1, 'account_id'), '9007199254740993'],
  [{ 'im-error-msg': 'number' }, (result) => at(result, 'error_msg'), new JsonNumber('200')],
  [{ 'im-error-msg': 'absent' }, (result) => at(result, 'error_msg'), undefined],
  [{ 'im-error-code': 'text' }, (result) => at(result, 'error_code'), '200'],
  [{ 'im-booleans': 'text' }, (result) => at(result, 'data', 'customer_first'), 'true'],
])('shape %j', async (shapes, pick, expected) => {
  sandbox.setShapes(shapes);
  expect(pick((await query()) as JsonObject)).toEqual(expected);
});

test('accounts may come as JSON texts, big ids within them as bare digits', async () => {
  sandbox.setShapes({ 'im-accounts': 'json-strings' });
  const text = at(await query(), 'data', 'sub_account_info_list', 'string', 1);
  expect(at(parseJson(String(text)), 'account_id')).toEqual(new JsonNumber('9007199254740993'));
});

test('who is in the rotation, enabled, there at all, and by which rule can change between two queries', async () => {
  sandbox.changeData([
    { kind: 'im-account', company: '12345', id: '9007199254740993', set: { charge_auto_distribute: false } },
    { kind: 'im-account', company: '12345', id: '20010002', set: { account_enable: false, in_charge_area_count: 3 } },
    { kind: 'im-account', company: '12345', id: '20010099', set: { nick_name: '新来的' } },
    { kind: 'im-account-gone', company: '12345', id: '20010003' },
    { kind: 'im-company', id: '12345', set: { assign_rule_type: 'product', customer_first: false } },
  ]);
  const listed = await accounts();
  expect(listed[1]).toMatchObject({ nick_name: '王五', charge_auto_distribute: false });
  expect(listed[2]).toMatchObject({ nick_name: '赵敏', account_enable: false, in_charge_area_count: 3 });
  expect(listed.at(-1)).toMatchObject({ account_id: 20010099, nick_name: '新来的' });
  expect(listed.map(({ account_id }) => account_id)).not.toContain(20010003);
  expect(at(await query(), 'data')).toMatchObject({ assign_rule_type: 'product', customer_first: false });
  sandbox.reset();
  expect((await accounts())[1]).toMatchObject({ charge_auto_distribute: true });
});
