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

test('the types of this layer are those of the message contract', () => {
  expectTypeOf<PageContext>().toEqualTypeOf<ContractContext>();
  expectTypeOf<TabReading>().toEqualTypeOf<TabContext>();
});
