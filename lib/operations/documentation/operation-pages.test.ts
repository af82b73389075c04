import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placedFields } from '@/lib/operations/field-places';
import { declarations } from '@/lib/operations/registry';
import { operationWords as en } from '@/lib/operations/words/en/operations';
import { operationWords as zhCn } from '@/lib/operations/words/zh-cn/operations';
import { operationPages } from './operation-pages';

const folder = new URL('../../../docs/operations/', import.meta.url);
const pages = operationPages();

it('docs/operations holds these pages and no others (else run: node test/commands/write-operation-docs.ts)', () => {
  expect(readdirSync(folder).sort()).toEqual(pages.map(({ name }) => name).sort());
});

it.each(pages)('docs/operations/$name says what is declared', ({ name, text }) => {
  expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
});

it.each([...declarations.values()])('the pages of $id name every field in both languages', (declaration) => {
  const own = pages.filter(({ name }) => name.startsWith(`${declaration.id}.`)).map(({ text }) => text);
  expect(own).toHaveLength(2);
  for (const { path } of placedFields(declaration)) for (const text of own) expect(text).toContain(`\`${path}\``);
});

/** Every sentence with its path. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
}

describe('the words', () => {
  const [chinese, english] = [sentences(zhCn), sentences(en)];

  it('are there in both languages for every operation', () => {
    expect(Object.keys(zhCn).sort()).toEqual([...declarations.keys()].sort());
    const withoutOutcomes = (all: [string, string][]) =>
      all.map(([path]) => path).filter((path) => !path.includes('.outcomes.'));
    expect(withoutOutcomes(english).sort()).toEqual(withoutOutcomes(chinese).sort());
  });

  it.each(Object.keys(zhCn) as (keyof typeof zhCn)[])('tell the same outcomes of %s', (id) => {
    expect(en[id].outcomes).toHaveLength(zhCn[id].outcomes.length);
  });

  it('are never empty, and each in its own language', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(english.filter(([, text]) => /[\p{Script=Han}，。；：「」（）]/u.test(text))).toEqual([]);
    const mixed = /[\p{Script=Han}」）][,;:?!()]|[,;:?!()][\p{Script=Han}「（]/u;
    expect(chinese.filter(([, text]) => mixed.test(text))).toEqual([]);
  });
});
