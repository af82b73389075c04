import type { CardData, Shop } from './card-data.ts';

/** The service's answer when a sale as a whole cannot be: the document's result_code and result_desc. */
type SaleObjection = { code: string; words: string };

export type NamedPlace = { brandId: string; outBrandId: string; shopId: string; outShopId: string };

/** What the ids name; '' stands for an id that was not given. Both kinds of id may be given when they name the same. */
export const findShop = (
  { brands, shops }: CardData,
  { brandId, outBrandId, shopId, outShopId }: NamedPlace,
): { brand: string; shop: Shop } | SaleObjection => {
  const brand = [...brands].find(([id, outId]) => (brandId === '' ? outId === outBrandId : id === brandId));
  if (!brand) return { code: 'BRAND_NOT_EXIST', words: '品牌不存在' };
  if (outBrandId !== '' && brand[1] !== outBrandId) return { code: 'BRAND_MISMATCH', words: '品牌与外部品牌不一致' };
  const shop = shops.find(({ id, outId }) => (shopId === '' ? outId === outShopId : id === shopId));
  if (!shop) return { code: 'SHOP_NOT_EXIST', words: '门店不存在' };
  if (outShopId !== '' && shop.outId !== outShopId) return { code: 'SHOP_MISMATCH', words: '门店与外部门店不一致' };
  return shop.brand === brand[0] ? { brand: brand[0], shop } : { code: 'SHOP_NOT_IN_BRAND', words: '门店不属于该品牌' };
};
