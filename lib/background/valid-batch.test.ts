import { describe, expect, it } from 'vitest';
import { findOperation } from '@/test/fakes/find-operation';
import { requireValidBatch } from './valid-batch';

const cards = findOperation('sell-cards');
const outreach = findOperation('submit-outreach');
const intentId = 'INTENT-0001';
const shop = { brand_id: '3396912', shop_id: '4564334', operator_id: 'kyr13386' };
const task = { input_params: '{}', output_params: '{}' };

describe('a batch', () => {
  it('is stored trimmed, without what is empty, and keeps its order and leading zeros', () => {
    const rows = [{ physical_card_ids: ' 0042 ' }, { physical_card_ids: '9007199254740993' }];
    expect(requireValidBatch(cards, { rows, shared: { ...shop, out_brand_id: ' ' }, intentId })).toEqual({
      rows: [{ physical_card_ids: '0042' }, { physical_card_ids: '9007199254740993' }],
      shared: shop,
    });
  });

  it('gets an id of our own for each task that has none, by its place in the job', () => {
    const rows = [task, { ...task, biz_id: 'MINE' }, task];
    const made = requireValidBatch(outreach, { rows, shared: { plan_id: '123' }, intentId }).rows;
    expect(made.map(({ biz_id }) => biz_id)).toEqual(['INTENT-0001-1', 'MINE', 'INTENT-0001-3']);
  });

  it.each<[string, Parameters<typeof requireValidBatch>[1], object]>([
    ['a shared field', { rows: [{ physical_card_ids: '1' }], shared: {}, intentId }, { path: 'operator_id' }],
    [
      'a row and its field',
      { rows: [{ physical_card_ids: '1' }, { physical_card_ids: '1' }], shared: shop, intentId },
      { reason: 'repeated', path: 'rows[1].physical_card_ids' },
    ],
  ])('that is refused names %s', (_what, batch, detail) => {
    expect(() => requireValidBatch(cards, batch)).toThrow(
      expect.objectContaining({ code: 'invalid-input', detail: expect.objectContaining(detail) }),
    );
  });

  it('needs what its channel needs', () => {
    const batch = { rows: [task], shared: { plan_id: '123' }, channel: 'sms', intentId } as const;
    expect(() => requireValidBatch(outreach, batch)).toThrow(
      expect.objectContaining({ detail: { reason: 'required-for-channel', path: 'rows[0].phone_number' } }),
    );
  });

  it('has one row where the document knows no list', () => {
    const row = { opportunity_id: '1', territory_code: 't', operator_id: 'o', operator_name: 'n' };
    const batch = { rows: [row, { ...row, opportunity_id: '2' }], intentId };
    expect(() => requireValidBatch(findOperation('release-opportunity'), batch)).toThrow(
      expect.objectContaining({ code: 'invalid-input', detail: { reason: 'bad-value', path: 'rows' } }),
    );
  });
});
