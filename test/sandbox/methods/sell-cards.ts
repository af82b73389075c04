import { findShop } from '../cards/find-shop.ts';
import { openCard } from '../cards/open-card.ts';
import { writeRefusedSale, writeSale } from '../cards/write-sale.ts';
import { sellCardsDocument } from '../documents/sell-cards.ts';
import { type Refusal, refuseByService } from '../gateway/refusal.ts';
import type { JsonObject } from '../json.ts';
import type { MethodResult, MethodServices, TopMethod } from './method.ts';
import { objectAt, textAt } from './read-values.ts';

const request = (values: JsonObject) => objectAt(values, 'param_batch_open_card_open_req');

const cardIdsOf = (sale: JsonObject): string[] =>
  Array.isArray(sale.physical_card_ids) ? sale.physical_card_ids.filter((id) => typeof id === 'string') : [];

const readPlace = (sale: JsonObject) => ({
  brandId: textAt(sale, 'brand_id') ?? '',
  outBrandId: textAt(sale, 'out_brand_id') ?? '',
  shopId: textAt(sale, 'shop_id') ?? '',
  outShopId: textAt(sale, 'out_shop_id') ?? '',
});

const invalid = (words: string): Refusal => refuseByService('isv.invalid-parameter', `非法参数:${words}`);

const objectTo = (sale: JsonObject, ids: readonly string[], { maximumRows }: MethodServices): Refusal | undefined => {
  if (ids.length === 0) return invalid('param_batch_open_card_open_req');
  const { brandId, outBrandId, shopId, outShopId } = readPlace(sale);
  if (brandId === '' && outBrandId === '') return invalid('brandId与out_brand_id不可同时为空');
  if (shopId === '' && outShopId === '') return invalid('shop_id和out_shop_id不可同时为空');
  return ids.length > maximumRows(ids.length) ? refuseByService('isv.batch-too-large', '实体卡列表过长') : undefined;
};

/** request_id is the document's idempotency key: a repeat of the same request gets the same answer and opens nothing. */
const perform = (values: JsonObject, services: MethodServices): MethodResult => {
  const { shape, disturb, answerToRepeatedKey } = services;
  const { cards } = services.data;
  const sale = request(values);
  const ids = [...new Set(cardIdsOf(sale))];
  const refusal = objectTo(sale, ids, services);
  if (refusal) return { refusal };

  const key = textAt(sale, 'request_id') ?? '';
  const place = readPlace(sale);
  const asked = JSON.stringify([ids, place]);
  const before = cards.sales.get(key);
  if (before) {
    // The document is silent about the same key with other cards; an answer about the first ones would be the crueller reading.
    if (before.asked !== asked) return { refusal: refuseByService('isv.idempotent-conflict', `请求内容不一致:${key}`) };
    return answerToRepeatedKey('success') === 'success'
      ? { answer: writeSale(before.outcomes, shape, disturb), processed: false }
      : { refusal: refuseByService('isv.duplicate-request', `重复的请求:${key}`) };
  }
  const found = findShop(cards, place);
  if ('code' in found) {
    return { answer: writeRefusedSale(found.code, found.words), refusedAs: { code: 'result', subCode: found.code } };
  }
  const outcomes = ids.map((id) => openCard(cards, id, found.brand, found.shop));
  cards.sales.set(key, { asked, outcomes });
  return { answer: writeSale(outcomes, shape, disturb), processed: true };
};

export const sellCards: TopMethod = {
  document: sellCardsDocument,
  session: 'required',
  openToEveryApp: false,
  key: (values) => textAt(request(values), 'request_id'),
  objects: (values) => cardIdsOf(request(values)),
  perform,
};
