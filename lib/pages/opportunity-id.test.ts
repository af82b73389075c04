import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInRules, opportunityUrlPatterns } from './built-in-rules';
import { matchesPattern } from './match-pattern';
import { findOpportunityId, opportunityIdFromUrl } from './opportunity-id';

test.each([
  ['20191214888', '20191214888'],
  ['  20191214888\n', '20191214888'],
  ['商机 20191214888', '20191214888'],
  ['商机ID:20191214888 阶段 3 金额 5000', '20191214888'],
  ['商机编号 #20191214888,跟进 12 天', '20191214888'],
  ['商机20191214888', '20191214888'],
  ['Opportunity ID: 00012', '00012'],
  ['opportunity no. 7 of 9', '7'],
  ['(20191214888)', '20191214888'],
  ['２０１９１２１４８８８', '20191214888'],
  ['20\u2009191\u2009214\u2009888', '20191214888'],
  ['9007199254740993', '9007199254740993'],
  ['2026-11-22 20191214888', '20191214888'],
  ['20191214888 20191214888', '20191214888'],
  ['\u202e20191214888\u202c', '20191214888'],
])('%j holds the id %s', (text, id) => {
  expect(findOpportunityId(text)).toBe(id);
});

test.each([
  ['two ids', '20191214888 20191214889'],
  ['two named ids', '商机 1 商机 2'],
  ['no digits', '老王火锅'],
  ['nothing', ''],
  ['an amount', '¥5000'],
  ['a decimal number', '12.5'],
  ['the same number on both sides of a point', '5.5'],
  ['a thousand', '5,000'],
  ['a date', '2026-11-22'],
  ['a time', '17:24'],
  ['a share', '80%'],
  ['a count with its word', '跟进3天'],
  ['a count of opportunities', '商机 3个'],
  ['an id of another kind', 'A20191214888'],
  ['an id with a letter after', '20191214888x'],
  ['33 digits', '1'.repeat(33)],
  ['a page of text', `${'字'.repeat(600)} 20191214888`],
])('nothing is taken from %s', (_, text) => {
  expect(findOpportunityId(text)).toBeUndefined();
});

test('whatever is selected, what comes out is an id that stands there', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('1', '9', '０', ' ', ':', '商机', 'id', '.', '-', '\u2009', 'a') }),
      (text) => {
        const id = findOpportunityId(text);
        if (id === undefined) return;
        expect(id).toMatch(/^\d{1,32}$/);
        expect(text.replace(/[^\d０]/g, '').replaceAll('０', '0')).toContain(id);
      },
    ),
  );
});

test.each([
  ['https://crm.example.com/crm/opportunities/20191214888', '20191214888'],
  ['https://crm.example.com/opportunity/9007199254740993/edit?tab=1', '9007199254740993'],
  ['https://crm.example.com/Opportunity/detail/12', '12'],
  ['https://crm.example.com/customers/5/opportunities/7', '7'],
  ['https://lxcrm.weiwenjia.com/opportunities/12?tab=tab_base', '12'],
  ['https://e.ikcrm.com/#/opportunities/12', '12'],
  ['https://e.ikcrm.com/app#!/opportunities/12?tab=2', '12'],
  ['https://crm.example.com/#/crm/opportunity/12', '12'],
  ['https://crm.example.com/detail?opportunityId=12', '12'],
  ['https://crm.example.com/detail?OPPORTUNITY_ID=12&id=5', '12'],
  ['https://crm.example.com/#/detail?opportunity_id=12', '12'],
  ['https://crm.example.com/opportunity/detail?id=12', '12'],
  ['https://crm.example.com/#/opportunity/detail?id=12', '12'],
])('the address %s is about %s', (url, id) => {
  expect(opportunityIdFromUrl(url, builtInRules)).toBe(id);
});

test.each([
  'https://crm.example.com/opportunities',
  'https://crm.example.com/opportunities?scope=all_own&page=3',
  'https://crm.example.com/opportunities/new',
  'https://crm.example.com/opportunities/12a',
  'https://crm.example.com/opportunities/1%2F2',
  `https://crm.example.com/opportunities/${'1'.repeat(33)}`,
  'https://crm.example.com/customers/12',
  'https://crm.example.com/detail?id=12',
  'https://crm.example.com/detail?opportunityId=12&opportunity_id=13',
  'chrome://opportunities/12',
  'javascript:/opportunities/12',
  'no address',
  '',
])('the address %j is about none', (url) => {
  expect(opportunityIdFromUrl(url, builtInRules)).toBeUndefined();
});

test.each([
  ['https://crm.example.com/opportunities/1', true],
  ['https://crm.example.com/Opportunity/1', true],
  ['https://crm.example.com/detail?opportunity_id=1', true],
  ['https://crm.example.com/detail?oppId=1', true],
  ['https://e.ikcrm.com/#/opportunities/1', true],
  ['https://crm.example.com/customers/1', false],
])('the context menu is offered at %s: %s', (url, isOffered) => {
  expect(opportunityUrlPatterns.some((pattern) => matchesPattern(pattern, new URL(url)))).toBe(isOffered);
});
