import { expect, it } from 'vitest';
import { personOf } from './person-of';

it('a row of our own id is named by whom it reaches, any other by its id', () => {
  const values = { phone_number: '138****0001', user_name: '张三', biz_id: '01-2', memo: 'x' };
  expect(personOf('submit-outreach', values)).toBe('张三 · 138****0001');
  expect(personOf('submit-outreach', { biz_id: '01-2' })).toBe('');
  expect(personOf('release-opportunity', { opportunity_id: '1' })).toBe('');
});
