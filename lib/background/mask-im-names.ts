import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { ImChange, ImView } from '@/lib/messages/im-contract';

type Settings = ImView['settings'];
type Account = Settings['accounts'][number];

/** People call their accounts by phone number or address at times; who it is can be told without the whole of it. */
export function maskNames(settings: Settings): Settings {
  return { ...settings, accounts: settings.accounts.map(maskAccount) };
}

/** Ids are not names: eleven digits there are a number like any other. */
export function maskChangedNames(change: ImChange): ImChange {
  switch (change.kind) {
    case 'setting':
      return change;
    case 'added':
    case 'removed':
      return { ...change, account: maskAccount(change.account) };
    case 'account': {
      const named = maskAccount(change);
      return change.name === 'nickName' ? { ...named, from: maskValue(change.from), to: maskValue(change.to) } : named;
    }
  }
}

function maskAccount<Named extends Pick<Account, 'nickName'>>(account: Named): Named {
  return account.nickName === undefined ? account : { ...account, nickName: maskWhereFound(account.nickName) };
}

function maskValue<Value>(value: Value): Value | string {
  return typeof value === 'string' ? maskWhereFound(value) : value;
}
