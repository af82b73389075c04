import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { builtExtensionDir } from '../e2e/granted-build.ts';

export type Table = { rows: number; firstCard: number; columns: number };

/** The built worker that tables are read and written in. */
export function tableWorkerPath(): string {
  const file = readdirSync(`${builtExtensionDir}/assets`).find((name) => name.startsWith('table-worker'));
  if (!file) throw new Error('The build has no table worker.');
  return `/assets/${file}`;
}

/** Inside functions that are evaluated in the page: what is made there must not be sent there, which takes as long. */
declare const benchText: string;
declare const benchFile: File;

/** Cells of `columns` columns, the first a card's number. */
function makeText({ rows, firstCard, columns }: Table): void {
  const words = ['姓名', '备注', '门店', '城市', '金额', '日期', '电话'];
  const lines = [['卡号', ...words.slice(0, columns - 1)].join('\t')];
  for (let row = 0; row < rows; row += 1) {
    const cells = [`66${String(firstCard + row).padStart(8, '0')}`];
    for (let column = 1; column < columns; column += 1) cells.push(`第${row}行，${column}列`);
    lines.push(cells.join('\t'));
  }
  Object.assign(globalThis, { benchText: lines.join('\n') });
}

/** Puts a table's text at hand, and answers what pastes it as a person's Ctrl+V would. */
export async function putText(panel: Page, table: Table): Promise<() => Promise<void>> {
  await panel.evaluate(makeText, table);
  await panel.locator('#bulk-paste').waitFor();
  return () =>
    panel.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', benchText);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('#bulk-paste')?.dispatchEvent(event);
    });
}

/** As `putText`, with a workbook that is chosen as a file; it is written by the extension's own worker. */
export async function putFile(panel: Page, table: Table): Promise<() => Promise<void>> {
  await panel.evaluate(makeText, table);
  await panel.evaluate(writeFile, tableWorkerPath());
  await panel.locator('#bulk-file').waitFor({ state: 'attached' });
  return () =>
    panel.evaluate(() => {
      const chosen = new DataTransfer();
      chosen.items.add(benchFile);
      const input = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (!input) throw new Error('There is nowhere to choose a file.');
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
}

async function writeFile(path: string): Promise<void> {
  const worker = new Worker(path, { type: 'module' });
  const ask = (call: string, asked: object) =>
    new Promise<{ value: Blob }>((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
      worker.postMessage({ call, ask: asked });
    });
  const rows = benchText.split('\n').map((line) => line.split('\t'));
  await ask('beginWriting', { format: 'xlsx', sheetName: 'cards' });
  for (let from = 0; from < rows.length; from += 1000) await ask('addRows', { rows: rows.slice(from, from + 1000) });
  const { value } = await ask('finishWriting', {});
  worker.terminate();
  Object.assign(globalThis, { benchFile: new File([value], 'cards.xlsx') });
}
