import { expect, it } from 'vitest';
import { maskChangedNames, maskNames } from './mask-im-names';

const account = { accountId: '13912345678', nickName: '王五 13912345678', inChargeAreaCount: 3 };

it('a name that is a phone number or an address is shown masked; ids and everything else stay', () => {
  const settings = {
    assignRuleType: 'area',
    accounts: [account, { accountId: '2', nickName: 'lily.chen@example.com' }],
  };
  expect(maskNames(settings)).toEqual({
    assignRuleType: 'area',
    accounts: [
      { accountId: '13912345678', nickName: '王五 139****5678', inChargeAreaCount: 3 },
      { accountId: '2', nickName: 'l***@example.com' },
    ],
  });
  const plain = { accounts: [{ accountId: '3', nickName: '张经理（华北）' }, { accountId: '4' }] };
  expect(maskNames(plain)).toEqual(plain);
});

it('a change is told of masked names as well', () => {
  const masked = { ...account, nickName: '王五 139****5678' };
  expect(maskChangedNames({ kind: 'added', account })).toEqual({ kind: 'added', account: masked });
  expect(maskChangedNames({ kind: 'removed', account })).toEqual({ kind: 'removed', account: masked });
  const about = { kind: 'account', accountId: '1', nickName: '13912345678' } as const;
  expect(maskChangedNames({ ...about, name: 'nickName', from: '王五', to: '13912345678' })).toEqual({
    ...{ ...about, nickName: '139****5678', name: 'nickName', from: '王五', to: '139****5678' },
  });
  expect(maskChangedNames({ ...about, name: 'inChargeAreaCount', from: 1, to: 2 })).toMatchObject({
    ...{ nickName: '139****5678', from: 1, to: 2 },
  });
  const setting = { kind: 'setting', name: 'customerFirst', from: true, to: false } as const;
  expect(maskChangedNames(setting)).toEqual(setting);
});
