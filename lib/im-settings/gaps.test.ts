import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ImGapRecord, ImSettingsRecord } from '@/lib/storage/im-records';
import { canonicalSettings } from './canonical-settings';
import { fillGaps, findGaps } from './gaps';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const answer: fc.Arbitrary<ImSettingsRecord> = fc
  .record({
    customerFirst: maybe(fc.boolean()),
    accounts: fc.uniqueArray(
      fc.record({ accountId: fc.constantFrom('1', '2'), inChargeAreaCount: maybe(fc.nat({ max: 9 })) }),
      { selector: ({ accountId }) => accountId },
    ),
  })
  .map(canonicalSettings);

it('what is known is what was told last, of everybody since the answer that listed them first', () => {
  fc.assert(
    fc.property(fc.array(answer, { minLength: 1, maxLength: 8 }), (answers) => {
      let kept: { settings: ImSettingsRecord; gaps: readonly ImGapRecord[] } = { settings: { accounts: [] }, gaps: [] };
      for (const [at, settings] of answers.entries()) {
        const known = fillGaps(kept.settings, kept.gaps);
        kept = { settings, gaps: findGaps(known, settings, { earlier: kept.gaps, toldAt: at - 1 }) };
      }
      const { customerFirst, accounts } = fillGaps(kept.settings, kept.gaps);
      expect(customerFirst).toBe(answers.findLast((one) => one.customerFirst !== undefined)?.customerFirst);
      expect(accounts.map(({ accountId }) => accountId)).toEqual(
        answers.at(-1)?.accounts.map(({ accountId }) => accountId),
      );
      for (const { accountId, inChargeAreaCount } of accounts) {
        const listed = answers.map((one) => one.accounts.find((account) => account.accountId === accountId));
        const since = listed.slice(listed.lastIndexOf(undefined) + 1);
        const told = since.findLast((account) => account?.inChargeAreaCount !== undefined);
        expect(inChargeAreaCount).toBe(told?.inChargeAreaCount);
        const gap = kept.gaps.find((one) => one.accountId === accountId);
        if (gap) expect(answers[gap.toldAt]?.accounts).toContainEqual(told);
      }
    }),
    { numRuns: 500 },
  );
});
