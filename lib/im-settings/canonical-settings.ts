import type { ImSettings } from '@/lib/operations/read-im-settings';
import type { ImSettingsRecord } from '@/lib/storage/im-records';

/** Settings as they are stored and compared: accounts by id, since the platform's order means nothing. */
export function canonicalSettings({ accounts, ...settings }: ImSettings | ImSettingsRecord): ImSettingsRecord {
  if (!accounts) return { ...told({ ...settings }), accounts: [], accountsTold: false };
  const known = accounts.map((account) => told({ ...account }));
  return { ...told({ ...settings }), accounts: known.sort((one, other) => compareIds(one.accountId, other.accountId)) };
}

/** Ids are whole numbers of any length: the shorter is the smaller. */
export function compareIds(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : Number(one > other);
}

function told<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
