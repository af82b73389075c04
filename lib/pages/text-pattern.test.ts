import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTextPattern, longestPatternText, readPattern } from './text-pattern';

test.each([
  ['{id}', '20191214888', '20191214888'],
  ['OPP-{id}', 'Deal OPP-20191214888 (won)', '20191214888'],
  ['#{id}', '老王火锅 #12 · 第 3 页', '12'],
  ['编号*{id}', '第 1 页 编号：No. 12', '12'],
  ['{id}/view', '/a/11/edit/12/view', '12'],
  ['/deal/O{id}?', 'https://a.org/deal/O12?tab=3', '12'],
  ['({id})*待审', '甲(12) 乙(13) 待审', '12'],
  ['{text} - 商机详情', '老王火锅 - 商机详情 - CRM', '老王火锅'],
  ['客户:{text}', '客户: 老王 ', '老王'],
  ['{text}', ' 老王 ', '老王'],
  ['《{text}》', '《甲》《乙》', '甲'],
  ['客户*:{text};', '客户(全称):老王;', '老王'],
])('%j reads from %j', (pattern, text, read) => {
  expect(readPattern(pattern, text)).toBe(read);
});

test.each([
  ['OPP-{id}', 'opp-12'],
  ['OPP-{id}', 'OPP-x'],
  ['{id}', '1'.repeat(33)],
  ['A{id}', 'B12'],
  ['{id}x', '12'],
  ['({id})*完', '(12) 未'],
  ['{text} - 详情', '老王'],
  ['客户:{text};', '客户:;'],
  ['{id}', '1'.repeat(longestPatternText + 1)],
  ['no place', 'no place'],
])('%j reads nothing from %j', (pattern, text) => {
  expect(readPattern(pattern, text)).toBeUndefined();
});

test.each([
  ['{id}', 'id', true],
  ['a*{id}*b', 'id', true],
  ['{id}', 'text', false],
  ['{text}', 'text', true],
  ['{id}{id}', 'id', false],
  ['{id}{', 'id', false],
  ['(a+)+$', 'id', false],
  ['a**{id}', 'id', false],
  ['', 'id', false],
  [`${'a'.repeat(200)}{id}`, 'id', false],
] as const)('%j is a pattern for %s: %s', (pattern, place, is) => {
  expect(isTextPattern(pattern, place)).toBe(is);
});

const pieces = fc.array(fc.constantFrom('a', 'aa', '*', '1', ' ', '客', '.', '(', '+', '\\'), { maxLength: 20 });

test('whatever a pattern names stands in the text, with what the pattern says around it', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', '客', ' ', '-', '.'), maxLength: 8 });
  fc.assert(
    fc.property(words, words, words, fc.stringMatching(/^[1-9]\d{0,20}$/), (outer, prefix, suffix, id) => {
      const text = `${outer}${prefix}${id}${suffix}${outer}`;
      expect(readPattern(`${prefix}{id}${suffix}`, text)).toBe(id);
    }),
  );
});

test('no pattern takes longer than the text is long, however it is made to try again', () => {
  fc.assert(
    fc.property(
      pieces,
      fc.constantFrom('{id}', '{text}'),
      pieces,
      fc.constantFrom('a', '1', 'a1', '1a '),
      (before, place, after, unit) => {
        const pattern = `${before.join('')}${place}${after.join('')}`;
        const text = unit.repeat(longestPatternText).slice(0, longestPatternText);
        const begin = performance.now();
        const read = readPattern(pattern, text);
        expect(performance.now() - begin).toBeLessThan(100);
        if (read !== undefined) expect(text).toContain(read);
      },
    ),
  );
});
