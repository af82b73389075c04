import { describe, expect, it } from 'vitest';
import { checkField, checkRows, checkShared, checkValues } from './check-values';
import { completeRow } from './complete-row';
import type { Declaration, RowValues } from './operation';
import { rowsPerRequest } from './operation';
import { queryImSettings } from './query-im-settings';
import { sellCards } from './sell-cards';
import { submitOutreach } from './submit-outreach';
import { updateOpportunity } from './update-opportunity';

const batch = { plan_id: '123' };
const task = { input_params: '{}', output_params: '{}' };
const shop = { operator_id: '2312332', brand_id: '3396912', shop_id: '4564334' };
const card = { physical_card_ids: '0001' };
const record = { id: '568587', title: '扫码点餐', customer_id: '1522636' };

/** A task with everything its document knows, and its batch. */
const fullBatch = { ...batch, batch_num: '1', use_platform: 'PLATFORM_A', book_code: 'BOOK', book_owner_id: '123' };
const fullTask = {
  ...task,
  phone_number: '18717866218',
  email: '1234@qq.com',
  user_name: '李杰',
  plan_execute_start_time: '2024-03-12 14:05:56',
  appointment_time_id: '1710230712',
  policy_id: '9007199254740993',
  biz_id: 'campaign-7/1',
  outer_user_id: 'OUTER',
  cms_user_id: '123',
  cms_member_type: 'MEMBER',
  source_id: '0',
  department_id: '30001',
  book_user_id: '123',
  book_charge_biz_info: '{"a":1}',
};

it.each<[string, Declaration, RowValues, RowValues]>([
  ['outreach with what is required', submitOutreach, batch, task],
  ['outreach with everything', submitOutreach, fullBatch, fullTask],
  ['cards by our ids', sellCards, shop, card],
  ['cards by outside ids', sellCards, { operator_id: '1', out_brand_id: '2', out_shop_id: '3' }, card],
  ['a question about an account', queryImSettings, {}, { self_account_id: '9007199254740993' }],
  ['an edit', updateOpportunity, {}, { ...record, expect_amount: '20000.0', expect_sign_date: '2026-12-31' }],
])('nothing is wrong with %s', (_what, operation, shared, row) => {
  expect(checkValues(operation, row, { shared })).toEqual([]);
});

describe('what is refused, at its field', () => {
  it.each<[string, string, string]>([
    ['plan_id', '', 'required'],
    ['plan_id', '12a', 'not-a-whole-number'],
    ['plan_id', '-1', 'not-a-whole-number'],
    ['plan_id', '1.0', 'not-a-whole-number'],
    ['plan_id', '0123', 'not-a-whole-number'],
    ['plan_id', '9223372036854775808', 'not-a-whole-number'],
    ['plan_id', '1'.repeat(20), 'too-long'],
    ['batch_num', '第 一', 'not-an-id'],
    ['task_unique_code', 'mine', 'unknown-field'],
    ['phone_number', '18717866218', 'unknown-field'],
    ['__proto__', '1', 'unknown-field'],
  ])('batch: %s = %j: %s', (field, value, reason) => {
    const shared = Object.fromEntries([...Object.entries(batch), [field, value]]);
    expect(checkShared(submitOutreach, shared)).toEqual([{ field, reason }]);
  });

  it.each<[string, string, string]>([
    ['phone_number', '打电话', 'not-a-phone'],
    ['phone_number', '187 1786 6218', 'not-a-phone'],
    ['phone_number', '187178662181871786621818', 'not-a-phone'],
    ['email', '1234@qq', 'not-an-email'],
    ['email', 'a@b.com,c@d.com', 'not-an-email'],
    ['email', '@qq.com', 'not-an-email'],
    ['user_name', '名'.repeat(129), 'too-long'],
    ['input_params', '', 'required'],
    ['input_params', '{', 'not-a-json-object'],
    ['output_params', '"{}"', 'not-a-json-object'],
    ['output_params', '[]', 'not-a-json-object'],
    ['book_charge_biz_info', 'null', 'not-a-json-object'],
    ['plan_execute_start_time', '2024-02-30 00:00:00', 'not-a-china-time'],
    ['plan_execute_start_time', '2024-03-12', 'not-a-china-time'],
    ['biz_id', 'two words', 'not-an-id'],
    ...['appointment_time_id', 'policy_id', 'cms_user_id', 'source_id', 'department_id', 'book_user_id'].map(
      (field): [string, string, string] => [field, '1e3', 'not-a-whole-number'],
    ),
    ['plan_id', '1', 'unknown-field'],
  ])('task: %s = %j: %s', (field, value, reason) => {
    expect(checkValues(submitOutreach, { ...task, [field]: value })).toEqual([{ field, reason }]);
  });

  it.each<[string, string, string]>([
    ['physical_card_ids', '', 'required'],
    ['physical_card_ids', '111,222', 'not-an-id'],
    ['physical_card_ids', '111 222', 'not-an-id'],
    ['physical_card_ids', '111=1', 'not-an-id'],
    ['physical_card_ids', '1'.repeat(65), 'too-long'],
  ])('card: %s = %j: %s', (field, value, reason) => {
    expect(checkValues(sellCards, { [field]: value })).toEqual([{ field, reason }]);
  });

  it.each<[string, string, string]>([
    ['id', '', 'required'],
    ['title', ' ', 'required'],
    ['customer_id', '客户', 'not-a-whole-number'],
    ['expect_amount', '1,000', 'not-an-amount'],
    ['expect_amount', '1e6', 'not-an-amount'],
    ['expect_amount', '.5', 'not-an-amount'],
    ['expect_sign_date', '2026-02-29', 'not-a-date'],
    ['get_time', '2026/11/22', 'not-a-date'],
    ['stage', '谈判 合同', 'not-an-id'],
    ['approve_status', 'approved', 'unknown-field'],
  ])('record: %s = %j: %s', (field, value, reason) => {
    expect(checkValues(updateOpportunity, { ...record, [field]: value })).toEqual([{ field, reason }]);
  });
});

describe('conditions between fields', () => {
  it.each([
    ['call', 'phone_number'],
    ['sms', 'phone_number'],
    ['mail', 'email'],
  ] as const)('a plan by %s needs %s', (channel, field) => {
    expect(checkValues(submitOutreach, task, { channel })).toEqual([{ field, reason: 'required-for-channel' }]);
    expect(checkValues(submitOutreach, fullTask, { channel })).toEqual([]);
  });

  it('without a channel neither phone nor email is asked for', () => {
    expect(checkValues(submitOutreach, task)).toEqual([]);
  });

  it('an account book has all three or none', () => {
    expect(checkShared(submitOutreach, { ...batch, book_code: 'BOOK' })).toEqual([
      { field: 'use_platform', reason: 'required-together', others: ['book_code', 'book_owner_id'] },
      { field: 'book_owner_id', reason: 'required-together', others: ['use_platform', 'book_code'] },
    ]);
  });

  it('cards need one id of the brand and one of the shop, whichever', () => {
    expect(checkShared(sellCards, { operator_id: '1', out_shop_id: ' ' })).toEqual([
      { field: 'brand_id', reason: 'one-of-required', others: ['out_brand_id'] },
      { field: 'shop_id', reason: 'one-of-required', others: ['out_shop_id'] },
    ]);
    expect(checkShared(sellCards, { ...shop, out_brand_id: '9', out_shop_id: '9' })).toEqual([]);
  });
});

describe('a batch', () => {
  it('says of each issue which row it is in, and which rows repeat what must be unique', () => {
    const rows = [
      { ...task, biz_id: 'a' },
      { ...task, output_params: '' },
      { ...task, biz_id: 'a' },
    ];
    expect(checkRows(submitOutreach, rows)).toEqual([
      { row: 1, field: 'output_params', reason: 'required' },
      { row: 2, field: 'biz_id', reason: 'repeated' },
    ]);
    expect(checkRows(sellCards, [card, card])).toEqual([{ row: 1, field: 'physical_card_ids', reason: 'repeated' }]);
  });

  it('may leave the ids that we give empty in every row', () => {
    expect(checkRows(submitOutreach, [task, task])).toEqual([]);
  });
});

describe('ids that we give', () => {
  it('are the same for a row however often it is completed, and another for each row', () => {
    const complete = (index: number) => completeRow(submitOutreach, task, { key: '01K0M1QW', index }).biz_id;
    expect([complete(0), complete(0), complete(19_999)]).toEqual(['01K0M1QW-1', '01K0M1QW-1', '01K0M1QW-20000']);
  });

  it("leave a person's own alone, and operations that have none", () => {
    expect(completeRow(submitOutreach, fullTask, { key: 'k', index: 0 })).toEqual(fullTask);
    expect(completeRow(sellCards, card, { key: 'k', index: 0 })).toEqual(card);
  });

  it('fit their field with a key of the longest kind', () => {
    const { biz_id = '' } = completeRow(submitOutreach, task, { key: 'k'.repeat(64), index: 999_999 });
    expect(checkField(submitOutreach.fields.biz_id, biz_id)).toBeUndefined();
  });
});

it.each([
  [undefined, 100],
  [1, 1],
  [0, 1],
  [-5, 1],
  [7.9, 7],
  [9999, 500],
  [Number.NaN, 100],
])('a setting of %s rows per request means %s', (chosen, rows) => {
  expect(rowsPerRequest(sellCards, chosen)).toBe(rows);
});
