export type CardState = 'new' | 'sold' | 'frozen';

/** `shop`: the only shop that may sell it. */
export type Card = { id: string; brand: string; shop?: string; state: CardState };

export type Shop = { id: string; outId: string; brand: string };

/** `SUCCESS`, or the words that say why not. */
export type CardOutcome = { id: string; text: string };

export type CardData = {
  /** Brand id → the partner's own id for it. */
  brands: ReadonlyMap<string, string>;
  shops: readonly Shop[];
  /** Those that are not as their number says, and those that were sold. */
  cards: Map<string, Card>;
  /** request_id of a processed sale → what was asked and what became of it. */
  sales: Map<string, { asked: string; outcomes: CardOutcome[] }>;
};

const mainBrand = '3396912';
const otherBrand = '3396913';

const shops: readonly Shop[] = [
  { id: '4564334', outId: '35663464', brand: mainBrand },
  { id: '4564335', outId: '35663465', brand: mainBrand },
  { id: '4564336', outId: '35663466', brand: otherBrand },
];

const ofMainBrand = (id: string, overrides: Partial<Card> = {}): Card => ({
  id,
  brand: mainBrand,
  state: 'new',
  ...overrides,
});

const cards: readonly Card[] = [
  ofMainBrand('111'),
  ofMainBrand('222'),
  ofMainBrand('333'),
  ofMainBrand('9007199254740993'),
  ofMainBrand('6600000100', { state: 'sold' }),
  ofMainBrand('6600000200', { state: 'frozen' }),
  ofMainBrand('6600000300', { shop: '4564335' }),
];

export const createCardData = (): CardData => ({
  brands: new Map([
    [mainBrand, '33959'],
    [otherBrand, '33960'],
  ]),
  shops,
  cards: new Map(cards.map((card) => [card.id, { ...card }])),
  sales: new Map(),
});

/** Any ten digits that begin with 66 are a new card of the main brand, those with 77 of the other. */
export const findCard = ({ cards: known }: CardData, id: string): Card | undefined => {
  const stored = known.get(id);
  if (stored) return stored;
  if (/^66\d{8}$/.test(id)) return ofMainBrand(id);
  return /^77\d{8}$/.test(id) ? ofMainBrand(id, { brand: otherBrand }) : undefined;
};
