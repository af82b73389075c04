import { AppError } from '@/lib/errors/app-error';
import { cellPlace, columnLetters } from '@/lib/tables/cell-place';
import { createZipWriter } from './zip-writer';

/** Excel's own limits. */
const cellCharacters = 32_767;
const sheetRows = 1_048_576;
const batchCharacters = 131_072;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const names = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * An XLSX workbook of one sheet. Every cell is text, of the format Text: ids stay as they are, also when somebody
 * edits them, and nothing is a formula. The first row stays in view.
 */
export async function writeWorkbook(rows: AsyncIterable<readonly string[]>, sheetName: string): Promise<Blob> {
  const zip = createZipWriter();
  for (const [name, text] of fixedParts(sheetName)) await zip.addPart(name, [head + text]);
  await zip.addPart('xl/worksheets/sheet1.xml', writeSheet(rows));
  return zip.finish(`${officeTypes}.sheet`);
}

function fixedParts(sheetName: string): [name: string, text: string][] {
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${[
        ['workbook', 'sheet.main'],
        ['worksheets/sheet1', 'worksheet'],
        ['styles', 'styles'],
      ]
        .map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${officeTypes}.${type}+xml"/>`)
        .join('')}</Types>`,
    ],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${names}" xmlns:r="${officeRelations}"><sheets><sheet name="${encodeXml(validSheetName(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    // The second cell style has the format 49, which is Text.
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${names}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
  ];
}

function relations(parts: readonly (readonly [type: string, target: string])[]): string {
  const lines = parts.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeRelations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageNames}/relationships">${lines.join('')}</Relationships>`;
}

/** Excel takes at most 31 characters and none of []:*?/\, nor an apostrophe at either end. */
function validSheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]|^'+|'+$/g, '').slice(0, 31) || 'Sheet1';
}

async function* writeSheet(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string, void> {
  yield `${head}<worksheet xmlns="${names}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="16384" width="18" style="1" customWidth="1"/></cols><sheetData>`;
  let text = '';
  let row = 0;
  for await (const cells of rows) {
    if (row >= sheetRows) throw new AppError('invalid-input', { reason: 'table-too-long' });
    text += `<row r="${row + 1}">`;
    for (const [column, cell] of cells.entries()) text += writeCell(cell, row, column);
    text += '</row>';
    row += 1;
    if (text.length < batchCharacters) continue;
    yield text;
    text = '';
  }
  // Without the last element Excel would mark every id as a number stored as text.
  yield `${text}</sheetData><ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

function writeCell(cell: string, row: number, column: number): string {
  if (cell === '') return '';
  if (cell.length > cellCharacters) {
    throw new AppError('invalid-input', { reason: 'cell-too-long-for-excel', path: cellPlace(row, column) });
  }
  const space = /^\s|\s$|\n/.test(cell) ? ' xml:space="preserve"' : '';
  const place = columnLetters(column) + (row + 1);
  return `<c r="${place}" s="1" t="inlineStr"><is><t${space}>${encodeXml(cell)}</t></is></c>`;
}

/** What XML cannot hold is written as Office does: _xHHHH_; so is the underscore of a text that looks like that. */
function encodeXml(text: string): string {
  if (!/[&<>"_\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text)) return text;
  return text
    .replace(/_(?=x[\da-f]{4})/gi, '_x005F_')
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, escapeUnit)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
