import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImAccountRecord, ImSettingsRecord } from '@/lib/storage/im-records';
import { checkHealth, type HealthQuestion } from './check-health';

const member = (accountId: string, overrides: Partial<ImAccountRecord> = {}): ImAccountRecord => ({
  accountId,
  nickName: accountId,
  accountType: 'sales',
  inChargeAreaCount: 6,
  accountEnable: true,
  chargeAutoDistribute: true,
  ...overrides,
});

const orderly = (overrides: Partial<ImSettingsRecord> = {}): ImSettingsRecord => ({
  assignRuleType: 'area',
  customerFirst: true,
  adminAutoDistribute: true,
  accounts: [member('1'), member('2')],
  ...overrides,
});

function findings(settings: ImSettingsRecord): [HealthQuestion, string, string[]][] {
  return checkHealth(settings)
    .filter(({ state }) => state !== 'ok')
    .map(({ question, state, accountIds }) => [question, state, accountIds]);
}

describe('what a manager would mind', () => {
  it('is nothing where all is in order, and every question is answered', () => {
    expect(findings(orderly())).toEqual([]);
    expect(checkHealth(orderly())).toHaveLength(6);
  });

  it.each<[string, Partial<ImSettingsRecord>, [HealthQuestion, string, string[]][]]>([
    [
      'nobody in the rotation',
      { accounts: [member('1', { chargeAutoDistribute: false })] },
      [['nobody-in-rotation', 'bad', []]],
    ],
    [
      'accounts that were not told: nothing is said of them',
      { accounts: [], accountsTold: false },
      [
        ['nobody-in-rotation', 'unknown', []],
        ['disabled-in-rotation', 'unknown', []],
        ['disabled-with-areas', 'unknown', []],
        ['without-areas', 'unknown', []],
      ],
    ],
    ['no accounts at all', { accounts: [] }, [['nobody-in-rotation', 'bad', []]]],
    [
      'only a disabled one in the rotation',
      { accounts: [member('1', { accountEnable: false, inChargeAreaCount: 0 })] },
      [
        ['nobody-in-rotation', 'bad', []],
        ['disabled-in-rotation', 'bad', ['1']],
      ],
    ],
    [
      'a disabled one that holds areas',
      { accounts: [member('1'), member('2', { accountEnable: false, chargeAutoDistribute: false })] },
      [['disabled-with-areas', 'bad', ['2']]],
    ],
    [
      'the same while inquiries go by product: less of a matter',
      {
        assignRuleType: 'product',
        accounts: [member('1'), member('2', { accountEnable: false, chargeAutoDistribute: false })],
      },
      [['disabled-with-areas', 'warn', ['2']]],
    ],
    [
      'the area rule and somebody without areas',
      { accounts: [member('1'), member('2', { inChargeAreaCount: 0 })] },
      [['without-areas', 'warn', ['2']]],
    ],
    [
      'somebody without areas while inquiries go by product: nothing',
      { assignRuleType: 'product', accounts: [member('1'), member('2', { inChargeAreaCount: 0 })] },
      [],
    ],
    [
      'customer first off with several in charge',
      { customerFirst: false },
      [['customer-first-off', 'warn', ['1', '2']]],
    ],
    [
      'customer first off while inquiries go by product: nothing',
      { assignRuleType: 'product', customerFirst: false },
      [],
    ],
    ['customer first off with one in charge: nothing', { customerFirst: false, accounts: [member('1')] }, []],
    [
      'the rotation off: who is in it is no question then',
      { adminAutoDistribute: false, accounts: [member('1', { chargeAutoDistribute: false })] },
      [['rotation-off', 'warn', []]],
    ],
  ])('%s', (_what, overrides, expected) => {
    expect(findings(orderly(overrides))).toEqual(expected);
  });

  it('is unknown, and never in order, where the platform did not tell', () => {
    const untold = checkHealth({ assignRuleType: 'area', accounts: [{ accountId: '1' }] });
    expect(untold.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
  });

  it('is found whatever else is there, and says what is wrong first', () => {
    const weights = { bad: 3, warn: 2, unknown: 1, ok: 0 };
    const anyone = fc.record({
      accountId: fc.uuid(),
      accountEnable: fc.constantFrom(true, false, undefined),
      chargeAutoDistribute: fc.constantFrom(true, false, undefined),
      inChargeAreaCount: fc.constantFrom(0, 3, undefined),
    });
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 6 }), (others) => {
        const wrong = member('wrong', { accountEnable: false, inChargeAreaCount: 3 });
        const checks = checkHealth(orderly({ accounts: [...others, wrong] }));
        const disabled = checks.filter(({ question }) => question.startsWith('disabled'));
        expect(disabled.every(({ state, accountIds }) => state === 'bad' && accountIds.includes('wrong'))).toBe(true);
        const order = checks.map(({ state }) => weights[state]);
        expect(order).toEqual([...order].sort((one, other) => other - one));
      }),
    );
  });
});
