import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWhole } from '@/test/fakes/whole-table';

function fixture(name: string): File {
  return new File([readFileSync(`test/fixtures/tables/${name}`)], name);
}

const heading = ['商机ID', '卡号', '领地', '日期', '时间', '折扣', '金额', '备注'];

describe.each([
  ['openpyxl.xlsx', '2.019121488800001e+17', ''],
  ['libreoffice.xlsx', '2.0191214888E+017', '2'],
])('%s', (name, spoilt, sum) => {
  it('is read as its author sees it', async () => {
    const { rows } = await readWhole({ file: fixture(name) });
    expect(rows).toEqual([
      heading,
      ['20191214888', '00012345', '华东', '2026-11-22', '2026-11-22 14:05:00', '15.5%', '19.99', '已用竞品'],
      ['00123', '00000007', '华东', '1900-01-01', '08:30:00', '100%', '0.001', ' 空格 <&>"\n第二行'],
      Array(8).fill(''),
      [spoilt, '00000008', '华东', '1900-03-01', '2026-11-22 14:05:00', '-50%', '-3', 'TRUE'],
      ['_a_', '00000009', '华北', '', '', '', sum, '#N/A'],
    ]);
  });

  it('tells its hidden row, and the cells that cannot be trusted', async () => {
    const { hiddenRows, faults } = await readWhole({ file: fixture(name) });
    expect(hiddenRows).toEqual([2]);
    expect(faults).toEqual([
      { row: 4, column: 0, reason: 'number-too-long' },
      ...(sum === '' ? [{ row: 5, column: 6, reason: 'formula-without-value' }] : []),
      { row: 5, column: 7, reason: 'error-value' },
    ]);
  });

  it('offers its sheets, hidden ones named as such, and reads the one that is chosen', async () => {
    const sheets = [
      { name: '商机', isHidden: false },
      { name: '隐藏的', isHidden: true },
      { name: '第二张', isHidden: false },
    ];
    const second = await readWhole({ file: fixture(name) }, { sheet: '第二张' });
    expect(second).toMatchObject({ info: { kind: 'workbook', sheets, sheet: '第二张' }, rows: [['一', '二']] });
    expect((await readWhole({ file: fixture(name) }, { sheet: '隐藏的' })).rows).toEqual([['秘密']]);
    await expect(readWhole({ file: fixture(name) }, { sheet: '没有' })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { reason: 'no-such-sheet', path: '没有' },
    });
  });
});

it('days from 1904, shared and rich texts, Zip64 and a chart’s sheet are read', async () => {
  const { info, rows, faults } = await readWhole({ file: fixture('xlsxwriter-1904.xlsx') });
  expect(info).toMatchObject({ sheets: [{ name: 'Data & "more"', isHidden: false }] });
  expect(rows).toEqual([
    ['opportunity_id', 'when', 'day', 'sum', 'rich'],
    ['000000000000000000001', '2026-11-22 14:05:00', '2026-11-22', '3', 'a b c'],
    ['1.234567890123457E+17', '', '', 'FALSE', 'tab\tand \u0001 control'],
  ]);
  expect(faults).toEqual([{ row: 2, column: 0, reason: 'number-too-long' }]);
});

it.each([
  ['encrypted.xlsx', 'workbook-encrypted'],
  ['openpyxl.xls', 'old-workbook'],
  ['openpyxl.ods', 'ods-workbook'],
])('%s is refused as %s', async (name, reason) => {
  await expect(readWhole({ file: fixture(name) })).rejects.toMatchObject({ code: 'invalid-input', detail: { reason } });
});
