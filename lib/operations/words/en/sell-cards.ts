import type { sellCards as operation } from '@/lib/operations/sell-cards';
import type { DocumentationWords, OperationWords } from '@/lib/operations/words/operation-words';

export const sellCards: OperationWords<typeof operation> = {
  title: 'Open cards',
  about: 'Opens (sells) physical cards in a batch at one shop.',
  fields: {
    physical_card_ids: { label: 'Card ID', hint: 'One card a row' },
    brand_id: { label: 'Brand ID', hint: 'This or the outside brand ID' },
    out_brand_id: { label: 'Outside brand ID', hint: 'This or the brand ID' },
    shop_id: { label: 'Shop ID', hint: 'This or the outside shop ID' },
    out_shop_id: { label: 'Outside shop ID', hint: 'This or the shop ID' },
    operator_id: { label: 'Operator ID', hint: 'As registered at the platform' },
    request_id: { label: 'Request key', hint: 'Made by us, for idempotency' },
  },
};

export const sellCardsPage: DocumentationWords = {
  repeat:
    'The document gives request_id for idempotency. Without an answer the same request is sent again under the same request_id by itself; no card is opened twice.',
  outcomes: [
    [
      'Succeeded',
      'The card stands in result_map as SUCCESS; or it is not listed, both all_success and biz_success are true, and every listed card is SUCCESS.',
    ],
    ['Failed', 'The card stands in result_map with another text, which is shown.'],
    [
      'Unknown',
      'The answer cannot be read; the card is not listed and not everything is said to have succeeded; or the answer contradicts itself.',
    ],
  ],
  undo: 'Cannot be taken back.',
};
