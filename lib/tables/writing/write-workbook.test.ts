import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { arbitraryTable, eachOf, readWhole, withoutEmptyColumns } from '@/test/fakes/whole-table';
import { writeWorkbook } from './write-workbook';

async function write(rows: readonly (readonly string[])[], sheetName = 'S'): Promise<File> {
  return new File([await writeWorkbook(eachOf(rows), sheetName)], 'a.xlsx');
}

it('any table of any text, half surrogates and control characters too, is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTable('binary'), async (table) => {
      const { rows, faults } = await readWhole({ file: await write(table) });
      expect(rows).toEqual(withoutEmptyColumns(table));
      expect(faults).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('another reader finds the same texts', async () => {
  const table = [
    ['商机ID', '备注', 'n'],
    ['00123', '=1+1', '201912148880000123'],
    ['<&>"\'', 'a\nb', '1.50'],
  ];
  expect(await readSheet(Buffer.from(await (await write(table)).arrayBuffer()))).toEqual(table);
});

it.each([
  ['结果', '结果'],
  ['a/b:c*[d]?\\', 'abcd'],
  ["'a'", 'a'],
  ['x'.repeat(40), 'x'.repeat(31)],
  ['', 'Sheet1'],
  ['<&"', '<&"'],
])('the sheet’s name %j becomes %j', async (name, expected) => {
  expect((await readWhole({ file: await write([['a']], name) })).info).toMatchObject({ sheet: expected });
});

it('a cell that is too long for Excel is refused by its place: Excel would call the file damaged', async () => {
  expect((await readWhole({ file: await write([['x'.repeat(32_767)]]) })).rows[0]?.[0]).toHaveLength(32_767);
  await expect(write([['a'], ['b', 'x'.repeat(32_768)]])).rejects.toMatchObject({
    code: 'invalid-input',
    detail: { reason: 'cell-too-long-for-excel', path: 'B2' },
  });
});

it('what the rows fail with is what the writing fails with', async () => {
  async function* rows() {
    yield ['a'];
    throw new Error('no more rows');
  }
  await expect(writeWorkbook(rows(), 'S')).rejects.toThrow('no more rows');
});

it('the same rows make the same file', async () => {
  const [one, other] = await Promise.all([write([['a', 'b']]), write([['a', 'b']])]);
  expect(await one.arrayBuffer()).toEqual(await other.arrayBuffer());
});
