import type { ImAccount } from '@/lib/messages/im-contract';

export const accountSorts = ['name', 'areas', 'rotation', 'id'] as const;
export type AccountSort = (typeof accountSorts)[number];

/** Those in whose name, number or type every word of the search stands, in the order that was asked for. */
export function arrangeAccounts(
  accounts: readonly ImAccount[],
  { search, sort, locale }: { search: string; sort: AccountSort; locale: string },
): ImAccount[] {
  const wanted = search.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  const found = accounts.filter(({ accountId, nickName = '', accountType = '' }) => {
    const text = `${nickName} ${accountId} ${accountType}`.toLocaleLowerCase(locale);
    return wanted.every((word) => text.includes(word));
  });
  const collator = new Intl.Collator(locale, { numeric: true });
  const byName = (one: ImAccount, other: ImAccount) =>
    collator.compare(one.nickName ?? '', other.nickName ?? '') || byId(one, other);
  const orders: Record<AccountSort, (one: ImAccount, other: ImAccount) => number> = {
    name: byName,
    id: byId,
    areas: (one, other) => (other.inChargeAreaCount ?? -1) - (one.inChargeAreaCount ?? -1) || byName(one, other),
    rotation: (one, other) => rank(other) - rank(one) || byName(one, other),
  };
  return found.sort(orders[sort]);
}

/** Whole numbers beyond what a number holds: the shorter is the smaller. */
function byId({ accountId: one }: ImAccount, { accountId: other }: ImAccount): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : Number(one > other);
}

function rank({ accountEnable, chargeAutoDistribute }: ImAccount): number {
  return Number(chargeAutoDistribute === true) * 2 + Number(accountEnable !== false);
}
