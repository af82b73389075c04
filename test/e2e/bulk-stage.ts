import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { parseCsv } from './parse-csv.ts';
import type { Stage } from './stage.ts';

export type BulkOperation = 'release-opportunity' | 'update-opportunity' | 'submit-outreach' | 'sell-cards';

/** The side panel where a job of many rows begins. */
export function openBulk({ browser }: Stage, operation: BulkOperation): Promise<Page> {
  return browser.openPage('sidepanel.html', { width: 360, height: 900, hash: `/bulk/${operation}` });
}

/** Pastes cells as Excel puts them on the clipboard, and has every row read. */
export async function pasteRows(panel: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const text = rows.map((cells) => cells.join('\t')).join('\r\n');
  await panel.locator('#bulk-paste').evaluate((box, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await readAll(panel);
}

/** Chooses a file as a person does, through the browser's dialog. */
export async function chooseFile(panel: Page, file: { name: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([
    panel.waitForEvent('filechooser'),
    panel.getByRole('button', { name: bulk.rowsIn.chooseFile }).click(),
  ]);
  await chooser.setFiles({ ...file, mimeType: 'application/octet-stream' });
}

export async function readAll(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: bulk.rowsIn.read }).click();
  await panel.getByRole('button', { name: bulk.columns.next }).waitFor();
}

/** From the columns to what stands against the rows. */
export async function checkRows(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: bulk.columns.next }).click();
  await panel.getByText(bulk.check.rows, { exact: true }).waitFor();
}

export function runButton(panel: Page, operation: BulkOperation, count: number) {
  return panel.getByRole('button', { name: bulk[operation].run(String(count)), exact: true });
}

/** The filter of a preflight or of a job's rows, with how many it holds. */
export function filter(panel: Page, name: string, count: number) {
  return panel.getByRole('radio', { name: bulk.check.filterCount(name, String(count)), exact: true });
}

/** Exports the result and gives its cells, the header first. */
export async function exportCsv(panel: Page): Promise<string[][]> {
  const text = readFileSync(await exportAs(panel, bulk.job.exportCsv), 'utf8');
  if (!text.startsWith('\uFEFF')) throw new Error('The file has no mark that Excel knows UTF-8 by.');
  return parseCsv(text.slice(1));
}

/** The same as a workbook, read by a program that nobody here wrote. */
export async function exportXlsx(panel: Page): Promise<string[][]> {
  const rows = await readSheet(await exportAs(panel, bulk.job.exportXlsx), { trim: false });
  return rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))));
}

/** Gives the path of the file. */
async function exportAs(panel: Page, format: string): Promise<string> {
  await panel.getByRole('button', { name: bulk.job.exportResult }).click();
  const [download] = await Promise.all([
    panel.waitForEvent('download'),
    panel.getByRole('button', { name: format, exact: true }).click(),
  ]);
  return download.path();
}

/** Decides every unknown row of a job at once, through the dialog that says what it means. */
export async function decideAllAs(
  panel: Page,
  operation: BulkOperation,
  choice: 'mark-succeeded' | 'mark-failed' | 'send-again',
  count: number,
): Promise<void> {
  const { label, note } = bulk[operation][choice];
  const all = choice === 'send-again' ? bulk.job.decideAllAgain : bulk.job.decideAll;
  await panel.getByRole('button', { name: all(label, String(count)), exact: true }).click();
  const dialog = panel.getByRole('dialog');
  await dialog.getByText(note).waitFor();
  await dialog.getByRole('button', { name: label }).click();
}
