import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdviceFacts, AdviceSettings, EarlierJob } from './advice';
import { findAdvice, unfollowedDays } from './find-advice';

/** 2026-11-22 00:30 in China, when it is still the 21st in Europe. */
const now = Date.UTC(2026, 10, 21, 16, 30);
const dayMs = 86_400_000;
const settings: AdviceSettings = {
  adviceUnfollowedDays: 30,
  adviceSignDateDays: 1,
  adviceApproval: true,
  adviceSameCustomer: true,
  adviceEarlierJobDays: 90,
};
const off: AdviceSettings = {
  adviceUnfollowedDays: 0,
  adviceSignDateDays: 0,
  adviceApproval: false,
  adviceSameCustomer: false,
  adviceEarlierJobDays: 0,
};

const job = (change: Partial<EarlierJob> = {}): EarlierJob => ({
  jobId: 'job-1',
  operation: 'release-opportunity',
  state: 'succeeded',
  at: now - dayMs,
  ...change,
});
const rulesOf = (facts: Partial<AdviceFacts>, change: Partial<AdviceSettings> = {}) =>
  findAdvice({ history: [], ...facts }, { ...settings, ...change }, now).map(({ rule }) => rule);
const unfollowed = (text: string, readAt = now) => ({ unfollowed: { text, readAt } });

it('nothing is advised of what is not known', () => {
  expect(rulesOf({})).toEqual([]);
});

describe('not followed up', () => {
  it.each([
    ['29天未跟进', 30, []],
    ['30天未跟进', 30, ['unfollowed']],
    ['930天未跟进', 30, ['unfollowed']],
    ['31 days without follow-up', 30, ['unfollowed']],
    ['从未跟进', 30, []],
    ['', 30, []],
    ['930天未跟进', 0, []],
  ])('%j with a limit of %d is %j', (text, adviceUnfollowedDays, expected) => {
    expect(rulesOf(unfollowed(text), { adviceUnfollowedDays })).toEqual(expected);
  });

  it('grows older with what was read, and begins anew with a follow-up written from here', () => {
    const old = unfollowed('28天未跟进', now - 2 * dayMs);
    expect(unfollowedDays({ history: [], ...old }, now)).toBe(30);
    const written = job({ operation: 'write-follow-up', at: now - 3 * dayMs });
    expect(unfollowedDays({ history: [written], ...old }, now)).toBe(3);
    expect(unfollowedDays({ history: [{ ...written, state: 'failed' }], ...old }, now)).toBe(30);
  });

  it('is no matter of a sale that is over', () => {
    for (const stageLabel of ['赢单', '输单', 'Closed won'])
      expect(rulesOf({ ...unfollowed('93天未跟进'), stageLabel, signDate: '2026-01-01' })).toEqual([]);
  });
});

it('a sale that is not won yet, nor lost, is open, whatever its stage is called', () => {
  for (const stageLabel of ['未成交', '待成交', '即将成交', '预计成交', '尚未输单', '待赢单', 'Not closed'])
    expect(rulesOf({ ...unfollowed('93天未跟进'), stageLabel })).toEqual(['unfollowed']);
  for (const stageLabel of ['已成交', '成交客户', '赢单(100%)', '丢单', 'Lost', '无效'])
    expect(rulesOf({ ...unfollowed('93天未跟进'), stageLabel })).toEqual([]);
});

describe('the expected sign date', () => {
  it.each([
    ['2026-11-22', 1, []],
    ['2026-11-21', 1, ['sign-date']],
    ['2026-11-16', 7, []],
    ['2026-11-15', 7, ['sign-date']],
    ['2026-02-30', 1, []],
    ['', 1, []],
    ['2020-01-01', 0, []],
  ])('%j with %d days is %j, by the day that it is in China', (signDate, adviceSignDateDays, expected) => {
    expect(rulesOf({ signDate }, { adviceSignDateDays })).toEqual(expected);
  });
});

it('an approval under way is told, one that ended is not; while it lasts nobody is sent to change the date', () => {
  const passed = { signDate: '2020-01-01', approval: { label: '审批中', isPending: true } };
  expect(rulesOf({ ...passed, ...unfollowed('93天未跟进') })).toEqual(['approval', 'unfollowed']);
  expect(rulesOf({ approval: { label: '审批中', isPending: true } })).toEqual(['approval']);
  expect(rulesOf({ approval: { label: '已通过', isPending: false } })).toEqual([]);
});

it('only open opportunities of the customer count', () => {
  const others = [
    { id: '9007199254740993', title: '甲', stageLabel: '谈判/合同' },
    { id: '2', title: '乙', stageLabel: '赢单' },
  ];
  expect(findAdvice({ history: [], others }, settings, now)).toEqual([{ rule: 'same-customer', others: [others[0]] }]);
  expect(rulesOf({ others: others.slice(1) })).toEqual([]);
});

describe('an earlier job here', () => {
  it.each([
    [job(), true],
    [job({ operation: 'update-opportunity' }), true],
    [job({ state: 'unknown' }), true],
    [job({ state: 'failed' }), true],
    [job({ state: 'cancelled' }), false],
    [job({ state: 'waiting' }), false],
    [job({ operation: 'submit-outreach' }), false],
    [job({ at: now - 89 * dayMs }), true],
    [job({ at: now - 90 * dayMs }), false],
  ])('%j is told: %s', (earlier, isTold) => {
    expect(rulesOf({ history: [earlier] })).toEqual(isTold ? ['earlier-job'] : []);
  });

  it('is the newest that counts', () => {
    const called = job({ jobId: 'called-off', state: 'cancelled' });
    expect(findAdvice({ history: [called, job({ jobId: 'done' }), job()] }, settings, now)).toMatchObject([
      { job: { jobId: 'done' } },
    ]);
  });
});

it('a rule that is switched off says nothing, whatever is known; the others go on', () => {
  const states = ['waiting', 'sending', 'succeeded', 'failed', 'unknown', 'cancelled', 'skipped'] as const;
  const facts: fc.Arbitrary<AdviceFacts> = fc.record({
    unfollowed: fc.option(fc.record({ text: fc.string(), readAt: fc.integer({ min: 0, max: now }) }), {
      nil: undefined,
    }),
    signDate: fc.option(fc.oneof(fc.string(), fc.constant('2026-11-01')), { nil: undefined }),
    stageLabel: fc.option(fc.string(), { nil: undefined }),
    approval: fc.option(fc.record({ label: fc.string(), isPending: fc.boolean() }), { nil: undefined }),
    others: fc.option(fc.array(fc.record({ id: fc.string(), title: fc.string(), stageLabel: fc.string() })), {
      nil: undefined,
    }),
    history: fc.array(
      fc.record({
        jobId: fc.string(),
        operation: fc.constantFrom('release-opportunity', 'update-opportunity', 'write-follow-up', 'sell-cards'),
        state: fc.constantFrom(...states),
        at: fc.integer({ min: 0, max: now }),
      }),
    ),
  });
  fc.assert(
    fc.property(facts, (known) => {
      expect(findAdvice(known, off, now)).toEqual([]);
      const all = findAdvice(known, settings, now);
      const without = findAdvice(known, { ...settings, adviceUnfollowedDays: 0 }, now);
      expect(without).toEqual(all.filter(({ rule }) => rule !== 'unfollowed'));
    }),
  );
});
