import { defineOperation } from './operation';

const id = { documented: 'String', format: 'id', required: false, maxLength: 64, from: 'person' } as const;

/**
 * 批量开卡, `alibaba.alsc.crm.card.batch.sell`: opens physical cards at a shop. The document gives `request_id` for
 * idempotency, so a lost answer is asked for again under the same one. A row is one card.
 */
export const sellCards = defineOperation({
  id: 'sell-cards',
  platform: 'top',
  method: 'alibaba.alsc.crm.card.batch.sell',
  parameter: 'param_batch_open_card_open_req',
  shared: {
    brand_id: id,
    out_brand_id: id,
    shop_id: id,
    out_shop_id: id,
    operator_id: { ...id, required: true, from: 'settings' },
    request_id: { ...id, required: true, from: 'generated' },
  },
  fields: {
    physical_card_ids: {
      documented: 'String[]',
      required: true,
      format: 'card-id',
      maxLength: 64,
      from: 'person',
      unique: true,
    },
  },
  rowsIn: { list: 'physical_card_ids', of: 'texts' },
  key: { field: 'request_id', repeat: 'safe' },
  subjectField: 'physical_card_ids',
  rules: [
    { kind: 'one-of-required', fields: ['brand_id', 'out_brand_id'] },
    { kind: 'one-of-required', fields: ['shop_id', 'out_shop_id'] },
  ],
  // The document names no maximum.
  rowsPerRequest: { default: 100, maximum: 500 },
  answer: {
    result: {
      result: { result_map: 'Map', all_success: 'String' },
      result_code: 'String',
      result_view: 'String',
      biz_success: 'Boolean',
      result_desc: 'String',
    },
  },
});
