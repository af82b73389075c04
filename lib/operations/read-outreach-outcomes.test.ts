import { describe, expect, it } from 'vitest';
import { readOutreachOutcomes } from './read-outreach-outcomes';

const params = { input_params: '{}', output_params: '{}' };
const wang = { ...params, biz_id: 'b-1', phone_number: '18717866218', email: 'Wang@qq.com' };
const li = { ...params, biz_id: 'b-2', phone_number: '13801381465' };
const zhao = { ...params, biz_id: 'b-3', phone_number: '13801381465' };

const read = (result: unknown, rows = [wang, li]) => readOutreachOutcomes({ result }, rows, 'key');
const states = (result: unknown, rows = [wang, li]) => read(result, rows).map(({ state }) => state);
const taken = (task_id: unknown, task_request: object) => ({ task_id, task_request });
const list = (...tasks: unknown[]) => ({ initiative_task_response: tasks });

describe("the document's own sample", () => {
  it('is a success although it says 400 and 参数错误', () => {
    const data = list({ task_id: 123, task_request: { biz_id: 'b-1', phone_number: '18717866218' } });
    const result = { code: 400, data, success: true, message: '参数错误' };
    expect(read(result, [wang])).toEqual([{ state: 'succeeded', value: '123' }]);
  });
});

describe('a task is matched', () => {
  it('by its biz_id, whatever the order', () => {
    const data = list(taken('9007199254740993', { biz_id: 'b-2' }), taken(7, { biz_id: 'b-1' }));
    expect(read({ success: true, data })).toEqual([
      { state: 'succeeded', value: '7' },
      { state: 'succeeded', value: '9007199254740993' },
    ]);
  });

  it('by its biz_id and not by another phone that is echoed beside it', () => {
    const data = list(taken(7, { biz_id: 'b-1', phone_number: li.phone_number }));
    expect(states({ success: true, data })).toEqual(['succeeded', 'unknown']);
  });

  it.each<[string, object]>([
    ['the phone', { phone_number: '18717866218' }],
    ['the phone as a number', { phone_number: 18717866218 }],
    ['the phone with a country code', { phone_number: '+86-18717866218' }],
    ['the email in other letters', { email: 'wang@QQ.com' }],
    ['both', { phone_number: '18717866218', email: 'wang@qq.com' }],
  ])('without a biz_id by %s', (_what, echo) => {
    expect(states({ success: true, data: list(taken(7, echo)) })).toEqual(['succeeded', 'unknown']);
  });

  it.each<[string, object]>([
    ['a phone that two rows have', { phone_number: '13801381465' }],
    ['a masked phone', { phone_number: '187****6218' }],
    ['a phone and an email of different rows', { phone_number: '13801381465', email: 'wang@qq.com' }],
    ['nothing that tells who', {}],
    ['a biz_id that is not ours, beside our phone', { biz_id: 'b-9', phone_number: '18717866218' }],
  ])('with nobody by %s', (_what, echo) => {
    expect(states({ success: true, data: list(taken(7, echo)) }, [wang, li, zhao])).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('by the id that we gave it when the row has none of its own', () => {
    const data = list(taken(7, { biz_id: 'key-2' }));
    expect(readOutreachOutcomes({ result: { data } }, [params, params], 'key').map(({ state }) => state)).toEqual([
      'unknown',
      'succeeded',
    ]);
  });
});

describe('what failed', () => {
  it('are all tasks without a task_id when the batch says so, in its words', () => {
    const data = list(taken(7, { biz_id: 'b-2' }), { task_request: { biz_id: 'b-1' } });
    expect(read({ success: false, code: '500', message: '计划已停用 &lt;123&gt;', data })).toEqual([
      { state: 'failed', platform: { code: '500', message: '计划已停用 <123>' } },
      { state: 'succeeded', value: '7' },
    ]);
  });

  it.each([undefined, null, {}, [], list()])('are all when the batch says so and lists nothing: %j', (data) => {
    expect(states({ success: 'false', message: '计划不存在', data })).toEqual(['failed', 'failed']);
  });

  it('is a task that says so itself, in its own words, with or without an id', () => {
    const own = (biz_id: string, task_id: unknown) => ({
      task_request: { biz_id },
      task_id,
      success: false,
      message: '号码无效',
    });
    expect(read({ success: true, data: list(own('b-1', undefined), own('b-2', 8)) })).toEqual([
      { state: 'failed', platform: { message: '号码无效' } },
      { state: 'failed', platform: { message: '号码无效' } },
    ]);
  });

  it('is nobody for certain while a task that was accepted has no row', () => {
    const data = list(taken(7, {}));
    expect(states({ success: false, data })).toEqual(['unknown', 'unknown']);
    expect(states({ success: false, data: list('{') })).toEqual(['unknown', 'unknown']);
  });

  it('is not a task whose id is there and cannot be read', () => {
    const data = list(taken({}, { biz_id: 'b-1' }));
    expect(states({ success: false, data })).toEqual(['unknown', 'failed']);
  });
});

describe('what is unknown', () => {
  it('is a task that an otherwise successful answer leaves out, or lists without an id', () => {
    const data = list({ task_request: { biz_id: 'b-1' } });
    const missing = { state: 'unknown', reason: 'not-in-answer' };
    expect(read({ success: true, message: '参数错误', data })).toEqual([missing, missing]);
    const platform = { message: '系统繁忙' };
    expect(read({ message: '系统繁忙', data })[0]).toEqual({ ...missing, platform });
  });

  it.each(['', '0', 0, null, {}])('is a task whose id is %j', (task_id) => {
    expect(states({ success: true, data: list(taken(task_id, { biz_id: 'b-1' })) }, [wang])).toEqual(['unknown']);
  });

  it('is a task that says it succeeded and has no id, in a batch that says it failed', () => {
    const contradictory = { state: 'unknown', reason: 'contradictory-answer' };
    const [claimed, refused] = [{ success: true }, { success: false, message: '黑名单' }];
    const data = list({ ...claimed, task_request: wang }, { ...refused, task_request: li });
    const failed = { state: 'failed', platform: { message: '黑名单' } };
    expect(read({ success: false, message: '部分失败', data })).toEqual([contradictory, failed]);
    const twice = list({ ...claimed, task_request: wang }, { ...refused, task_request: wang });
    expect(read({ success: true, data: twice }, [wang])).toEqual([contradictory]);
    const later = list({ ...claimed, task_request: wang }, { task_id: 7, task_request: wang });
    expect(states({ success: false, data: later }, [wang])).toEqual(['succeeded']);
    const nobodys = list({ ...claimed, task_request: {} });
    expect(states({ success: false, data: nobodys })).toEqual(['unknown', 'unknown']);
    const unproven = { state: 'unknown', reason: 'not-in-answer' };
    expect(read({ success: true, data: list({ ...claimed, task_request: wang }) }, [wang])).toEqual([unproven]);
  });

  it('is a row of which the answer says two things', () => {
    const twice = (one: object, other: object) =>
      read({ success: true, data: list({ ...one, task_request: wang }, { ...other, task_request: wang }) }, [wang]);
    const contradictory = [{ state: 'unknown', reason: 'contradictory-answer' }];
    expect(twice({ task_id: 7 }, { task_id: 8 })).toEqual(contradictory);
    expect(twice({ task_id: 7 }, { success: false })).toEqual(contradictory);
    expect(twice({ task_id: 7 }, { task_id: '7' })).toEqual([{ state: 'succeeded', value: '7' }]);
  });

  it.each<[unknown]>([
    [undefined],
    [null],
    ['ok'],
    [[]],
    [[{ success: false }]],
    [{ success: false, data: 'none' }],
    [{ success: false, data: { a: [], b: [] } }],
    [{ success: 0, data: {} }],
    [{ success: 'no', data: {} }],
    [{ code: '500', message: '失败' }],
  ])('is everything of %j', (result) => {
    expect(states(result)).toEqual(['unknown', 'unknown']);
  });
});

it.each<[string, (tasks: object[]) => unknown]>([
  ['the documented wrapper', (tasks) => ({ initiative_task_response: tasks })],
  ['another wrapper', (tasks) => ({ list: tasks })],
  ['a plain list', (tasks) => tasks],
  ['JSON text', (tasks) => JSON.stringify(tasks)],
  ['a wrapper around JSON texts', (tasks) => ({ string: tasks.map((task) => JSON.stringify(task)) })],
  ['a wrapper around a single object', ([task]) => ({ initiative_task_response: task })],
])('a list is read from %s', (_what, wrap) => {
  expect(states({ success: true, data: wrap([taken(7, { biz_id: 'b-1' })]) }, [wang])).toEqual(['succeeded']);
});
