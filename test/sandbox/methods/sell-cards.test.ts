import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ShapeSettings } from '../control/shapes.ts';
import type { JsonObject } from '../json.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { at, call } from '../test-client.ts';

const method = 'alibaba.alsc.crm.card.batch.sell';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const place = { brand_id: '3396912', shop_id: '4564334' };

const sell = async (ids: string[], fields: JsonObject = place, request_id = 'sale-1') => {
  const sale = { physical_card_ids: ids, request_id, operator_id: '2312332', ...fields };
  const body = await call(sandbox, method, { param_batch_open_card_open_req: JSON.stringify(sale) });
  return {
    result: at(body, 'alibaba_alsc_crm_card_batch_sell_response', 'result'),
    subCode: at(body, 'error_response', 'sub_code'),
  };
};

const mapOf = (result: unknown): unknown => JSON.parse(String(at(result as JsonObject, 'result', 'result_map')));
const stateOf = (id: string) => sandbox.data().cards.cards.get(id)?.state;
const lastEntry = () => sandbox.ledger().entries.at(-1);

test("a sale is answered in the document's shape: all_success is text, result_view two quotation marks", async () => {
  const { result } = await sell(['111', '9007199254740993']);
  expect(result).toEqual({
    result: { result_map: '{"111":"SUCCESS","9007199254740993":"SUCCESS"}', all_success: 'true' },
    result_code: '200',
    result_view: '""',
    biz_success: true,
    result_desc: '成功',
  });
  expect([stateOf('111'), stateOf('222')]).toEqual(['sold', 'new']);
  expect(lastEntry()).toMatchObject({
    key: 'sale-1',
    objects: ['111', '9007199254740993'],
    verdict: { kind: 'accepted', processed: true },
    violations: [],
  });
});

test('each card has its own outcome', async () => {
  const { result } = await sell(['6600000001', '6600000100', '6600000200', '6600000300', '7700000001', '5']);
  expect(at(result, 'result', 'all_success')).toBe('false');
  expect(mapOf(result)).toEqual({
    '6600000001': 'SUCCESS',
    '6600000100': '卡已售出',
    '6600000200': '卡状态异常(status=FROZEN)',
    '6600000300': '卡不属于该门店',
    '7700000001': '卡不属于该品牌',
    '5': '卡不存在',
  });
});

test.each([
  [{ out_brand_id: '33959', out_shop_id: '35663464' }],
  [{ brand_id: '3396912', out_shop_id: '35663464' }],
  [{ brand_id: '3396912', out_brand_id: '33959', shop_id: '4564334', out_shop_id: '35663464' }],
])('either id of brand and shop will do, or both: %j', async (fields) => {
  const { result } = await sell(['111'], fields);
  expect(at(result, 'result', 'all_success')).toBe('true');
});

test.each([
  [{ shop_id: '4564334' }, 'isv.invalid-parameter'],
  [{ brand_id: '3396912' }, 'isv.invalid-parameter'],
])('neither id is refused: %j', async (fields, subCode) => {
  expect((await sell(['111'], fields)).subCode).toBe(subCode);
  expect(stateOf('111')).toBe('new');
});

test.each([
  [{ ...place, brand_id: '1' }, 'BRAND_NOT_EXIST'],
  [{ ...place, out_brand_id: '33960' }, 'BRAND_MISMATCH'],
  [{ ...place, shop_id: '1' }, 'SHOP_NOT_EXIST'],
  [{ ...place, out_shop_id: '35663465' }, 'SHOP_MISMATCH'],
  [{ ...place, shop_id: '4564336' }, 'SHOP_NOT_IN_BRAND'],
])('a sale that cannot be is refused within the answer: %j → %s', async (fields, code) => {
  const { result } = await sell(['111'], fields);
  expect(result).toMatchObject({ result: {}, result_code: code, biz_success: false });
  expect(lastEntry()?.verdict).toEqual({ kind: 'refused', code: 'result', subCode: code });
});

describe('request_id', () => {
  test('a repeat gets the same answer and opens nothing twice', async () => {
    const first = await sell(['111', '6600000100']);
    sandbox.changeData([{ kind: 'card', id: '111', set: { state: 'new' } }]);
    const again = await sell(['111', '6600000100']);
    expect(again).toEqual(first);
    expect(stateOf('111')).toBe('new');
    expect(sandbox.ledger().counts.byKey['sale-1']).toMatchObject({ requests: 2, accepted: 2, processed: 1 });
  });

  test('under another one the same cards are sold already', async () => {
    await sell(['111']);
    expect(mapOf((await sell(['111'], place, 'sale-2')).result)).toEqual({ '111': '卡已售出' });
  });

  test('with other cards it is refused', async () => {
    await sell(['111']);
    expect((await sell(['222'])).subCode).toBe('isv.idempotent-conflict');
    expect(stateOf('222')).toBe('new');
  });

  test('a refused sale does not use it up', async () => {
    await sell(['111'], { ...place, brand_id: '1' });
    expect(at((await sell(['111'])).result, 'result', 'all_success')).toBe('true');
  });
});

test.each<[ShapeSettings, unknown]>([
  [
    { 'cards-result-map': 'pairs' },
    { result_map: '{111=SUCCESS, 6600000200=卡状态异常(status=FROZEN)}', all_success: 'false' },
  ],
  [
    { 'cards-result-map': 'failures-only' },
    { result_map: '{"6600000200":"卡状态异常(status=FROZEN)"}', all_success: 'false' },
  ],
  [{ 'cards-result-map': 'empty' }, { result_map: '', all_success: 'false' }],
  [{ 'cards-result-map': 'absent' }, { all_success: 'false' }],
  [
    { 'cards-result-map': 'object' },
    { result_map: { '111': 'SUCCESS', '6600000200': '卡状态异常(status=FROZEN)' }, all_success: 'false' },
  ],
  [
    { 'cards-result-map': 'empty', 'cards-all-success': 'boolean' },
    { result_map: '', all_success: false },
  ],
  [{ 'cards-result-map': 'empty', 'cards-all-success': 'absent' }, { result_map: '' }],
])('shape %j', async (shapes, expected) => {
  sandbox.setShapes(shapes);
  expect(at((await sell(['111', '6600000200'])).result, 'result')).toEqual(expected);
});

test.each([
  [{ kind: 'rows-missing' }, '{"111":"SUCCESS","222":"SUCCESS"}'],
  [{ kind: 'rows-duplicated' }, '{"111":"SUCCESS","222":"SUCCESS","333":"SUCCESS","111":"SUCCESS"}'],
  [{ kind: 'rows-shuffled' }, '{"222":"SUCCESS","111":"SUCCESS","333":"SUCCESS"}'],
] as const)('%j: every card was opened, and the answer lists others', async (fault, text) => {
  sandbox.addFaults([fault]);
  expect(at((await sell(['111', '222', '333'])).result, 'result', 'result_map')).toBe(text);
  expect(['111', '222', '333'].map(stateOf)).toEqual(['sold', 'sold', 'sold']);
});

test('a card sent twice is opened once', async () => {
  expect(mapOf((await sell(['111', '111'])).result)).toEqual({ '111': 'SUCCESS' });
});
