import type { ApiDocument } from './document.ts';

/** 批量开卡(售卡): the request table, row by row. That one of two ids must be there is said in its descriptions, so the service says it. */
export const sellCardsDocument: ApiDocument = {
  method: 'alibaba.alsc.crm.card.batch.sell',
  parameters: [
    {
      name: 'param_batch_open_card_open_req',
      type: 'Object',
      required: false,
      fields: [
        { name: 'physical_card_ids', type: 'String[]', required: true },
        { name: 'out_brand_id', type: 'String', required: false },
        { name: 'request_id', type: 'String', required: true },
        { name: 'brand_id', type: 'String', required: false },
        { name: 'out_shop_id', type: 'String', required: false },
        { name: 'shop_id', type: 'String', required: false },
        { name: 'operator_id', type: 'String', required: true },
      ],
    },
  ],
};
