import { describe, expect, test } from 'vitest';
import { type JsonObject, parseJson } from '../json.ts';
import { findMethod } from '../methods/known-methods.ts';
import { readArguments } from './read-arguments.ts';

const outreach = 'alibaba.lingyang.utouch.submit.initiative.batch.task';
const cards = 'alibaba.alsc.crm.card.batch.sell';
const im = 'alibaba.interaction.im.assignsetting.query';

/** The documents' own sample values, with the JSON types that the wire facts give them. */
const task = {
  source_id: 123,
  department_id: 30001,
  outer_user_id: 'OUTER_USER_ID',
  input_params: '{}',
  user_name: 'USER_NAME',
  cms_member_type: 'CMS_MEMBER_TYPE',
  appointment_time_id: 1710230712,
  phone_number: '18717866218',
  policy_id: 123,
  book_charge_biz_info: '{}',
  output_params: '{}',
  biz_id: 'BIZ_ID',
  book_user_id: 123,
  cms_user_id: 123,
  email: '1234@qq.com',
  plan_execute_start_time: '2024-03-12 14:05:56',
};
const book = { use_platform: 'PLATFORM_A', book_code: 'BOOK_CODE', book_owner_id: 123 };
const batch = {
  task_unique_code: '79326d4a-7fcd-4670-87e3-0b853d15dd6b',
  batch_num: '1',
  task_list: [task],
  plan_id: 123,
  use_book_info: book,
};
const sale = {
  physical_card_ids: ['111', '222', '333'],
  out_brand_id: '33959',
  request_id: '566754323224',
  brand_id: '3396912',
  out_shop_id: '35663464',
  shop_id: '4564334',
  operator_id: '2312332',
};

const read = (method: string, business: Record<string, string>) => {
  const found = findMethod(method);
  if (!found) throw new Error(`no method ${method}`);
  return readArguments(found.document, new Map(Object.entries(business)));
};
const readBatch = (fields: object) =>
  read(outreach, { initiative_batch_task_request: JSON.stringify({ ...batch, ...fields }) });
const readTask = (fields: object) => readBatch({ task_list: [task, { ...task, ...fields }] });
const readBook = (fields: object) => readBatch({ use_book_info: { ...book, ...fields } });
const readSale = (fields: object) =>
  read(cards, { param_batch_open_card_open_req: JSON.stringify({ ...sale, ...fields }) });

type Place = { where: string; sample: Record<string, unknown>; required: string[]; read: (fields: object) => unknown };

const places: Place[] = [
  { where: 'batch', sample: batch, required: ['task_unique_code', 'task_list', 'plan_id'], read: readBatch },
  { where: 'task', sample: task, required: ['input_params', 'output_params'], read: readTask },
  { where: 'book', sample: book, required: ['use_platform', 'book_code', 'book_owner_id'], read: readBook },
  { where: 'sale', sample: sale, required: ['physical_card_ids', 'request_id', 'operator_id'], read: readSale },
];

const otherTypes = (value: unknown): unknown[] => {
  if (typeof value === 'number') return [String(value), true, [value]];
  if (typeof value === 'string') return [7, true, {}, [value]];
  return Array.isArray(value) ? ['111,222', 7, { string: value }] : ['{}', 7, []];
};

describe.each(places)('$where', ({ sample, required, read: readWith }) => {
  test("the document's example is taken without a violation", () => {
    expect(readWith({})).toMatchObject({ violations: [] });
    expect(readWith({})).not.toHaveProperty('refusal');
  });

  test.each(required)('%s is required', (name) => {
    for (const value of [undefined, null, '']) {
      expect(readWith({ [name]: value })).toMatchObject({ refusal: { code: 40 } });
    }
  });

  test.each(Object.keys(sample).filter((name) => !required.includes(name)))('%s may be absent', (name) => {
    expect(readWith({ [name]: undefined })).not.toHaveProperty('refusal');
  });

  test.each(
    Object.entries(sample).flatMap(([name, value]) => otherTypes(value).map((other) => [name, other] as const)),
  )('%s of another type is refused with 41: %j', (name, other) => {
    expect(readWith({ [name]: other })).toMatchObject({ refusal: { code: 41 } });
  });

  test('a field that no document knows is a violation', () => {
    expect(readWith({ cardType: '1' })).toMatchObject({
      violations: [expect.stringMatching(/^unknown-field:.*cardType$/)],
    });
  });
});

test.each(['input_params', 'output_params', 'book_charge_biz_info'])('%s holds JSON text', (name) => {
  expect(readTask({ [name]: '{name: 1}' }).refusal?.code).toBe(41);
});

test('lists that are empty where one is required are missing', () => {
  expect(readBatch({ task_list: [] }).refusal?.code).toBe(40);
  expect(readSale({ physical_card_ids: [] }).refusal?.code).toBe(40);
});

test('ids beyond 2^53 keep every digit', () => {
  const text = JSON.stringify(batch).replace('"plan_id":123', '"plan_id":9007199254740993');
  const { values } = read(outreach, { initiative_batch_task_request: text });
  const request = values.initiative_batch_task_request as JsonObject;
  expect(request.plan_id).toEqual(parseJson('9007199254740993'));
});

test('outreach and cards mark their object optional: the gateway lets it be absent', () => {
  expect([read(outreach, {}).refusal, read(cards, {}).refusal]).toEqual([undefined, undefined]);
});

test.each([
  ['12345', undefined],
  ['9007199254740993', undefined],
  ['', 40],
  ['abc', 41],
])('self_account_id is a required number: %j → %s', (text, code) => {
  expect(read(im, { self_account_id: text }).refusal?.code).toBe(code);
});
