import { expect, expectTypeOf, test } from 'vitest';
import type { PageContext as ContractContext, TabContext } from '@/lib/messages/page-context';
import { builtInRules, genericRule } from './built-in-rules';
import type { PageContext } from './page-context';
import { siteRuleSchema } from './site-rule';
import type { TabReading } from './tab-reader';

test.each(builtInRules.map((rule) => [rule.id, rule] as const))('the built-in rule %s is a valid rule', (_, rule) => {
  expect(siteRuleSchema.parse(rule)).toEqual(rule);
});

test.each([
  ['an unknown key', { ...genericRule, script: 'alert(1)' }],
  ['an unknown source', { ...genericRule, opportunity: { id: [{ from: 'regex', pattern: '(a+)+$' }] } }],
  ['no source of the id', { ...genericRule, opportunity: { id: [] } }],
  ['a pattern that is none', { ...genericRule, match: ['javascript:*'] }],
  [
    'a selector that looks back',
    { ...genericRule, opportunity: { id: [{ from: 'selector', selector: '*:HAS (a)' }] } },
  ],
  [
    'a selector without end',
    { ...genericRule, opportunity: { id: [{ from: 'selector', selector: 'a'.repeat(301) }] } },
  ],
  ['a heading as id', { ...genericRule, opportunity: { id: [{ from: 'heading' }] } }],
  [
    'labels without end',
    { ...genericRule, opportunity: { id: [{ from: 'label', labels: Array(21).fill('商机ID') }] } },
  ],
])('a rule with %s is refused', (_, rule) => {
  expect(siteRuleSchema.safeParse(rule).success).toBe(false);
});

test('a rule’s name is shown as it is written', () => {
  expect(siteRuleSchema.parse({ ...genericRule, name: '销帮\u202e\u2066帮\0' }).name).toBe('销帮帮');
  expect(siteRuleSchema.safeParse({ ...genericRule, name: '\u202e' }).success).toBe(false);
});

test('a rule’s hosts are those that addresses have', () => {
  const match = ['https://CRM.Example.com/*', 'https://客户.中国/*'];
  expect(siteRuleSchema.parse({ ...genericRule, match }).match).toEqual([
    'https://crm.example.com/*',
    'https://xn--ubt06m.xn--fiqs8s/*',
  ]);
});

test.each([
  ['a comment before it', 'p:/**/has(~ [x])'],
  ['an escaped letter and a tab', 'a:h\\61\ts(a)'],
  ['an escaped backslash before it', '.a\\\\:has(b)'],
  ['a sibling far back', '[x] ~ p'],
  ['a sibling behind a string', '[x="~"]~p'],
  ['a sibling in a step that an open string hides', '[a=" >>> p ~ q, [b="x"]'],
  ['a sibling within :not()', ':not(a ~ b)'],
  ['a child among others', 'p:NTH-last-child(2n of .x)'],
  ['ancestors within ancestors', `${':is('.repeat(10)}q *${') *'.repeat(10)}`],
  ['an ancestor within :where()', 'a :where(b c, d)'],
  ['a parent within what is within', ':not(:is(a, b>c))'],
  ['a neighbour within :not()', ':not( a+b )'],
  ['an ancestor behind a bracket that closes', ':not(:is(a) b)'],
  ['an ancestor within a bracket that is left open', '[a="("] :is(b c'],
  ['an ancestor behind an attribute', ':-webkit-any([a=") ("] [b])'],
  ['an ancestor behind a number', ':is(:nth-child(2n + 1) a)'],
])('a rule with a selector with %s is refused: %j', (_, selector) => {
  const rule = { ...genericRule, opportunity: { id: [{ from: 'selector', selector }] } };
  expect(siteRuleSchema.safeParse(rule).success).toBe(false);
});

test.each([
  ['a[href*="/customers/"]'],
  ["[title='a ~ b:has(c)']"],
  ['[class~="x"] + p'],
  ['td:nth-child(2n + 1)'],
  ['.md\\:has\\(x\\)'],
  ['.hash, .often:not(.of)'],
  [':is( h1 , h2.title ) > a:not([href="a b"], :is(.x, :nth-child( 2n + 1 ))) b'],
  ['#\\31 23 > x-a >>> [data-field="id"]'],
])('the selector %j is taken', (selector) => {
  const rule = { ...genericRule, opportunity: { id: [{ from: 'selector', selector }] } };
  expect(siteRuleSchema.safeParse(rule).success).toBe(true);
});

test('the types of this layer are those of the message contract', () => {
  expectTypeOf<PageContext>().toEqualTypeOf<ContractContext>();
  expectTypeOf<TabReading>().toEqualTypeOf<TabContext>();
});
