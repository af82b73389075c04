import { expect, it } from 'vitest';
import { submitOutreach } from '@/lib/operations/submit-outreach';
import { maskOutcome, maskValues } from './mask-row';

const values = { phone_number: '13800001465', email: 'wang.wu@example.com', user_name: '王五', biz_id: 'B-1' };

it('a row is shown with its phone and email masked, the rest as it is', () => {
  expect(maskValues(submitOutreach.fields, values)).toEqual({
    phone_number: '138****1465',
    email: 'w***@example.com',
    user_name: '王五',
    biz_id: 'B-1',
  });
});

it('what the platform repeats in its words is masked as well', () => {
  const outcome = { at: 1, platform: { code: '15', message: '号码 13800001465 已退订（wang.wu@example.com）' } };
  expect(maskOutcome(submitOutreach.fields, values, outcome)).toEqual({
    at: 1,
    platform: { code: '15', message: '号码 138****1465 已退订（w***@example.com）' },
  });
});

it('what says nothing personal stays as it was written', () => {
  const outcome = { at: 1, platform: { message: '商机 ２０１ 已释放（终态），请勿重复' } };
  expect(maskOutcome(submitOutreach.fields, values, outcome)).toEqual(outcome);
});
