import { isNeutralised } from '@/lib/tables/text/unwrap-cell';

/** How much text is kept in this context before it goes to the browser's blob store. */
const batchCharacters = 500_000;

/**
 * A CSV that Excel opens as it is: UTF-8 with its mark, CRLF. What Excel would compute gets a leading apostrophe, so
 * that no cell of a stranger runs a formula; our own reading takes it away again.
 */
export async function writeCsv(rows: AsyncIterable<readonly string[]>): Promise<Blob> {
  const parts: Blob[] = [];
  let text = '\uFEFF';
  for await (const cells of rows) {
    text += `${cells.map(writeCell).join(',')}\r\n`;
    if (text.length < batchCharacters) continue;
    parts.push(new Blob([text]));
    text = '';
  }
  parts.push(new Blob([text]));
  return new Blob(parts, { type: 'text/csv' });
}

function writeCell(cell: string): string {
  const text = mayBeFormula(cell) ? `'${cell}` : cell;
  return needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Signs that begin a formula (OWASP, "CSV Injection"); Chinese Excel takes the wide ones too. A number is none: -12.5, +86. */
function mayBeFormula(cell: string): boolean {
  if (isNeutralised(cell)) return true;
  return /^[=+\-@＝＋－＠\t\r\n]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell);
}

/** Also where another program may guess another separator, another first line or a page. */
function needsQuotes(text: string): boolean {
  return /[",;|｜\t\r\n]|^[\s<]|\s$|^sep=/i.test(text);
}
