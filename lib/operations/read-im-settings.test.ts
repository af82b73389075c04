import { describe, expect, it } from 'vitest';
import { parseTolerant } from '@/lib/json/parse-lossless';
import { readImSettings } from './read-im-settings';

const manager = {
  account_id: 12345,
  account_type: 'manager',
  in_charge_area_count: 10,
  nick_name: 'hellow',
  account_enable: true,
  charge_auto_distribute: true,
};
const settings = { assign_rule_type: 'product', customer_first: false, admin_auto_distribute: false };
const answer = (sub_account_info_list: unknown, result: object = {}) => ({
  result: {
    success: true,
    error_code: 200,
    error_msg: 'ok',
    data: { ...settings, ...(sub_account_info_list !== undefined && { sub_account_info_list }) },
    ...result,
  },
});
const read = readImSettings;

const readManager = {
  accountId: '12345',
  accountType: 'manager',
  nickName: 'hellow',
  inChargeAreaCount: 10,
  accountEnable: true,
  chargeAutoDistribute: true,
};

it.each<[string, unknown]>([
  ['the documented wrapper', { string: [manager] }],
  ['the wrapper around JSON texts', { string: [JSON.stringify(manager)] }],
  ['another wrapper', { sub_account_info: [manager] }],
  ['a plain list', [manager]],
  ['JSON text', JSON.stringify({ string: [manager] })],
  ['a wrapper around a single object', { string: manager }],
  ['the same account twice', [manager, { ...manager }]],
])('sub-accounts are read from %s', (_what, list) => {
  expect(read(answer(list))).toEqual({
    assignRuleType: 'product',
    customerFirst: false,
    adminAutoDistribute: false,
    accounts: [readManager],
  });
});

it.each<[unknown]>([[{}], [[]], [{ string: [] }], ['[]'], ['{}']])('nobody is listed by %j', (list) => {
  expect(read(answer(list)).accounts).toEqual([]);
});

it.each<[unknown]>([[undefined], [null]])('who is listed is not told by %j', (list) => {
  expect(read(answer(list))).toEqual({ assignRuleType: 'product', customerFirst: false, adminAutoDistribute: false });
});

it('what is not told is undefined, and texts stand in for booleans and numbers', () => {
  const untold = { account_id: '1', nick_name: '', account_enable: 'maybe', in_charge_area_count: 'many' };
  const texts = { account_id: '2', account_enable: 'False', charge_auto_distribute: 'true', in_charge_area_count: '0' };
  const { accounts, ...others } = read({ result: { data: { customer_first: 'true', list: 1 }, success: 'true' } });
  expect([accounts, others]).toEqual([undefined, { customerFirst: true }]);
  expect(read(answer([untold, texts])).accounts).toEqual([
    { accountId: '1' },
    { accountId: '2', accountEnable: false, chargeAutoDistribute: true, inChargeAreaCount: 0 },
  ]);
});

it('ids beyond 2^53 keep their digits', () => {
  const body = `{"result":{"data":{"assign_rule_type":"area","sub_account_info_list":{"string":[
    {"account_id":9007199254740993},{"account_id":9007199254740992}]}}}}`;
  expect(read(parseTolerant(body)).accounts?.map(({ accountId }) => accountId)).toEqual([
    '9007199254740993',
    '9007199254740992',
  ]);
});

describe('a refusal', () => {
  it.each<[object]>([
    [{ success: false, error_code: 500, error_msg: '账号不存在' }],
    [{ success: 'false', error_code: '500', error_msg: '账号不存在' }],
    [{ success: undefined, error_code: 500, error_msg: '账号不存在' }],
  ])('%j is told in the words of the service', (result) => {
    expect(() => read(answer([manager], result))).toThrow(
      expect.objectContaining({
        code: 'rejected',
        detail: { platform: { code: '500', message: '账号不存在' } },
      }),
    );
  });

  it('is not made of a code alone that contradicts success', () => {
    expect(read(answer([manager], { error_code: 500 })).accounts).toHaveLength(1);
  });
});

it.each<[unknown, string]>([
  [undefined, 'result'],
  ['', 'result'],
  [[], 'result'],
  [{}, 'result'],
  [{ result: [] }, 'result'],
  [{ result: {} }, 'result.data'],
  [{ result: { success: true, data: {} } }, 'result.data'],
  [{ result: { success: true, data: [settings] } }, 'result.data'],
  [answer(''), 'result.data.sub_account_info_list'],
  [answer('none'), 'result.data.sub_account_info_list'],
  [answer(0), 'result.data.sub_account_info_list'],
  [answer({ a: [manager], b: [manager] }), 'result.data.sub_account_info_list'],
  [answer(manager), 'result.data.sub_account_info_list'],
  [answer([null]), 'result.data.sub_account_info_list[0]'],
  [answer([manager, 'x']), 'result.data.sub_account_info_list[1]'],
  [answer([manager, {}]), 'result.data.sub_account_info_list[1]'],
  [answer([manager, { ...manager, account_enable: false }]), 'result.data.sub_account_info_list[1]'],
])('%j is an error at its place, never an empty list', (value, path) => {
  expect(() => read(value)).toThrow(
    expect.objectContaining({ code: 'unreadable-answer', detail: { reason: 'unreadable', path } }),
  );
});
