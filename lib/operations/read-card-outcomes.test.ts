import { describe, expect, it } from 'vitest';
import { readCardOutcomes } from './read-card-outcomes';

const rows = ['0111', '222', '9007199254740993'].map((id) => ({ physical_card_ids: id }));
const answer = (result_map: unknown, all_success: unknown = 'false', more: object = { biz_success: true }) => ({
  result: { result: { result_map, all_success }, ...more },
});
const read = (value: unknown) => readCardOutcomes(value, rows);
const states = (value: unknown) => read(value).map(({ state }) => state);

const told = { '0111': 'SUCCESS', '222': '卡已售出, 请核对', '9007199254740993': 'SUCCESS' };
const java = '{0111=SUCCESS, 222=卡已售出, 请核对, 9007199254740993=SUCCESS}';

it.each<[string, unknown]>([
  ['an object', told],
  ['JSON text', JSON.stringify(told)],
  ['JSON text in another order', JSON.stringify(Object.fromEntries(Object.entries(told).reverse()))],
  ['JSON text inside JSON text', JSON.stringify(JSON.stringify(told))],
  ["a Java map's text", java],
  ["a Java map's text inside JSON text", JSON.stringify(java)],
  ["a Java map's text without spaces", java.replaceAll(', ', ',').replace('售出,请', '售出, 请')],
])('each card is read by its id from %s', (_what, map) => {
  expect(read(answer(map))).toEqual([
    { state: 'succeeded', value: 'SUCCESS' },
    { state: 'failed', platform: { message: '卡已售出, 请核对' } },
    { state: 'succeeded', value: 'SUCCESS' },
  ]);
});

describe('a card that is not listed', () => {
  it.each<[unknown]>([[undefined], [null], [''], [' '], ['{}'], ['""'], ['{ }'], [{}], ['null']])(
    'has succeeded when everything has, with the map %j',
    (map) => {
      expect(states(answer(map, 'true'))).toEqual(['succeeded', 'succeeded', 'succeeded']);
      expect(states(answer(map, true))).toEqual(['succeeded', 'succeeded', 'succeeded']);
    },
  );

  it.each<[unknown, object]>([
    ['false', { biz_success: true }],
    ['true', { biz_success: false }],
    ['true', {}],
    [undefined, { biz_success: true }],
    ['yes', { biz_success: true }],
    [{}, { biz_success: true }],
    ['true', { biz_success: 1 }],
  ])('is unknown with all_success %j and %j', (allSuccess, more) => {
    expect(states(answer('{222=SUCCESS}', allSuccess, more))).toEqual(['unknown', 'succeeded', 'unknown']);
  });

  it("carries the service's words, so that a person knows where to look", () => {
    const more = { biz_success: false, result_code: '500', result_desc: '门店不存在' };
    expect(read(answer('', 'false', more))[0]).toEqual({
      state: 'unknown',
      reason: 'not-in-answer',
      platform: { code: '500', message: '门店不存在' },
    });
  });
});

describe('a description', () => {
  it.each([
    ['SUCCESS', 'succeeded'],
    [' success ', 'succeeded'],
    ['SUCCESS-通过', 'succeeded'],
    ['SUCCESS(通过)', 'succeeded'],
    ['FAIL', 'failed'],
    ['卡不存在', 'failed'],
    ['NOT SUCCESS', 'failed'],
    ['', 'unknown'],
    ['SUCCESS 但未激活', 'unknown'],
    ['SUCCESS_PARTLY', 'unknown'],
    [null, 'unknown'],
    [true, 'unknown'],
    [200, 'unknown'],
    [['SUCCESS'], 'unknown'],
    [{ SUCCESS: true }, 'unknown'],
  ])('%j: %s', (text, state) => {
    expect(states(answer({ '222': text }))[1]).toBe(state);
  });

  it('of failure beside everything having succeeded is no proof of either, nor that the unlisted ones succeeded', () => {
    const contradictory = { state: 'unknown', reason: 'contradictory-answer' };
    expect(read(answer({ '222': '卡已售出', '9007199254740993': 'SUCCESS' }, 'true'))).toEqual([
      contradictory,
      contradictory,
      { state: 'succeeded', value: 'SUCCESS' },
    ]);
    expect(read(answer({ '222': '' }, 'true'))[0]).toEqual(contradictory);
    // Perhaps ours, written otherwise.
    expect(read(answer('{"111":"卡已售出"}', 'true'))[0]).toEqual(contradictory);
  });

  it('that stands twice for one card, differing, is no proof of either', () => {
    expect(states(answer('{222=SUCCESS, 222=卡已售出, 0111=SUCCESS, 0111=SUCCESS}'))).toEqual([
      'succeeded',
      'unknown',
      'unknown',
    ]);
    const json = '{"222":"卡已售出","222":"SUCCESS","0111":"SUCCESS","\\u0030111":"SUCCESS"}';
    for (const map of [json, JSON.stringify(json)])
      expect(states(answer(map))).toEqual(['succeeded', 'unknown', 'unknown']);
    expect(states(answer('{"222":null,"222":"SUCCESS"}'))[1]).toBe('unknown');
  });
});

it.each<[unknown]>([
  [undefined],
  ['SUCCESS'],
  [{}],
  [{ result: [] }],
  [{ result: 'true' }],
  [answer('SUCCESS', 'true')],
  [answer('0111:SUCCESS', 'true')],
  [answer('["0111","222"]', 'true')],
  [answer(['0111'], 'true')],
  [answer('{"map":{"0111":"SUCCESS"}}', 'true')],
  [answer({ map: { '0111': '失败' } }, 'true')],
  [answer('{=SUCCESS}', 'true')],
  [answer('{0111}', 'true')],
])('nothing is known of any card from %j', (value) => {
  expect(states(value)).toEqual(['unknown', 'unknown', 'unknown']);
});

it('what stands under a name within a name is nobody’s, though the name is given again', () => {
  expect(states(answer('{"a":{"222":"SUCCESS"},"a":"x","0111":"SUCCESS"}'))).toEqual(['unknown', 'unknown', 'unknown']);
});
