import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnCandidate, guessColumns } from './guess-columns';
import { looksLikeHeader } from './looks-like-header';

const candidates: ColumnCandidate[] = [
  { field: 'opportunity_id', names: ['opportunity_id', '商机ID', '商机编号', 'Opportunity ID'] },
  { field: 'title', names: ['title', '商机名称', '商机标题', 'Name'] },
  { field: 'stage', names: ['stage', '阶段', '销售阶段', 'Stage'] },
  { field: 'amount', names: ['expect_amount', '预计金额', '预计销售金额', 'Expected amount'] },
  { field: 'territory_code', names: ['territory_code', '领地', '领地代码', 'Territory'] },
  { field: 'operator_id', names: ['operator_id', '操作人ID', 'Operator ID'] },
  { field: 'operator_name', names: ['operator_name', '操作人姓名', '操作人', 'Operator'] },
  { field: 'name', names: ['name', '姓名', '客户姓名'] },
  { field: 'mobile', names: ['mobile', '手机号', '手机号码', '电话', 'Phone', 'Mobile'] },
  { field: 'email', names: ['email', '邮箱', '电子邮件', 'E-mail'] },
  { field: 'card_no', names: ['card_no', '卡号', '实体卡号', 'Card number'] },
  { field: 'memo', names: ['memo', '备注', '释放原因', 'Note', 'Reason'] },
];

describe('a heading of real life', () => {
  it.each([
    ['商机ID', 'opportunity_id'],
    ['商机id', 'opportunity_id'],
    ['商机 ＩＤ', 'opportunity_id'],
    ['商机编号', 'opportunity_id'],
    ['商机编号（必填）', 'opportunity_id'],
    ['*商机编号', 'opportunity_id'],
    ['Opportunity Id', 'opportunity_id'],
    ['opportunityId', 'opportunity_id'],
    ['OPPORTUNITY-ID', 'opportunity_id'],
    ['实体卡号', 'card_no'],
    ['会员卡号', 'card_no'],
    ['卡号', 'card_no'],
    ['手机号', 'mobile'],
    ['手机', 'mobile'],
    ['联系电话', 'mobile'],
    ['客户手机号', 'mobile'],
    ['Phone number', 'mobile'],
    ['邮箱', 'email'],
    ['邮箱地址', 'email'],
    ['e-mail', 'email'],
    ['备注', 'memo'],
    ['备注信息', 'memo'],
    ['释放原因', 'memo'],
    ['领地', 'territory_code'],
    ['所属领地', 'territory_code'],
    ['姓名', 'name'],
    ['阶段', 'stage'],
    ['销售阶段', 'stage'],
    ['预计金额', 'amount'],
    ['预计金额(元)', 'amount'],
    ['【预计金额】', 'amount'],
    ['操作人', 'operator_name'],
  ])('%s is %s', (header, field) => {
    expect([...guessColumns([header], candidates)]).toEqual([[field, 0]]);
  });

  it.each(['', '   ', '序号', 'paid', '***', '()', '直属上级领导的姓名', '创建时间'])('%s is none', (header) => {
    expect(guessColumns([header], candidates).size).toBe(0);
  });
});

it('the better match has the column, wherever it stands', () => {
  const found = guessColumns(['客户手机号', '手机号', '备注', '操作人ID', '操作人姓名', '姓名'], candidates);
  expect(Object.fromEntries(found)).toEqual({ mobile: 1, memo: 2, operator_id: 3, operator_name: 4, name: 5 });
});

it('of two columns with one name the first is taken', () => {
  expect(guessColumns(['备注', '备注'], candidates)).toEqual(new Map([['memo', 0]]));
});

it('any headings: each field has at most one column, no column two fields, and a name itself is always found', () => {
  const names = candidates.flatMap((candidate) => candidate.names);
  const header = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 8 }));
  fc.assert(
    fc.property(fc.array(header, { maxLength: 12 }), (headers) => {
      const found = guessColumns(headers, candidates);
      const columns = [...found.values()];
      expect(new Set(columns).size).toBe(columns.length);
      for (const { field, names: own } of candidates) {
        if (headers.some((one) => own.includes(one.trim())))
          expect(own).toContain(headers[found.get(field) ?? -1]?.trim());
      }
    }),
  );
});

describe('a first row', () => {
  it.each([
    [
      'of known names',
      [
        ['商机编号', '备注'],
        ['20191214888', '已用竞品'],
      ],
    ],
    [
      'of one known name',
      [
        ['序号', '商机ID'],
        ['1', '20191214888'],
      ],
    ],
    ['of known names alone', [['手机号', '姓名']]],
    [
      'of unknown texts above numbers',
      [
        ['甲', '乙'],
        ['20191214888', 'x'],
      ],
    ],
    [
      'with a year among known names',
      [
        ['商机ID', '备注', '2026'],
        ['1', '2', '3'],
      ],
    ],
  ])('%s is a header', (_, rows) => expect(looksLikeHeader(rows, candidates)).toBe(true));

  it.each([
    ['of an id', [['20191214888'], ['20191214889']]],
    [
      'of an id and a remark that is a name',
      [
        ['20191214888', '13800000000', '备注'],
        ['20191214889', '13800000001', ''],
      ],
    ],
    ['of a code', [['OPP-20191214888'], ['OPP-20191214889']]],
    [
      'of an address',
      [
        ['a@example.com', '张三'],
        ['b@example.com', '李四'],
      ],
    ],
    [
      'of a date and an amount',
      [
        ['2026年11月22日', '¥1,000.50'],
        ['x', 'y'],
      ],
    ],
    ['of people', [['张三'], ['李四']]],
    ['that is not there', []],
    [
      'that is empty',
      [
        ['', ''],
        ['1', '2'],
      ],
    ],
  ])('%s is none', (_, rows) => expect(looksLikeHeader(rows, candidates)).toBe(false));
});
