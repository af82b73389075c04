import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ShapeSettings } from '../control/shapes.ts';
import { type Json, JsonNumber } from '../json.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { at, rest } from '../test-client.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  sandbox.setShapes({ 'rest-limit': 'off' });
});
afterAll(() => sandbox.close());

const get = (id = '20191214888') => rest(sandbox, `GET /api/v2/opportunities/${id}`);
const number = (digits: string) => new JsonNumber(digits);

test("a record comes in the document's shape: ids are numbers, options texts, the amount a decimal text", async () => {
  const { status, body, data } = await get();
  expect([status, at(body, 'code'), at(body, 'message')]).toEqual([200, number('0'), '']);
  expect(data).toMatchObject({
    id: number('20191214888'),
    title: '老王火锅(三里屯店)',
    customer: { id: number('3396912'), name: '北京老王餐饮管理有限公司', parent: {} },
    expect_amount: '20000.0',
    expect_sign_date: '2026-11-19',
    get_time: '2026-05-12',
    stage: '3513',
    stage_mapped: '方案/报价',
    sign_possibility: '60%',
    user: { id: number('254'), name: '王五', department_name: '华北销售部' },
    want_department: { id: number('396'), name: '华北销售部' },
    updated_at: '2026-08-21 15:40',
    is_editable: true,
    approve_status: 'approved',
    need_hidden_dispose: false,
    before_user: {},
    text_asset_591b5ebb: '1',
    text_asset_591b5ebb_display: '正常营业',
    text_asset_4a1eb9: ['11', '12'],
    text_asset_4a1eb9_display: '收银,外卖',
  });
});

test('ids beyond 2^53 come as bare digits', async () => {
  const { data } = await get('9007199254740993');
  expect(data).toMatchObject({ id: number('9007199254740993'), customer: { id: number('9007199254740995') } });
});

test('empty options come as empty texts, and a disabled one with its label', async () => {
  const { data } = await get('20191215103');
  expect(data).toMatchObject({ stage: '3599', stage_mapped: '暂停跟进', source: '', source_mapped: '', kind: '' });
});

test('where masking is asked for, the raw number stands beside its twin', async () => {
  const { data } = await get('20191215102');
  const phone = sandbox.crm().opportunities.get('20191215102')?.phone ?? '';
  const masked = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  expect(at(data, 'customer', 'need_hidden_dispose')).toBe(true);
  expect(at(data, 'customer', 'contacts', 0, 'address')).toMatchObject({ phone, phone_hidden_result: masked });
  expect(data).toMatchObject({ text_asset_ba76dc: phone, text_asset_ba76dc_hidden_result: masked });
});

test.each([
  ['20191215100', { is_editable: false, approve_status: 'applying', approve_status_i18n: '审批中' }],
  ['20191215105', { is_editable: false, approve_status: 'approved' }],
])('%s may not be edited', async (id, expected) => {
  expect((await get(id)).data).toMatchObject(expected);
});

test('what is hidden and what is not there get the same answer', async () => {
  const answers = [await get('20191215104'), await get('1')];
  for (const { status, body } of answers) {
    expect([status, at(body, 'code'), at(body, 'data')]).toEqual([200, number('100100'), null]);
  }
});

test.each<[ShapeSettings, (data: Json | undefined) => unknown, unknown]>([
  [{ 'rest-ids': 'text' }, (data) => at(data, 'id'), '20191214888'],
  [{ 'rest-amount': 'number' }, (data) => at(data, 'expect_amount'), number('20000.0')],
  [{ 'rest-department': 'owned_department' }, (data) => at(data, 'owned_department', 'id'), number('396')],
  [{ 'rest-missing': 'null' }, (data) => at(data, 'before_user'), null],
  [{ 'rest-missing': 'absent' }, (data) => at(data, 'before_user'), undefined],
])('shape %j', async (shapes, pick, expected) => {
  sandbox.setShapes(shapes);
  expect(pick((await get()).data)).toEqual(expected);
});

test('the code may come as text, and what is not there as 404', async () => {
  sandbox.setShapes({ 'rest-code': 'text', 'rest-not-found': '404' });
  expect(at((await get()).body, 'code')).toBe('0');
  const { status, body } = await get('1');
  expect([status, at(body, 'code')]).toEqual([404, '404']);
});

const fieldMap = async (index: number) =>
  at((await rest(sandbox, 'GET /api/v2/field_maps/opportunity')).data, 'opportunity', index);

test('field maps list options by field, a disabled one and one without a label among them', async () => {
  const stage = await fieldMap(0);
  expect(stage).toMatchObject({ field_name: 'stage' });
  const options = at(stage, 'field_values');
  expect(options).toContainEqual({ id: number('3514'), value: '谈判/合同', status: 'enable' });
  expect(options).toContainEqual({ id: number('3599'), value: '暂停跟进', status: 'disable' });
  expect(options).toContainEqual({ id: number('3598'), status: 'enable' });
  expect(at(await fieldMap(2), 'field_values')).toContainEqual({
    id: number('9007199254740993'),
    value: '大客户',
    status: 'enable',
  });
});

test.each(['label', 'name'] as const)('the label may be called %s, and the list options or values', async (label) => {
  sandbox.setShapes({ 'rest-label': label, 'rest-options': label === 'label' ? 'options' : 'values' });
  expect(at(await fieldMap(1), label === 'label' ? 'options' : 'values', 0)).toMatchObject({ [label]: '陌生拜访' });
});

test('custom fields come by group, of the template that is asked for', async () => {
  const path = 'GET /api/v2/custom_fields/opportunity/by_group';
  const { data } = await rest(sandbox, `${path}?custom_field_template_id=2465`);
  expect(at(data, 'custom_field_groups', 0, 'custom_fields', 0)).toMatchObject({
    name: 'text_asset_8b1eeedd',
    label: '门店面积',
    required: true,
    cannot_edit: false,
  });
  expect(at(data, 'custom_field_groups', 1, 'custom_fields', 0)).toMatchObject({ cannot_edit: true });
  expect((await rest(sandbox, `${path}?custom_field_template_id=1`)).data).toEqual({ custom_field_groups: [] });
});

test("a customer's opportunities come by page, with counts by stage over all pages", async () => {
  const customer = sandbox.crm().opportunities.get('20191215000')?.customer.id ?? '';
  const path = `GET /api/v2/customers/${customer}/opportunities`;
  const all = [...sandbox.crm().opportunities.values()].filter((opportunity) => opportunity.customer.id === customer);
  const { data } = await rest(sandbox, `${path}?page=2&per_page=5`);
  expect(data).toMatchObject({ total_count: number(String(all.length)), page: number('2'), per_page: number('5') });
  expect(at(data, 'opportunities', 0, 'id')).toEqual(number(all[5]?.id ?? ''));
  expect(at(data, 'opportunities', 0, 'sign_possibility')).toBeInstanceOf(JsonNumber);
  const counts = at(data, 'counts_by_stage') as { count: JsonNumber; amount: string }[];
  expect(counts.reduce((sum, { count }) => sum + Number(count.digits), 0)).toBe(all.length);
  const cents = all.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
  expect(counts.reduce((sum, { amount }) => sum + BigInt(Math.round(Number(amount) * 100)), 0n)).toBe(cents);
});
