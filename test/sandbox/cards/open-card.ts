import { type CardData, type CardOutcome, findCard, type Shop } from './card-data.ts';

/** Opens one card for a shop of its brand, or says why not. */
export const openCard = (cardData: CardData, id: string, brand: string, shop: Shop): CardOutcome => {
  const card = findCard(cardData, id);
  if (!card) return { id, text: '卡不存在' };
  if (card.brand !== brand) return { id, text: '卡不属于该品牌' };
  if (card.shop !== undefined && card.shop !== shop.id) return { id, text: '卡不属于该门店' };
  if (card.state === 'sold') return { id, text: '卡已售出' };
  // An equals sign in the words: who splits `{id=words}` at every one of them is caught here.
  if (card.state === 'frozen') return { id, text: '卡状态异常(status=FROZEN)' };
  cardData.cards.set(id, { ...card, shop: shop.id, state: 'sold' });
  return { id, text: 'SUCCESS' };
};
