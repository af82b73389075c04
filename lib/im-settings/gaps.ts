import type { ImAccountRecord, ImChangeRecord, ImGapRecord, ImSettingsRecord } from '@/lib/storage/im-records';
import { canonicalSettings } from './canonical-settings';
import { accountMembers, byId, settingNames } from './find-changes';

/** Settings, with what they leave out as it was told last. */
export function fillGaps(settings: ImSettingsRecord, gaps: readonly ImGapRecord[] = []): ImSettingsRecord {
  const missing = (whose?: string) =>
    Object.fromEntries(gaps.filter(({ accountId }) => accountId === whose).map(({ name, value }) => [name, value]));
  const accounts = settings.accounts.map((account): ImAccountRecord => ({ ...missing(account.accountId), ...account }));
  return canonicalSettings({ ...missing(), ...settings, accounts });
}

/** What `known` has and `told` leaves out, of all who are still there. `toldAt`: when all but `earlier` was told. */
export function findGaps(
  known: ImSettingsRecord,
  told: ImSettingsRecord,
  { earlier = [], toldAt }: { earlier?: readonly ImGapRecord[] | undefined; toldAt: number },
): ImGapRecord[] {
  const before = byId(known);
  const accounts = told.accounts.flatMap((account) =>
    accountMembers.flatMap((name) => gapOf(before.get(account.accountId)?.[name], account[name], name, account)),
  );
  const gaps = [...settingNames.flatMap((name) => gapOf(known[name], told[name], name)), ...accounts];
  return gaps.map((gap) => ({ ...gap, toldAt: findGap(earlier, gap)?.toldAt ?? toldAt }));
}

/** A change of what was a gap was told before the last answer. */
export function withStillAt(change: ImChangeRecord, gaps: readonly ImGapRecord[] = []): ImChangeRecord {
  if (change.kind !== 'setting' && change.kind !== 'account') return change;
  const gap = findGap(gaps, change);
  return gap ? { ...change, stillAt: gap.toldAt } : change;
}

type Place = Pick<ImGapRecord, 'accountId' | 'name'>;

function findGap(gaps: readonly ImGapRecord[], { accountId, name }: Place): ImGapRecord | undefined {
  return gaps.find((gap) => gap.accountId === accountId && gap.name === name);
}

function gapOf(
  known: ImGapRecord['value'] | undefined,
  told: unknown,
  name: ImGapRecord['name'],
  { accountId }: { accountId?: string } = {},
): Omit<ImGapRecord, 'toldAt'>[] {
  return known === undefined || told !== undefined ? [] : [{ accountId, name, value: known }];
}
