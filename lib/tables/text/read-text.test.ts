import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReader } from '@/lib/tables/open-reader';
import { tableLimits } from '@/lib/tables/table';
import { encodeGb18030 } from '@/test/fakes/encode-gb18030';
import { readWhole } from '@/test/fakes/whole-table';

function encodeUtf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const encoders = [
  ['utf-8', utf8],
  ['utf-8', (text: string) => utf8(`\uFEFF${text}`)],
  ['gb18030', encodeGb18030],
  ['utf-16le', (text: string) => encodeUtf16(text, true)],
  ['utf-16le', (text: string) => encodeUtf16(`\uFEFF${text}`, true)],
  ['utf-16be', (text: string) => encodeUtf16(text, false)],
  ['utf-16be', (text: string) => encodeUtf16(`\uFEFF${text}`, false)],
] as const;

describe.each(encoders)('a file in %s', (encoding, encode) => {
  it('is recognised and read', async () => {
    const table = await readWhole({ file: new File([encode('商机ID,姓名\r\n00123,张三\n')], 'a.csv') });
    expect(table).toMatchObject({
      info: { kind: 'text', encoding, separator: ',' },
      rows: [
        ['商机ID', '姓名'],
        ['00123', '张三'],
      ],
    });
  });

  it('may have its first Chinese late', async () => {
    const text = `${'20191214888,a\n'.repeat(20_000)}1,中文`;
    const { rows } = await readWhole({ file: new File([encode(text)], 'a.csv') });
    expect(rows.at(-1)).toEqual(['1', '中文']);
    expect(rows).toHaveLength(20_001);
  });
});

it('any Chinese text of some length in GB18030 is not taken for another encoding', async () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
  await fc.assert(
    fc.asyncProperty(fc.array(han, { minLength: 12, maxLength: 40 }), async (characters) => {
      const { info, rows } = await readWhole({
        file: new File([encodeGb18030(`编号,${characters.join('')}\n`)], 'a.csv'),
      });
      expect(info).toMatchObject({ encoding: 'gb18030' });
      expect(rows).toEqual([['编号', characters.join('')]]);
    }),
  );
});

it('a chosen encoding and separator are taken as they are', async () => {
  const file = new File([encodeGb18030('甲,乙;丙')], 'a.csv');
  const { rows } = await readWhole({ file }, { encoding: 'gb18030', separator: ';' });
  expect(rows).toEqual([['甲,乙', '丙']]);
});

it('a first line sep=; tells the separator and is no row', async () => {
  const { rows } = await readWhole({ file: new File(['sep=;\r\na;b,c\r\n'], 'a.csv') });
  expect(rows).toEqual([['a', 'b,c']]);
});

it('a CSV’s ="00123" is the text 00123; in a pasted table it is what it says', async () => {
  expect((await readWhole({ file: new File(['id,n\n="00123","=""0456"""\n'], 'a.csv') })).rows[1]).toEqual([
    '00123',
    '0456',
  ]);
  expect((await readWhole({ text: 'id\tn\n="00123"\t1' })).rows[1]).toEqual(['="00123"', '1']);
});

it('empty rows count in the middle and not at the end; rows are filled up to the widest', async () => {
  const { rows } = await readWhole({ text: 'a\tb\tc\n1\n\n2\t3\n\t\t\n\n' });
  expect(rows).toEqual([
    ['a', 'b', 'c'],
    ['1', '', ''],
    ['', '', ''],
    ['2', '3', ''],
  ]);
});

it('an empty text has no rows', async () => {
  expect((await readWhole({ text: '' })).rows).toEqual([]);
  expect((await readWhole({ file: new File([], 'a.csv') })).rows).toEqual([]);
});

it('rows come in chunks that know their place and how far it is', async () => {
  const { chunks } = await openReader({ text: Array.from({ length: 20_000 }, (_, row) => `${row}\tx`).join('\r') });
  let next = 0;
  let progress = 0;
  for await (const chunk of chunks) {
    expect(chunk.firstRow).toBe(next);
    expect(chunk.rows[0]?.[0]).toBe(String(next));
    expect(chunk.rows.length).toBeLessThanOrEqual(1000);
    expect(chunk.progress).toBeGreaterThanOrEqual(progress);
    next += chunk.rows.length;
    progress = chunk.progress;
  }
  expect([next, progress]).toEqual([20_000, 1]);
});

const bytes = (...values: number[]) => Uint8Array.from(values);

it.each([
  ['a picture', [bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48)], 'not-a-table'],
  ['bytes of no encoding', ['a,b\n', bytes(0xff, 0xff, 0xff)], 'not-a-table'],
  ['UTF-8 cut within a character', ['商机,编号\n', bytes(0xe5, 0x95)], 'file-cut'],
  ['a page of HTML that calls itself .xls', ['<html><table><tr><td>1</td></tr></table></html>'], 'page-not-table'],
])('%s is refused', async (_, content, reason) => {
  const read = readWhole({ file: new File(content, 'a.xls') });
  await expect(read).rejects.toMatchObject({ code: 'invalid-input', detail: { reason } });
});

it('a wrong encoding that was chosen is refused', async () => {
  const read = readWhole({ file: new File([encodeGb18030('商机')], 'a.csv') }, { encoding: 'utf-8' });
  await expect(read).rejects.toMatchObject({ detail: { reason: 'wrong-encoding' } });
});

describe('limits', () => {
  it('a million rows are read, one more is refused', async () => {
    const most = '1\n'.repeat(tableLimits.rows);
    let count = 0;
    for await (const { rows } of (await openReader({ text: most })).chunks) count += rows.length;
    expect(count).toBe(tableLimits.rows);
    await expect(readWhole({ text: `${most}2` })).rejects.toMatchObject({ detail: { reason: 'table-too-long' } });
  });

  it('a cell beyond the last column is refused by its place; empty ones there are not', async () => {
    const wide = '\t'.repeat(tableLimits.columns);
    await expect(readWhole({ text: `a\n${wide}x` })).rejects.toMatchObject({
      detail: { reason: 'too-many-columns', path: 'IW2' },
    });
    expect((await readWhole({ text: `a\tb\n1${wide}` })).rows[1]?.[0]).toBe('1');
  });

  it('a text that is too large is refused before it is read', async () => {
    const file = new File(['a'], 'a.csv');
    Object.defineProperty(file, 'size', { value: tableLimits.fileBytes + 1 });
    await expect(openReader({ file })).rejects.toMatchObject({ detail: { reason: 'table-too-large' } });
  });

  it('a cell that never ends is refused by its line', async () => {
    const read = readWhole({ text: `a\n${'x'.repeat(tableLimits.cellCharacters + 300_000)}` });
    await expect(read).rejects.toMatchObject({ detail: { reason: 'cell-too-long', path: '2' } });
  });

  it('long texts come in shorter chunks', async () => {
    const { chunks } = await openReader({ text: `${'x'.repeat(300_000)}\n`.repeat(10) });
    const lengths = [];
    for await (const { rows } of chunks) lengths.push(rows.length);
    expect(lengths).toEqual([4, 4, 2]);
  });
});

it('a file that can no longer be read says so', async () => {
  const file = new File(['a,b'], 'a.csv');
  const gone = () => new ReadableStream({ pull: (controller) => controller.error(new Error('moved')) });
  Object.defineProperty(file, 'slice', { value: () => ({ stream: gone }) });
  await expect(openReader({ file })).rejects.toMatchObject({ detail: { reason: 'table-unreadable' } });
});
