import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapCell } from '@/lib/tables/text/unwrap-cell';
import { toExcelRow, toMarkdown } from './copy-forms';

const id = '9007199254740993';

describe('Markdown', () => {
  it('is a link with the id, customer and stage', () => {
    const link = `https://crm.example.com/opportunities/${id}?a=(b)`;
    expect(toMarkdown({ id, title: '老王火锅', customer: '北京老王', stage: '方案/报价', link })).toBe(
      `[老王火锅](https://crm.example.com/opportunities/${id}?a=%28b%29) · \`${id}\` · 北京老王 · 方案/报价`,
    );
  });

  it('is a name where there is no link, and the id where there is no name', () => {
    expect(toMarkdown({ id, customer: '北京老王' })).toBe(`**北京老王** · \`${id}\``);
    expect(toMarkdown({ id })).toBe(`**${id}**`);
  });

  it('holds nothing of a title that would be more than text', () => {
    const title = '](javascript:alert(1)) <img src=x> `code` **b**\n# h';
    expect(toMarkdown({ id, title })).toBe(
      `**\\]\\(javascript:alert\\(1\\)\\) \\<img src=x\\> \\\`code\\\` \\*\\*b\\*\\* \\# h** · \`${id}\``,
    );
  });
});

describe('a row for a spreadsheet', () => {
  it.each([
    ['20191214888', '20191214888'],
    [id, `="${id}"`],
    ['00123', '="00123"'],
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['＝1', "'＝1"],
    ['+86 x', "'+86 x"],
    ['-12.50', '-12.50'],
    ['@SUM(A1)', "'@SUM(A1)"],
    ["'=1", "''=1"],
    ['a\tb\r\nc', 'a b c'],
    ['\t=1', "'=1"],
    ['"x', '\'"x'],
    ['老王火锅', '老王火锅'],
  ])('writes %j as %j', (title, cell) => {
    expect(toExcelRow({ id: '1', title }).split('\t')[1]).toBe(cell);
  });

  it('of any text has eight cells in one line, of which none is a formula but a text of digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, customer) => {
        const row = toExcelRow({ id, title, customer });
        const cells = row.split('\t');
        expect(cells).toHaveLength(8);
        expect(row).not.toMatch(/[\r\n]/);
        for (const cell of cells.slice(1)) if (!/^="\d+"$/.test(cell)) expect(cell).not.toMatch(/^[=@＝＋－＠"]/);
        expect(unwrapCell(cells[0] ?? '')).toBe(id);
      }),
      { numRuns: 1000 },
    );
  });
});
