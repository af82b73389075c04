import type { ImMessages } from '@/assets/messages/zh-cn/im-settings';
import type { ImAccount, ImChange } from '@/lib/messages/im-contract';

type Named = Pick<ImAccount, 'nickName' | 'accountId'>;

/** What people call an account. */
export type Namer = (account: Named) => string;

/** Who among `accounts` is called like another one is told by the number as well. */
export function createNamer(words: ImMessages, accounts: readonly Named[]): Namer {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const { nickName = '', accountId } of accounts) {
    if (first.has(nickName) && first.get(nickName) !== accountId) shared.add(nickName);
    first.set(nickName, accountId);
  }
  return ({ nickName, accountId }) => {
    if (!nickName) return words.nameless(accountId);
    return shared.has(nickName) ? words.namesake(nickName, accountId) : nickName;
  };
}

/** Those whom changes name: one who has left, or was called otherwise, may be called like somebody who is there. */
export function accountsIn(changes: readonly ImChange[]): Named[] {
  return changes.flatMap((change): Named[] => {
    if (change.kind === 'setting') return [];
    if (change.kind !== 'account') return [change.account];
    return change.name === 'nickName' ? [change, { ...change, nickName: String(change.from) }] : [change];
  });
}
