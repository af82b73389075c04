import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImAccountRecord, ImSettingsRecord } from '@/lib/storage/im-records';
import { canonicalSettings } from './canonical-settings';
import { applyChanges, findChanges } from './find-changes';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 6 });
const always = <T>(value: fc.Arbitrary<T>) => value;

/** `told`: whether every member is told, or any may be left out. */
function settingsOf(told: <T>(value: fc.Arbitrary<T>) => fc.Arbitrary<T | undefined>): fc.Arbitrary<ImSettingsRecord> {
  const account: fc.Arbitrary<ImAccountRecord> = fc.record({
    // Few, so that the same account stands in both versions; one is beyond what a number holds.
    accountId: fc.constantFrom('9', '10', '12345', '9007199254740993', '9007199254740992'),
    accountType: told(fc.constantFrom('manager', 'sales')),
    nickName: told(fc.constantFrom('王五', '赵敏')),
    inChargeAreaCount: told(fc.nat({ max: 3 })),
    accountEnable: told(fc.boolean()),
    chargeAutoDistribute: told(fc.boolean()),
  });
  return fc
    .record({
      assignRuleType: told(fc.constantFrom('product', 'area')),
      customerFirst: told(fc.boolean()),
      adminAutoDistribute: told(fc.boolean()),
      accounts: fc.uniqueArray(account, { selector: ({ accountId }) => accountId, maxLength: 5 }),
    })
    .map(canonicalSettings);
}

const whole = settingsOf(always);
const settings = settingsOf(maybe);

describe('the difference of two versions', () => {
  it('is empty when, and only when, both say the same as far as both were told', () => {
    fc.assert(
      fc.property(settings, settings, (before, after) => {
        expect(findChanges(before, before)).toEqual([]);
        const isSame = JSON.stringify(asFarAs(before, after)) === JSON.stringify(asFarAs(after, before));
        expect(findChanges(before, after).length === 0).toBe(isSame);
      }),
      { numRuns: 500 },
    );
  });

  it('leads from the one to the other', () => {
    fc.assert(
      fc.property(whole, whole, (before, after) => {
        expect(applyChanges(before, findChanges(before, after))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('leads as far as both were told, and changes nothing that was not', () => {
    fc.assert(
      fc.property(settings, settings, (before, after) => {
        const changes = findChanges(before, after);
        expect(findChanges(applyChanges(before, changes), after)).toEqual([]);
        for (const change of changes) if ('from' in change) expect([change.from, change.to]).not.toContain(undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('of each of ten changes, one after the other, leads from the first to the last', () => {
    fc.assert(
      fc.property(whole, fc.array(whole, { minLength: 10, maxLength: 10 }), (first, later) => {
        const versions = [first, ...later];
        const steps = later.map((version, index) => findChanges(versions[index] ?? first, version));
        expect(steps.reduce(applyChanges, first)).toEqual(later.at(-1));
      }),
    );
  });

  it('does not mind the order in which the platform lists accounts', () => {
    fc.assert(
      fc.property(settings, (version) => {
        const reversed = canonicalSettings({ ...version, accounts: [...version.accounts].reverse() });
        expect(findChanges(version, reversed)).toEqual([]);
      }),
    );
  });

  it('names who joined, who left, who is new and what else is otherwise', () => {
    const before = canonicalSettings({
      assignRuleType: 'area',
      customerFirst: true,
      adminAutoDistribute: true,
      accounts: [
        { accountId: '9007199254740993', nickName: '王五', chargeAutoDistribute: true, inChargeAreaCount: 14 },
        { accountId: '2', nickName: '赵敏', accountEnable: true },
      ],
    });
    const after = canonicalSettings({
      ...before,
      customerFirst: false,
      accounts: [
        { accountId: '9007199254740993', nickName: '王武', chargeAutoDistribute: false, inChargeAreaCount: 12 },
        { accountId: '3', nickName: '孙晓东' },
      ],
    });
    const wang = { kind: 'account', accountId: '9007199254740993', nickName: '王武' };
    expect(findChanges(before, after)).toEqual([
      { kind: 'setting', name: 'customerFirst', from: true, to: false },
      { kind: 'added', account: { accountId: '3', nickName: '孙晓东' } },
      { ...wang, name: 'nickName', from: '王五', to: '王武' },
      { ...wang, name: 'chargeAutoDistribute', from: true, to: false },
      { ...wang, name: 'inChargeAreaCount', from: 14, to: 12 },
      { kind: 'removed', account: { accountId: '2', nickName: '赵敏', accountEnable: true } },
    ]);
  });
});

/** What `version` tells, without what `other` does not tell of the same; by name, so that two texts can be compared. */
function asFarAs(other: ImSettingsRecord, version: ImSettingsRecord): unknown {
  const common = (one: object, another: object = one) =>
    Object.entries(one)
      .filter(([name]) => name !== 'accounts' && name in another)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const others = new Map(other.accounts.map((account) => [account.accountId, account]));
  return [common(version, other), version.accounts.map((account) => common(account, others.get(account.accountId)))];
}
