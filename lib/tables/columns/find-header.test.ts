import { expect, it } from 'vitest';
import { findHeader } from './find-header';

const candidates = [
  { field: 'id', names: ['商机ID', 'id'] },
  { field: 'memo', names: ['备注', '释放原因'] },
];
const header = ['商机ID', '备注', '门店'];
const row = ['20191214888', '已用竞品', '三里屯'];

it.each([
  ['in the first row', 0, [header, row]],
  ['below a title', 1, [['11月第三周清理名单', '', ''], header, row]],
  [
    'below a title, who made it and an empty row',
    3,
    [['清理名单'], ['制表：张三', '2026年11月20日'], ['', ''], header, row],
  ],
  ['below a title in merged cells', 1, [['11月名单', '11月名单', '11月名单'], header, row]],
  ['below empty rows', 2, [[''], [], header, row]],
] as const)('a header is found %s', (_, place, rows) => {
  expect(findHeader(rows, candidates)).toBe(place);
});

it.each([
  ['data', undefined, [['20191214888', '', ''], ['20191214889', '备注', '门店'], row]],
  ['a row of as many cells', undefined, [['张三', '李四', '王五'], header]],
  ['a header of fewer cells than a row of the table', 0, [['商机ID', '备注'], ['A-1', '备注', '见下'], row]],
  ['more than five rows', undefined, [['甲'], ['乙'], ['丙'], ['丁'], ['戊'], ['己'], header]],
] as const)('never above it is %s', (_, place, rows) => {
  expect(findHeader(rows, candidates)).toBe(place);
});

it('one column alone has its name in the first row or none', () => {
  expect(findHeader([['清理名单'], ['商机ID'], ['20191214888']], candidates)).not.toBe(1);
});
