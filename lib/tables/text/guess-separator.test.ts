import { expect, it } from 'vitest';
import { guessSeparator } from './guess-separator';

it.each([
  ['a\tb\n1\t2', '\t'],
  ['a,b\n1,2', ','],
  ['a;b\n1,5;2\n2,5;3', ';'],
  ['编号｜姓名\n1｜张三', '｜'],
  ['id|name\n1|x', '|'],
  ['编号\t金额\n1\t1,000\n2\t2,000\n3\t5', '\t'],
  ['编号,备注\n1,甲;乙\n2,丙;丁', ','],
  ['标题\n编号,姓名,电话\n1,张三,2\n2,李四,3', ','],
  ['"a;b;c",d\n"e;f;g",h', ','],
  ['编号,姓名\n\t1001,\t张三\n\t1002,\t李四', ','],
])('%j is cut by %j', (text, separator) => {
  expect(guessSeparator(text, separator === '\t' ? ',' : '\t')).toBe(separator);
});

it('one column has the separator that its kind of source usually has', () => {
  expect(guessSeparator('20191214888\n20191214889\n', '\t')).toBe('\t');
  expect(guessSeparator('20191214888', ',')).toBe(',');
});
