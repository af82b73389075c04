import { describe, expect, it } from 'vitest';
import { makeWorkbook, sheetOf } from '@/test/fakes/make-workbook';
import { readWhole } from '@/test/fakes/whole-table';

async function rowsOf(parts: Parameters<typeof makeWorkbook>[0]): Promise<string[][]> {
  return (await readWhole({ file: await makeWorkbook(parts) })).rows;
}

describe('XML as other programs write it', () => {
  it('prefixes, single quotes, comments, CDATA, a > in a value and references', async () => {
    const sheet = `<?xml version='1.0'?><!-- a > b --><x:worksheet><x:sheetData><x:row r='1'><x:c r='A1' a='>' t='inlineStr'>
      <x:is><x:t>&lt;a&#x4e2d;&#25991;&amp;amp;</x:t></x:is></x:c><x:c t='str'><x:v><![CDATA[<b> &amp;]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await rowsOf({ sheet })).toEqual([['<a中文&amp;', '<b> &amp;']]);
  });

  it('rows and cells without their places follow each other', async () => {
    const sheet = sheetOf(
      '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="4"/><row><c><v>9</v></c></row>',
    );
    expect(await rowsOf({ sheet })).toEqual([
      ['1', '', '', '4', '5'],
      ...Array(3).fill(['', '', '', '', '']),
      ['9', '', '', '', ''],
    ]);
  });

  it('what is written above a word to say it is no part of it', async () => {
    const text = '<r><t>商</t></r><r><t xml:space="preserve">机 </t></r><rPh sb="0"><t>shang</t></rPh>';
    const sharedStrings = `<sst><si>${text}</si><si><t/></si></sst>`;
    const sheet = sheetOf(
      `<row><c t="s"><v>0</v></c><c t="inlineStr"><is>${text}</is></c><c t="s"><v>1</v></c><c><v>1</v></c></row>`,
    );
    expect(await rowsOf({ sheet, sharedStrings })).toEqual([['商机 ', '商机 ', '', '1']]);
  });

  it('form controls behind the cells are no cells', async () => {
    const sheet = sheetOf('<row><c><v>1</v></c></row>', '<controls><xdr:row>5</xdr:row><xdr:c/></controls>');
    expect(await rowsOf({ sheet })).toEqual([['1']]);
  });

  it('thousands of shared texts are each found by number', async () => {
    const texts = Array.from({ length: 5000 }, (_, index) => `text ${index}`);
    const sharedStrings = `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
    const sheet = sheetOf(texts.map((_, index) => `<row><c t="s"><v>${4999 - index}</v></c></row>`).join(''));
    expect(await rowsOf({ sheet, sharedStrings })).toEqual(texts.toReversed().map((text) => [text]));
  });
});

it('cells that Excel formatted without writing in them make no rows and no columns', async () => {
  const sheet = sheetOf('<row><c><v>1</v></c><c s="1"/></row><row r="1048576"><c r="XFD1048576" s="1"/></row>');
  expect(await rowsOf({ sheet })).toEqual([['1']]);
});

it('a merged area gives its text to every row below that has cells, and to no column beside', async () => {
  const cell = (place: string, text: string) => `<c r="${place}" t="str"><v>${text}</v></c>`;
  const sheet = sheetOf(
    `<row r="1">${cell('A1', '名单')}</row><row r="2">${cell('A2', '华东')}${cell('B2', '1')}</row>
     <row r="3">${cell('B3', '2')}</row><row r="5"><c r="A5"/>${cell('B5', '3')}</row><row r="6">${cell('B6', '4')}</row>`,
    '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A5"/></mergeCells>',
  );
  expect(await rowsOf({ sheet })).toEqual([
    ['名单', ''],
    ['华东', '1'],
    ['华东', '2'],
    ['', ''],
    ['华东', '3'],
    ['', '4'],
  ]);
});

it('values of every type', async () => {
  const styles =
    '<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>';
  const sheet = sheetOf(`<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c>
    <c t="d" s="1"><v>2026-11-22T00:00:00</v></c><c t="d" s="2"><v>2026-11-22T00:00:00.000Z</v></c><c t="d"><v>2026-11-22</v></c>
    <c s="1"><v>46348</v></c><c s="2"><v>46348</v></c><c><f>A1</f><v>5</v></c><c t="str"><f>""</f><v></v></c><c s="9"><v>7</v></c></row>`);
  expect(await rowsOf({ sheet, styles })).toEqual([
    [
      'TRUE',
      'FALSE',
      '#REF!',
      '2026-11-22',
      '2026-11-22 00:00:00',
      '2026-11-22',
      '2026-11-22',
      '2026-11-22 00:00:00',
      '5',
      '',
      '7',
    ],
  ]);
});

it('the first sheet that is not hidden is read unless one is chosen', async () => {
  const workbook =
    '<workbook><sheets><sheet name="H" state="veryHidden" r:id="none"/><sheet name="S" r:id="r0"/></sheets></workbook>';
  const { info } = await readWhole({ file: await makeWorkbook({ workbook, sheet: sheetOf('') }) });
  expect(info).toEqual({
    kind: 'workbook',
    sheets: [
      { name: 'H', isHidden: true },
      { name: 'S', isHidden: false },
    ],
    sheet: 'S',
  });
});
