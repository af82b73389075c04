import type {
  ImAccountMember,
  ImAccountRecord,
  ImChangeRecord,
  ImSettingName,
  ImSettingsRecord,
  ImValue,
} from '@/lib/storage/im-records';
import { canonicalSettings } from './canonical-settings';

export const settingNames: readonly ImSettingName[] = ['assignRuleType', 'customerFirst', 'adminAutoDistribute'];
export const accountMembers: readonly ImAccountMember[] = [
  'nickName',
  'accountType',
  'accountEnable',
  'chargeAutoDistribute',
  'inChargeAreaCount',
];

/** What makes `after` of `before`: empty when, and only when, both say the same as far as both were told. */
export function findChanges(before: ImSettingsRecord, after: ImSettingsRecord): ImChangeRecord[] {
  const settings = settingNames.flatMap((name): ImChangeRecord[] =>
    changedValue(before[name], after[name]).map((value) => ({ kind: 'setting', name, ...value })),
  );
  // From a list that was not told nobody was missing.
  if (before.accountsTold === false || after.accountsTold === false) return settings;
  const earlier = byId(before);
  const later = byId(after);
  const removed = [...earlier.values()].filter(({ accountId }) => !later.has(accountId));
  const accounts = [...later.values()].flatMap((account): ImChangeRecord[] => {
    const known = earlier.get(account.accountId);
    return known ? accountChanges(known, account) : [{ kind: 'added', account }];
  });
  return [...settings, ...accounts, ...removed.map((account): ImChangeRecord => ({ kind: 'removed', account }))];
}

/** The version that the changes lead to. */
export function applyChanges(before: ImSettingsRecord, changes: readonly ImChangeRecord[]): ImSettingsRecord {
  const { accounts: _, ...settings } = before;
  const accounts = byId(before);
  for (const change of changes) {
    if (change.kind === 'setting') Object.assign(settings, { [change.name]: change.to });
    else if (change.kind === 'added') accounts.set(change.account.accountId, change.account);
    else if (change.kind === 'removed') accounts.delete(change.account.accountId);
    else {
      const { accountId, name, to } = change;
      accounts.set(accountId, { ...accounts.get(accountId), accountId, [name]: to });
    }
  }
  return canonicalSettings({ ...settings, accounts: [...accounts.values()] });
}

function accountChanges(before: ImAccountRecord, after: ImAccountRecord): ImChangeRecord[] {
  const { accountId, nickName } = after;
  return accountMembers.flatMap((name): ImChangeRecord[] =>
    changedValue(before[name], after[name]).map((value) => ({ kind: 'account', accountId, nickName, name, ...value })),
  );
}

/** None where one of the two was not told: that is no value. */
function changedValue(from: ImValue | undefined, to: ImValue | undefined): { from: ImValue; to: ImValue }[] {
  return from === undefined || to === undefined || from === to ? [] : [{ from, to }];
}

export function byId({ accounts }: ImSettingsRecord): Map<string, ImAccountRecord> {
  return new Map(accounts.map((account) => [account.accountId, account]));
}
