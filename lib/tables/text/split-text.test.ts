import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separators } from '@/lib/tables/table';
import { arbitraryTable } from '@/test/fakes/whole-table';
import { createTextSplitter } from './split-text';

function split(text: string, separator: (typeof separators)[number], cuts: readonly number[] = []): string[][] {
  const rows: string[][] = [];
  const splitter = createTextSplitter(separator, (cells) => rows.push(cells));
  let from = 0;
  for (const to of [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((one, other) => one - other)) {
    splitter.push(text.slice(from, to));
    from = to;
  }
  splitter.end();
  return rows;
}

function quoted(cell: string, separator: string): string {
  return new RegExp(`^$|["\r\n${separator}]`).test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

it('any table with any separator and a newline of its own in each row, cut anywhere, is read as it was written', () => {
  const newlines = fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 12, maxLength: 12 });
  const cuts = fc.array(fc.nat(), { maxLength: 8 });
  fc.assert(
    fc.property(
      arbitraryTable('binary'),
      fc.constantFrom(...separators),
      newlines,
      fc.boolean(),
      cuts,
      (table, separator, ends, endsOpen, at) => {
        const lines = table.map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator));
        const text = lines.map((line, row) => line + (endsOpen && row === lines.length - 1 ? '' : ends[row])).join('');
        expect(split(text, separator, at)).toEqual(table);
      },
    ),
    { numRuns: 2000 },
  );
});

it('a text cut anywhere is read as in one piece', () => {
  const text = fc
    .array(fc.constantFrom('"', '""', ',', '\r', '\n', 'a', '中', '""""', 'a"b'), { maxLength: 20 })
    .map((parts) => parts.join(''));
  const attempt = (read: () => string[][]) => {
    try {
      return read();
    } catch (error) {
      return String(error);
    }
  };
  fc.assert(
    fc.property(text, fc.array(fc.nat(), { maxLength: 6 }), (given, cuts) => {
      expect(attempt(() => split(given, ',', cuts))).toEqual(attempt(() => split(given, ',')));
    }),
    { numRuns: 2000 },
  );
});

describe('quotes', () => {
  it.each([
    [
      'a quoted newline',
      'a,"b\r\nc"\nd,e',
      [
        ['a', 'b\r\nc'],
        ['d', 'e'],
      ],
    ],
    ['two quotes for one', '"say ""hi""",b', [['say "hi"', 'b']]],
    ['a quote that closes early is text', '"A" 级,b', [['"A" 级', 'b']]],
    ['a quote in the middle is text', '5" pipe,b', [['5" pipe', 'b']]],
    ['an empty quoted cell', '"",b', [['', 'b']]],
    ['rows of other lengths', 'a\nb,c,d\n\ne,', [['a'], ['b', 'c', 'd'], [''], ['e', '']]],
  ])('%s', (_, text, rows) => {
    expect(split(text, ',')).toEqual(rows);
  });

  it.each([
    ['a,b\nc,"d\ne,f', 'unclosed-quote', '2'],
    ['"a\r\nb"\r\nc\rd\n"e', 'unclosed-quote', '5'],
    ['a\n"b,c" d,e', 'stray-quote', '2'],
  ])('%j is refused with its line', (text, reason, path) => {
    expect(() => split(text, ',')).toThrow(
      expect.objectContaining({ code: 'invalid-input', detail: { reason, path } }),
    );
  });

  it('a quote that never closes is given up long before the end of a large file', () => {
    const splitter = createTextSplitter(',', () => undefined);
    splitter.push('a\n"b');
    const pushAll = () => Array.from({ length: 40 }, () => splitter.push('x,y\n'.repeat(20_000)));
    expect(pushAll).toThrow(expect.objectContaining({ detail: { reason: 'unclosed-quote', path: '2' } }));
  });
});
