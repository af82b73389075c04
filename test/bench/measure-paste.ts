import type { Page } from 'playwright-core';
import { openBulk } from '../e2e/bulk-stage.ts';
import { openStage } from '../e2e/stage.ts';
import { type Figure, median } from './figures.ts';
import { putText, tableWorkerPath } from './page-tables.ts';
import { watchThread } from './watch-thread.ts';

const table = { rows: 50_000, firstCard: 0, columns: 8 };
const rounds = 5;

/** Inside functions that are evaluated in the page. */
declare const benchText: string;

/** A paste of 50,000 rows of 8 columns, from the text to the last row in the page, by every newline and two separators. */
export async function measurePaste(): Promise<Figure[]> {
  const stage = await openStage();
  try {
    const panel = await openBulk(stage, 'sell-cards');
    await putText(panel, table);
    const figures: Figure[] = [];
    for (const [name, newline, separator] of [
      ['LF, tabs', '\n', '\t'],
      ['CRLF, tabs', '\r\n', '\t'],
      ['CR, commas', '\r', ','],
    ] as const) {
      await putEnds(panel, { newline, separator });
      const times: number[] = [];
      const { longestMs } = await watchThread(panel, async () => {
        for (let round = 0; round < rounds; round += 1) times.push(await parse(panel));
      });
      figures.push(
        { what: `50,000 × 8 pasted (${name})`, value: median(times), unit: 'ms', bar: { most: 1000 } },
        { what: `50,000 × 8 pasted (${name}), longest task`, value: longestMs, unit: 'ms', bar: { most: 50 } },
      );
    }
    return figures;
  } finally {
    await stage.close();
  }
}

/** The same table by other newlines and separators. The making of it is no part of what is measured. */
async function putEnds(panel: Page, ends: { newline: string; separator: string }): Promise<void> {
  await panel.evaluate(({ newline, separator }) => {
    const text = benchText.replace(/\r\n|\r|\n/g, newline).replace(/\t|,/g, separator);
    Object.assign(globalThis, { benchText: text });
  }, ends);
  await panel.waitForTimeout(500);
}

/** By the extension's own worker, asked as `openTable` asks it. */
function parse(panel: Page): Promise<number> {
  return panel.evaluate(async (path) => {
    const startedAt = performance.now();
    const worker = new Worker(path, { type: 'module' });
    const ask = (call: string, asked: object) =>
      new Promise<{ value: { rows: string[][] } | null }>((resolve) => {
        worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
        worker.postMessage({ call, ask: asked });
      });
    const text = benchText;
    for (let at = 0; at < text.length; at += 2_000_000) await ask('addText', { piece: text.slice(at, at + 2_000_000) });
    await ask('openText', { options: {} });
    let rows = 0;
    for (let next = await ask('nextChunk', {}); next.value; next = await ask('nextChunk', {}))
      rows += next.value.rows.length;
    worker.terminate();
    if (rows !== 50_001) throw new Error(`${rows} rows came out.`);
    return performance.now() - startedAt;
  }, tableWorkerPath());
}
