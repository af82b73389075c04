import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImAccountRecord, ImSettingsRecord } from '@/lib/storage/im-records';
import { canonicalSettings } from './canonical-settings';
import { applyChanges, findChanges } from './find-changes';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 6 });

const account: fc.Arbitrary<ImAccountRecord> = fc.record({
  // Few, so that the same account stands in both versions; one is beyond what a number holds.
  accountId: fc.constantFrom('9', '10', '12345', '9007199254740993', '9007199254740992'),
  accountType: maybe(fc.constantFrom('manager', 'sales')),
  nickName: maybe(fc.constantFrom('王五', '赵敏', '')),
  inChargeAreaCount: maybe(fc.nat({ max: 3 })),
  accountEnable: maybe(fc.boolean()),
  chargeAutoDistribute: maybe(fc.boolean()),
});

const settings: fc.Arbitrary<ImSettingsRecord> = fc
  .record({
    assignRuleType: maybe(fc.constantFrom('product', 'area')),
    customerFirst: maybe(fc.boolean()),
    adminAutoDistribute: maybe(fc.boolean()),
    accounts: fc.uniqueArray(account, { selector: ({ accountId }) => accountId, maxLength: 5 }),
  })
  .map(canonicalSettings);

describe('the difference of two versions', () => {
  it('is empty when, and only when, both say the same', () => {
    fc.assert(
      fc.property(settings, settings, (before, after) => {
        expect(findChanges(before, before)).toEqual([]);
        const isSame = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
        expect(findChanges(before, after).length === 0).toBe(isSame);
      }),
      { numRuns: 500 },
    );
  });

  it('leads from the one to the other', () => {
    fc.assert(
      fc.property(settings, settings, (before, after) => {
        expect(applyChanges(before, findChanges(before, after))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('of each of ten changes, one after the other, leads from the first to the last', () => {
    fc.assert(
      fc.property(settings, fc.array(settings, { minLength: 10, maxLength: 10 }), (first, later) => {
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

/** Members by name, so that two texts are the same where the records are. */
function sorted(version: ImSettingsRecord): unknown {
  const byName = (value: object) => Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    byName({ ...version, accounts: undefined }).filter(([, value]) => value !== undefined),
    version.accounts.map(byName),
  ];
}
