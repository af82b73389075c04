import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { siteRuleSchema } from './site-rule';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

function examples(path: string): unknown[] {
  return [...read(path).matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json));
}

test.each(['docs/sites.md', 'docs/sites.zh-CN.md'])('every example in %s is a rule', (path) => {
  const rules = examples(path).map((value) => siteRuleSchema.parse(value));
  expect(rules.map(({ id }) => id)).toEqual(['cards-crm', 'styled-crm', 'desk-crm', 'framed-crm']);
});

test('both languages show the same rules', () => {
  const [one, other] = ['docs/sites.md', 'docs/sites.zh-CN.md'].map((path) =>
    examples(path).map((value) => ({ ...siteRuleSchema.parse(value), name: '' })),
  );
  expect(one).toEqual(other);
});

test('the documentation names every kind of source', () => {
  const kinds = ['path', 'hash', 'query', 'address', 'selection', 'selector', 'attribute', 'label', 'heading'];
  for (const path of ['docs/sites.md', 'docs/sites.zh-CN.md'])
    expect([...read(path).matchAll(/^\| `(\w+)` +\| [^|]*(?:id|texts|编号|文本)/gm)].map(([, kind]) => kind)).toEqual(
      expect.arrayContaining(kinds),
    );
});
