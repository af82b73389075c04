import type { ImAccountRecord, ImChangeRecord, ImGapRecord, ImSettingsRecord } from '@/lib/storage/im-records';
import { canonicalSettings } from './canonical-settings';
import { accountMembers, byId, settingNames } from './find-changes';

type Place = Pick<ImGapRecord, 'accountId' | 'name'>;

/** Settings, with what they leave out as it was told last. */
export function fillGaps(settings: ImSettingsRecord, gaps: readonly ImGapRecord[] = []): ImSettingsRecord {
  if (gaps.length === 0) return settings;
  const known = byPlace(gaps);
  const missing = (names: readonly Place['name'][], accountId?: string) =>
    Object.fromEntries(names.map((name) => [name, known.get(keyOf({ accountId, name }))?.value]));
  const accounts = settings.accounts.map(
    (account): ImAccountRecord => ({ ...missing(accountMembers, account.accountId), ...account }),
  );
  return canonicalSettings({ ...missing(settingNames), ...settings, accounts });
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
  const earlierGaps = byPlace(earlier);
  const gaps = [...settingNames.flatMap((name) => gapOf(known[name], told[name], name)), ...accounts];
  return gaps.map((gap) => ({ ...gap, toldAt: earlierGaps.get(keyOf(gap))?.toldAt ?? toldAt }));
}

/** Changes of what was a gap tell when it was told last. */
export function withStillAt(changes: readonly ImChangeRecord[], gaps: readonly ImGapRecord[] = []): ImChangeRecord[] {
  const earlier = byPlace(gaps);
  return changes.map((change) => {
    const gap = 'name' in change ? earlier.get(keyOf(change)) : undefined;
    return gap ? { ...change, stillAt: gap.toldAt } : change;
  });
}

function byPlace(gaps: readonly ImGapRecord[]): Map<string, ImGapRecord> {
  return new Map(gaps.map((gap) => [keyOf(gap), gap]));
}

function keyOf(place: Place): string {
  return `${place.accountId ?? ''} ${place.name}`;
}

function gapOf(
  known: ImGapRecord['value'] | undefined,
  told: unknown,
  name: ImGapRecord['name'],
  { accountId }: { accountId?: string } = {},
): Omit<ImGapRecord, 'toldAt'>[] {
  return known === undefined || told !== undefined ? [] : [{ accountId, name, value: known }];
}
