import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { JsonNumber, type JsonObject, writeJson } from '../json.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { askRest, at, rest } from '../test-client.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  sandbox.setShapes({ 'rest-limit': 'off' });
});
afterAll(() => sandbox.close());

const number = (digits: string) => new JsonNumber(digits);
const id = '20191214888';
const get = async (of = id) => (await rest(sandbox, `GET /api/v2/opportunities/${of}`)).data;

/** With title and customer as they are, unless told otherwise. */
const put = async (fields: JsonObject, of = id) => {
  const { title = '', customer } = sandbox.crm().opportunities.get(of) ?? {};
  const opportunity = { title, customer_id: number(customer?.id ?? '0'), ...fields };
  const answer = await rest(sandbox, `PUT /api/v2/opportunities/${of}`, { text: writeJson({ opportunity }) });
  return { ...answer, code: at(answer.body, 'code'), entry: sandbox.ledger().entries.at(-1) };
};

test('every documented field is taken, and the pages show what was', async () => {
  const { data, entry } = await put({
    user_id: number('9007199254740997'),
    title: '新标题',
    expect_amount: '128000.5',
    stage: '3514',
    expect_sign_date: '2026-12-24',
    get_time: '2026-05-13',
    customer_requirement: '两家店一起上',
    note: '第一行\n第二行',
    source: '3602',
    kind: '9007199254740993',
    want_department_id: number('9007199254740999'),
  });
  const expected = {
    user: { id: number('9007199254740997'), name: '周雅婷' },
    title: '新标题',
    expect_amount: '128000.5',
    stage: '3514',
    stage_mapped: '谈判/合同',
    expect_sign_date: '2026-12-24',
    get_time: '2026-05-13',
    customer_requirement: '两家店一起上',
    note: '第一行\n第二行',
    source_mapped: '老客户介绍',
    kind: '9007199254740993',
    want_department: { id: number('9007199254740999') },
  };
  expect(data).toMatchObject(expected);
  expect(await get()).toMatchObject(expected);
  expect(entry).toMatchObject({
    method: 'PUT /api/v2/opportunities/:id',
    objects: [id],
    verdict: { kind: 'accepted', processed: true },
    violations: [],
    body: { opportunity: { user_id: '9007199254740997', customer_id: 3396912 } },
  });
  const page = await (await fetch(`${sandbox.url}/opportunities/${id}`)).text();
  for (const text of ['新标题', '谈判/合同', '128000.50', '周雅婷']) expect(page).toContain(text);
});

test('it is a partial update: what is not named stays, an empty text empties', async () => {
  await put({ note: '' });
  expect(await get()).toMatchObject({ note: '', stage: '3513', expect_amount: '20000.0' });
});

test('the PUT may be answered without the record', async () => {
  sandbox.setShapes({ 'rest-put-data': 'null' });
  expect((await put({ note: 'x' })).data).toBeNull();
});

test.each<[string, JsonObject, string]>([
  ['title', { title: '' }, '商机标题不能为空'],
  ['title', { title: '长'.repeat(101) }, '商机标题过长(最长为 100 个字符)'],
  ['customer_id', { customer_id: null }, '对应客户不能为空'],
  ['expect_amount', { expect_amount: '两万' }, '预计销售金额不是数字'],
  ['expect_amount', { expect_amount: '-1' }, '预计销售金额必须大于或等于 0'],
  ['stage', { stage: '1' }, '不是可用的选项'],
  ['stage', { stage: '3599' }, '不是可用的选项'],
  ['expect_sign_date', { expect_sign_date: '2026-02-30' }, '日期格式错误'],
  ['expect_sign_date', { expect_sign_date: '2026-05-11' }, '预计签单日期不能早于商机获取日期'],
  ['user_id', { user_id: number('1') }, '负责人不存在'],
  ['want_department_id', { want_department_id: number('1') }, '所属部门不存在'],
  ['text_asset_8b1eeedd', { text_asset_8b1eeedd: '' }, '门店面积不能为空'],
])('a wrong %s is refused with 422 and its words: %j', async (name, fields, words) => {
  const before = await get();
  const { status, body, code } = await put(fields);
  expect([status, code, at(body, 'errors', name)]).toEqual([422, number('422'), [words]]);
  expect(await get()).toEqual(before);
});

test('words about fields may stand in data, or only in the message', async () => {
  sandbox.setShapes({ 'rest-errors': 'data' });
  expect(at((await put({ title: '' })).body, 'data', 'errors', 'title')).toEqual(['商机标题不能为空']);
  sandbox.setShapes({ 'rest-errors': 'message-only' });
  expect((await put({ title: '' })).body).toEqual({ code: number('422'), message: '商机标题不能为空', data: null });
});

test('title and customer_id are required every time', async () => {
  const answer = await rest(sandbox, `PUT /api/v2/opportunities/${id}`, { body: { opportunity: { note: 'x' } } });
  expect(at(answer.body, 'errors')).toEqual({ title: ['商机标题不能为空'], customer_id: ['对应客户不能为空'] });
});

test('a disabled option that the record holds may stay', async () => {
  expect((await put({ stage: '3599', note: 'x' }, '20191215103')).status).toBe(200);
});

test.each<[string, JsonObject, string[]]>([
  [
    'fields that the document lacks',
    { name: 'x', approve_status: 'approved' },
    ['unknown-field:opportunity.name', 'unknown-field:opportunity.approve_status'],
  ],
  [
    'a custom field that cannot be edited',
    { text_asset_ba76dc: '1' },
    ['read-only-field:opportunity.text_asset_ba76dc'],
  ],
  ['an option as a number', { stage: number('3514') }, ['type:opportunity.stage']],
  ['an id as text', { user_id: '255' }, ['type:opportunity.user_id']],
  ['another customer', { customer_id: number('1') }, ['customer-changed']],
])('%s: passes as a violation', async (_what, fields, violations) => {
  const { status, entry } = await put(fields);
  expect([status, entry?.violations]).toEqual([200, violations]);
  expect(await get()).toMatchObject({ customer: { id: number('3396912') }, approve_status: 'approved' });
});

test('a custom field that may be edited is taken', async () => {
  await put({ text_asset_591b5ebb: '2', text_asset_4a1eb9: ['13'] });
  expect(await get()).toMatchObject({ text_asset_591b5ebb_display: '装修中', text_asset_4a1eb9_display: '会员' });
});

describe('what the server does not take', () => {
  test('a locked field stays without a word, while the others are taken', async () => {
    const before = sandbox.crm().opportunities.get('20191215101')?.amount;
    const { status } = await put({ expect_amount: '1', note: '改了' }, '20191215101');
    expect([status, sandbox.crm().opportunities.get('20191215101')?.amount]).toEqual([200, before]);
    expect(before).toMatch(/^\d{4,}/);
    expect(await get('20191215101')).toMatchObject({ note: '改了' });
  });

  test('a field may be stored as something else', async () => {
    await put({ note: '我的话' }, '20191215106');
    expect(await get('20191215106')).toMatchObject({ note: '【系统】备注已归档' });
  });

  test.each([
    ['20191215100', 422, '422'],
    ['20191215105', 200, '100100'],
    ['20191215104', 200, '100100'],
    ['1', 200, '100100'],
  ])('%s cannot be edited: %i %s', async (of, status, code) => {
    const answer = await put({ note: 'x' }, of);
    expect([answer.status, answer.code]).toEqual([status, number(code)]);
  });
});

describe('a colleague', () => {
  test('changes fields between two calls, and updated_at with them', async () => {
    sandbox.changeData([{ kind: 'opportunity', id, set: { note: '同事的话', stage: '3511' } }]);
    const data = await get();
    expect(data).toMatchObject({ note: '同事的话', stage_mapped: '初步接洽' });
    expect(at(data, 'updated_at')).not.toBe('2026-08-21 15:40');
  });

  test('may save within the same minute, so that only the fields tell', async () => {
    sandbox.changeData([{ kind: 'opportunity', id, set: { note: '同事的话', updated_at: '2026-08-21 15:40' } }]);
    expect(await get()).toMatchObject({ note: '同事的话', updated_at: '2026-08-21 15:40' });
  });

  test('saves right after a GET, or right before the PUT', async () => {
    sandbox.addFaults([
      { kind: 'colleague-edit', when: 'after', match: { method: 'GET /api/v2/opportunities/:id' } },
      { kind: 'colleague-edit', field: 'stage', value: '3515', match: { method: 'PUT /api/v2/opportunities/:id' } },
    ]);
    expect(await get()).toMatchObject({ note: '老板关注收银与外卖接单打通,等总部答复。' });
    expect(await get()).toMatchObject({ note: '同事刚刚改过', stage: '3513' });
    expect((await put({ note: '我的' })).data).toMatchObject({ note: '我的', stage: '3515' });
  });

  test('may lock, hide, mask, or send for approval', async () => {
    sandbox.changeData([
      { kind: 'opportunity', id, set: { is_masked: true, locked_fields: ['note'], approve_status: 'rejected' } },
      { kind: 'opportunity-rewrite', id, field: 'title', value: '规范标题' },
      { kind: 'opportunity-custom-value', id, field: 'text_asset_8b1eeedd', value: '300' },
    ]);
    expect((await put({ note: 'x', title: 'y' })).data).toMatchObject({
      title: '规范标题',
      note: '老板关注收银与外卖接单打通,等总部答复。',
      need_hidden_dispose: true,
      approve_status: 'rejected',
      text_asset_8b1eeedd: '300',
    });
    sandbox.changeData([{ kind: 'opportunity', id, set: { is_hidden: true } }]);
    expect((await put({ note: 'x' })).code).toEqual(number('100100'));
  });
});

test.each([
  ['text', 'not json', 'application/json'],
  ['a list', '[]', 'application/json'],
  ['a form', '{"opportunity":{}}', 'application/x-www-form-urlencoded'],
  ['no opportunity', '{}', 'application/json'],
  ['a structure for a text', '{"opportunity":{"title":{},"customer_id":1}}', 'application/json'],
])('a body that is %s gets 400', async (_what, text, contentType) => {
  const headers = { 'Content-Type': contentType };
  expect((await askRest(sandbox, `PUT /api/v2/opportunities/${id}`, { text, headers })).status).toBe(400);
});
