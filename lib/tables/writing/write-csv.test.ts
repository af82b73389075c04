import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryTable, eachOf, even, readWhole } from '@/test/fakes/whole-table';
import { writeCsv } from './write-csv';

async function written(...rows: string[][]): Promise<string> {
  const bytes = await (await writeCsv(eachOf(rows))).arrayBuffer();
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

it('any table is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTable('grapheme'), async (table) => {
      // A zero byte makes a file no text.
      fc.pre(!table.flat().join('').includes('\0'));
      const file = new File([await writeCsv(eachOf(table))], 'a.csv');
      expect((await readWhole({ file })).rows).toEqual(even(table));
    }),
    { numRuns: 1000 },
  );
});

it('is UTF-8 with its mark and CRLF, quoted where needed', async () => {
  expect(await written(['编号', 'a,b'], ['00123', 'say "hi"\n', ' x'])).toBe(
    '\uFEFF编号,"a,b"\r\n00123,"say ""hi""\n"," x"\r\n',
  );
});

it.each([
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['+cmd|x', `"'+cmd|x"`],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ["'=1", "''=1"],
  ["''=1", "'''=1"],
  ["'tis", "'tis"],
  ['-12.50', '-12.50'],
  ['+8613800000000', '+8613800000000'],
  ['-1+1', "'-1+1"],
  ['a=1', 'a=1'],
])('%j is written as %s', async (cell, text) => {
  expect(await written([cell])).toBe(`\uFEFF${text}\r\n`);
});

it('no cell of any text begins a formula when its row is split as a spreadsheet does', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTable('grapheme'), async (table) => {
      const text = (await written(...table)).slice(1);
      for (const begin of text.matchAll(/(?:^|[,;\t\r\n])"?([=+\-@＝＋－＠][^,;\t\r\n"]*)/g)) {
        const isInQuotes = (text.slice(0, begin.index + 1).match(/"/g)?.length ?? 0) % 2 === 1;
        if (!isInQuotes) expect(begin[1]).toMatch(/^[+-]\d+(?:\.\d+)?$/);
      }
    }),
    { numRuns: 500 },
  );
});
