import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
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

/** Exports the result and gives its cells, the header first. Every cell is plain here: no quotes within. */
export async function exportCsv(panel: Page): Promise<string[][]> {
  await panel.getByRole('button', { name: bulk.job.exportResult }).click();
  const [download] = await Promise.all([
    panel.waitForEvent('download'),
    panel.getByRole('button', { name: bulk.job.exportCsv, exact: true }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  if (!text.startsWith('\uFEFF')) throw new Error('The file has no mark that Excel knows UTF-8 by.');
  const lines = text.slice(1).trimEnd().split('\r\n');
  return lines.map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
}
