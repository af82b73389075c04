import { expect, test } from 'vitest';
import { isStableName } from './stable-name';

test.each([
  'detail-value',
  'OpportunityName',
  'opp_title',
  'account',
  '客户名称',
  'Record number',
  'col-6',
  'j-title',
  'crm:deal.title',
])('%s looks as if it stays', (name) => {
  expect(isStableName(name)).toBe(true);
});

test.each([
  'css-1q2w3e',
  'record_3fkq2a',
  'ember1234',
  'row-20191214888',
  'sc-bZQynM',
  'x',
  'a-b-c',
  'bcdfghj',
  'xkcdq',
  '',
  '1st',
  'a"]',
  'x'.repeat(80),
  'a\n',
])('%j does not', (name) => {
  expect(isStableName(name)).toBe(false);
});
