import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ShapeSettings } from '../control/shapes.ts';
import { JsonNumber, type JsonObject, parseJson, toPlainJson, writeJson } from '../json.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { at, call } from '../test-client.ts';

const method = 'alibaba.lingyang.utouch.submit.initiative.batch.task';
const wrapper = 'alibaba_lingyang_utouch_submit_initiative_batch_task_response';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const task = (biz_id: string, fields: JsonObject = {}): JsonObject => ({
  input_params: '{}',
  output_params: '{}',
  phone_number: '18717866218',
  biz_id,
  ...fields,
});

const number = (digits: string) => new JsonNumber(digits);

const submit = async (task_list: JsonObject[], fields: JsonObject = {}) => {
  const batch = { task_unique_code: 'batch-1', plan_id: number('123'), task_list, ...fields };
  const body = await call(sandbox, method, { initiative_batch_task_request: writeJson(batch) });
  return { body, result: at(body, wrapper, 'result'), error: at(body, 'error_response') };
};

const rowsOf = (result: unknown) => {
  const rows = at(result as JsonObject, 'data', 'initiative_task_response');
  return Array.isArray(rows) ? rows.map((row) => toPlainJson(row) as Record<string, unknown>) : [];
};

const lastEntry = () => sandbox.ledger().entries.at(-1);

test("a batch is answered in the document's shape, its contradiction included", async () => {
  const { result } = await submit([
    task('A', { source_id: number('123'), plan_execute_start_time: '2024-03-14 15:16:52' }),
  ]);
  expect(result).toEqual({
    code: '400',
    data: {
      initiative_task_response: [
        {
          task_id: number('9007199254741001'),
          task_request: {
            input_params: '{}',
            output_params: '{}',
            phone_number: '18717866218',
            source_id: number('123'),
            plan_execute_start_time: 'Thu Mar 14 15:16:52 CST 2024',
            biz_id: 'A',
          },
        },
      ],
    },
    success: true,
    message: '参数错误',
  });
  expect(lastEntry()).toMatchObject({
    method,
    key: 'batch-1',
    objects: ['A'],
    verdict: { kind: 'accepted', processed: true },
    delivery: 'answered',
    violations: [],
  });
});

test.each([
  ['123', { phone_number: '' }, '联系人手机号码不能为空'],
  ['123', { phone_number: '1871786' }, '手机号码格式错误'],
  ['124', { phone_number: '' }, '联系人手机号码不能为空'],
  ['9007199254740993', { phone_number: '13800000000' }, '用户已退订'],
  ['125', { email: '' }, '邮件地址不能为空'],
  ['125', { email: 'nobody' }, '邮件地址格式错误'],
  ['123', { input_params: '[]' }, '入参变量格式错误'],
])('plan %s refuses one task and takes the other: %j → %s', async (plan, fields, words) => {
  const { result } = await submit([task('bad', fields), task('good', { email: 'a@qq.com' })], {
    plan_id: number(plan),
  });
  const [bad, good] = rowsOf(result);
  expect(bad).toMatchObject({ success: false, message: words, task_request: { biz_id: 'bad' } });
  expect(bad).not.toHaveProperty('task_id');
  expect(good).toMatchObject({ task_id: '9007199254741001', task_request: { biz_id: 'good' } });
  expect(at(result, 'success')).toBe(true);
});

test('a refused task may be told by the result instead of by itself', async () => {
  sandbox.setShapes({ 'outreach-failure': 'result' });
  const { result } = await submit([task('bad', { phone_number: '1' }), task('good')]);
  expect(result).toMatchObject({ code: '400', success: false, message: '手机号码格式错误' });
  expect(rowsOf(result).map((row) => [Object.keys(row), 'task_id' in row])).toEqual([
    [['task_request'], false],
    [['task_id', 'task_request'], true],
  ]);
});

test.each([
  [{ plan_id: number('1') }, '计划不存在', 'plan-not-exist'],
  [{ plan_id: number('126') }, '计划已结束', 'plan-ended'],
  [
    { use_book_info: { use_platform: 'PLATFORM_A', book_code: 'BOOK_CODE', book_owner_id: number('124') } },
    '账本不存在',
    'book-not-exist',
  ],
  [
    { use_book_info: { use_platform: 'PLATFORM_B', book_code: 'BOOK_CODE', book_owner_id: number('123') } },
    '账本不存在',
    'book-not-exist',
  ],
])('a batch as a whole is refused in the result, with an empty list: %#', async (fields, words, subCode) => {
  const { result } = await submit([task('A')], fields);
  expect(result).toEqual({ code: '400', data: {}, success: false, message: words });
  expect(lastEntry()?.verdict).toEqual({ kind: 'refused', code: 'result-400', subCode });
});

test('a book pays for as many tasks as it has left', async () => {
  const use_book_info = { use_platform: 'PLATFORM_A', book_code: 'BOOK_SMALL', book_owner_id: number('123') };
  const { result } = await submit(
    ['A', 'B', 'C'].map((biz) => task(biz)),
    { use_book_info },
  );
  expect(rowsOf(result).map((row) => row.message)).toEqual([undefined, undefined, '账本余额不足']);
});

test('a big id comes back as bare digits', async () => {
  const { result } = await submit([task('A', { cms_user_id: number('9007199254740995') })]);
  expect(writeJson(at(result, 'data') ?? null)).toContain('"cms_user_id":9007199254740995');
});

test.each([
  [['A', 'A'].map((biz) => task(biz)), {}, '50'],
  [[task('A')], { task_unique_code: '' }, '40'],
])('what cannot be told apart, or lacks its key, is refused: %#', async (tasks, fields, code) => {
  const { error } = await submit(tasks, fields);
  expect(at(error, 'code')).toEqual(number(code));
  expect(sandbox.data().outreach.batches.size).toBe(0);
});

test('an absent object is refused by the service, since the document calls it optional', async () => {
  expect(at(await call(sandbox, method, {}), 'error_response', 'sub_code')).toBe('isv.invalid-parameter');
});

describe('a task_unique_code that comes twice', () => {
  test('is refused, and takes nothing again', async () => {
    await submit([task('A')]);
    const { error } = await submit([task('A')]);
    expect(at(error, 'sub_code')).toBe('isv.duplicate-request');
    expect(sandbox.data().outreach.nextTaskId).toBe(9_007_199_254_741_002n);
  });

  test('gets the same answer where that is asked for', async () => {
    sandbox.addFaults([{ kind: 'duplicate-key', answer: 'success' }]);
    const first = await submit([task('A')]);
    const again = await submit([task('A')]);
    expect(again.result).toEqual(first.result);
    expect(sandbox.ledger().counts.byKey['batch-1']).toMatchObject({ accepted: 2, processed: 1 });
  });
});

describe('shapes', () => {
  const sentRow = { task_request: { biz_id: 'A' } };
  const cases: [ShapeSettings, (result: JsonObject) => unknown, unknown][] = [
    [
      { 'outreach-code': 'plain' },
      (result) => [result.code, result.success, 'message' in result],
      ['200', true, false],
    ],
    [{ 'outreach-tasks': 'plain' }, (result) => result.data, [sentRow]],
    [{ 'outreach-tasks': 'other-key' }, (result) => result.data, { task_result: [sentRow] }],
    [{ 'big-ids': 'text' }, (result) => rowsOf(result)[0]?.task_id, '9007199254741001'],
    [{ 'outreach-echo': 'none' }, (result) => rowsOf(result)[0]?.task_request, {}],
    [
      { 'outreach-dates': 'plain' },
      (result) => rowsOf(result)[0],
      { task_request: { plan_execute_start_time: '2024-03-14 15:16:52' } },
    ],
  ];

  test.each(cases)('%j', async (shapes, pick, expected) => {
    sandbox.setShapes(shapes);
    const { result } = await submit([task('A', { plan_execute_start_time: '2024-03-14 15:16:52' })]);
    const picked = pick(result as JsonObject);
    if (typeof expected === 'object') expect(picked).toMatchObject(expected as object);
    else expect(picked).toBe(expected);
  });

  test('an echo may lack biz_id and have nothing but the phone to go by', async () => {
    sandbox.setShapes({ 'outreach-echo': 'no-biz-id' });
    const { result } = await submit([task('A')]);
    expect(rowsOf(result)[0]?.task_request).toEqual({
      input_params: '{}',
      output_params: '{}',
      phone_number: '18717866218',
    });
  });

  test.each([
    ['absent', undefined],
    ['array', []],
    ['object', {}],
  ] as const)('an empty list comes as %s', async (choice, expected) => {
    sandbox.setShapes({ 'empty-lists': choice });
    const { result } = await submit([task('A')], { plan_id: number('1') });
    expect(at(result, 'data')).toEqual(expected);
  });
});

describe('faults of rows', () => {
  const five = ['A', 'B', 'C', 'D', 'E'];
  const sent = async () => {
    const { result } = await submit(five.map((biz) => task(biz)));
    return rowsOf(result).map((row) => at(parseJson(JSON.stringify(row.task_request)), 'biz_id'));
  };

  test.each([
    [{ kind: 'rows-missing', count: 2 }, ['A', 'B', 'C']],
    [{ kind: 'rows-missing', count: 2, from: 'start' }, ['C', 'D', 'E']],
    [{ kind: 'rows-missing', count: 9 }, []],
    [{ kind: 'rows-duplicated' }, [...five, 'A']],
    [{ kind: 'rows-shuffled' }, ['B', 'D', 'A', 'C', 'E']],
  ] as const)('%j: every task was taken, and the answer lists others', async (fault, listed) => {
    sandbox.addFaults([fault]);
    expect(await sent()).toEqual(listed);
    expect(sandbox.data().outreach.batches.get('batch-1')).toHaveLength(5);
    expect(lastEntry()).toMatchObject({ delivery: 'damaged', faults: [fault.kind] });
  });

  test('extra-fields: every object has members that no document knows, and the list is still the only one', async () => {
    sandbox.addFaults([{ kind: 'extra-fields' }]);
    const { result } = await submit([task('A')]);
    expect(result).toMatchObject({ trace_id: '0b51062a', success: true });
    expect(rowsOf(result)[0]).toMatchObject({
      trace_id: '0b51062a',
      task_request: { biz_id: 'A', trace_id: '0b51062a' },
    });
  });

  test('batch-limit: a longer list is refused, a shorter one is not', async () => {
    sandbox.addFaults([{ kind: 'batch-limit', rows: 2 }]);
    expect(at((await submit(five.map((biz) => task(biz)))).error, 'sub_code')).toBe('isv.batch-too-large');
    expect((await submit([task('A'), task('B')])).error).toBeUndefined();
  });
});
