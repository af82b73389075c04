import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extraFields, listShapes, wrongType } from '@/test/fixtures/documents/untidy-answers';
import { readImSettings } from './read-im-settings';

describe('IM settings', () => {
  const account = fc.record({
    account_id: fc.stringMatching(/^[1-9]\d{0,18}$/),
    nick_name: fc.string({ minLength: 1, maxLength: 8 }),
    account_enable: fc.boolean(),
    charge_auto_distribute: fc.boolean(),
    in_charge_area_count: fc.nat(200),
  });
  const accounts = fc.uniqueArray(account, { selector: ({ account_id }) => account_id, maxLength: 8 });
  const answerWith = (list: unknown) => ({
    result: { success: true, data: { assign_rule_type: 'area', sub_account_info_list: list } },
  });

  it('every account of any list shape is read as it is', () => {
    fc.assert(
      fc.property(accounts, extraFields, fc.constantFrom(...listShapes), (list, extras, wrap) => {
        const read = readImSettings(answerWith(wrap(list.map((one) => ({ ...extras, ...one }))))).accounts;
        expect(read).toEqual(
          list.map((one) => ({
            accountId: one.account_id,
            nickName: one.nick_name,
            accountEnable: one.account_enable,
            chargeAutoDistribute: one.charge_auto_distribute,
            inChargeAreaCount: one.in_charge_area_count,
          })),
        );
      }),
    );
  });

  it('a list that is dropped is never an empty one', () => {
    const dropped = fc.constantFrom<object>({}, { sub_account_info_list: null });
    fc.assert(
      fc.property(dropped, extraFields, fc.boolean(), (list, extras, customer_first) => {
        const read = readImSettings({
          ...extras,
          result: { ...extras, success: true, data: { customer_first, ...list } },
        });
        expect([read.accounts, read.customerFirst]).toEqual([undefined, customer_first]);
      }),
    );
  });

  it('one account that cannot be read makes all unreadable, so that nobody seems to have left', () => {
    const spoilt = fc.tuple(accounts, wrongType, fc.nat(8));
    fc.assert(
      fc.property(spoilt, ([list, value, at]) => {
        const members: unknown[] = [...list.slice(0, at), value, ...list.slice(at)];
        expect(() => readImSettings(answerWith({ string: members }))).toThrow(
          expect.objectContaining({ code: 'unreadable-answer' }),
        );
      }),
    );
  });
});
