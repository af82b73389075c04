import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isErrorData } from '@/lib/errors/app-error';
import { makeWorkbook, makeZip, sheetOf } from '@/test/fakes/make-workbook';
import { readWhole } from '@/test/fakes/whole-table';

const whole = readFileSync('test/fixtures/tables/openpyxl.xlsx');

async function reasonOf(file: File): Promise<string | undefined> {
  try {
    await readWhole({ file });
    return undefined;
  } catch (error) {
    return isErrorData(error) && error.code === 'invalid-input' ? error.detail.reason : `thrown: ${error}`;
  }
}

it('a workbook cut anywhere is refused as cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), async (length) => {
      expect(await reasonOf(new File([whole.subarray(0, length)], 'a.xlsx'))).toBe('file-cut');
    }),
  );
});

it('a workbook with any byte changed is read the same or refused with a reason', async () => {
  const before = await readWhole({ file: new File([whole], 'a.xlsx') });
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const bytes = Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ change : byte));
      const file = new File([bytes], 'a.xlsx');
      const reason = await reasonOf(file);
      expect(reason ?? '').not.toMatch(/^thrown/);
      // A changed first letter makes it a text to us, which it is not; a part's changed name may leave formats out.
      if (reason === undefined && at >= 4) expect((await readWhole({ file })).rows.length).toBe(before.rows.length);
    }),
    { numRuns: 300 },
  );
});

it('any XML in a workbook’s parts is read or refused with a reason', async () => {
  const markup = fc.constantFrom(
    ...[
      '<row>',
      '<row r="3">',
      '</row>',
      '<c>',
      '<c r="B1" t="s">',
      '<c t="inlineStr">',
      '<is>',
      '<t>',
      '</t>',
      '</is>',
    ],
    ...[
      '</c>',
      '<v>',
      '</v>',
      '7',
      '&#x41;',
      '&bad;',
      '<f/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<',
      '>',
      '"',
      '<?x?>',
    ],
    ...[
      '<sheetData>',
      '</sheetData>',
      '<worksheet>',
      '</worksheet>',
      '<mergeCell ref="A1:A9"/>',
      '<si>',
      '</si>',
      '<xf/>',
    ],
  );
  const xml = fc.array(markup, { maxLength: 30 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(xml, xml, xml, async (rows, sharedStrings, styles) => {
      const file = await makeWorkbook({ sheet: sheetOf(rows), sharedStrings, styles });
      expect((await reasonOf(file)) ?? '').not.toMatch(/^thrown/);
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['a Word file', { '_rels/.rels': relationTo('word/document.xml'), 'word/document.xml': '<a/>' }, 'zip-not-workbook'],
  ['any other archive', { 'a.txt': 'a' }, 'zip-not-workbook'],
  ['a binary workbook', { '_rels/.rels': relationTo('xl/workbook.bin'), 'xl/workbook.bin': 'a' }, 'old-workbook'],
  ['a workbook without its workbook', { '_rels/.rels': relationTo('xl/workbook.xml') }, 'workbook-damaged'],
])('%s is refused', async (_, parts, reason) => {
  expect(await reasonOf(await makeZip(parts))).toBe(reason);
});

function relationTo(target: string): string {
  return `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`;
}

it.each([
  ['a shared text that is not there', '<row><c t="s"><v>5</v></c></row>'],
  ['rows in a wrong order', '<row r="2"/><row r="1"/>'],
  ['cells in a wrong order', '<row><c r="B1"/><c r="A1"/></row>'],
  ['a row that no spreadsheet has', '<row r="1048577"/>'],
  ['an element that is not closed', '<row><c>'],
  ['entities of its own', '<!ENTITY a "b">'],
])('%s is damage', async (_, rows) => {
  expect(await reasonOf(await makeWorkbook({ sheet: sheetOf(rows) }))).toBe('workbook-damaged');
});

/** The directory's entry of a part, to change what it says. */
async function withEntry(change: (entry: DataView) => void): Promise<File> {
  const file = await makeWorkbook({ sheet: sheetOf('<row><c><v>1</v></c></row>') });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = new TextEncoder().encode('data/worksheet.xml').join();
  const at = bytes.findLastIndex((_, index) => bytes.slice(index, index + 18).join() === name);
  change(new DataView(bytes.buffer, at - 46, 46));
  return new File([bytes], 'a.xlsx');
}

it.each([
  ['that says it unpacks to gigabytes', (entry: DataView) => entry.setUint32(24, 3e9, true), 'unpacks-too-large'],
  ['that unpacks to more than it says', (entry: DataView) => entry.setUint32(24, 5, true), 'workbook-damaged'],
  ['with another checksum', (entry: DataView) => entry.setUint32(16, 5, true), 'workbook-damaged'],
  ['packed in an unknown way', (entry: DataView) => entry.setUint16(10, 9, true), 'workbook-damaged'],
  ['that is encrypted', (entry: DataView) => entry.setUint16(8, 1, true), 'workbook-encrypted'],
  ['that ends behind the file', (entry: DataView) => entry.setUint32(20, 1e6, true), 'file-cut'],
])('a part %s is refused', async (_, change, reason) => {
  expect(await reasonOf(await withEntry(change))).toBe(reason);
});
