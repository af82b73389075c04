import type { Page } from 'playwright-core';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { openBulk } from '../e2e/bulk-stage.ts';
import { askWorker } from '../e2e/chaos/ask-worker.ts';
import { holdBackSeconds } from '../e2e/setup.ts';
import type { Stage } from '../e2e/stage.ts';
import type { Figure } from './figures.ts';
import { watchHeaps } from './heaps.ts';
import { perRequest, rows } from './job-stage.ts';
import { putFile, putText, type Table } from './page-tables.ts';
import { type Blocked, watchThread } from './watch-thread.ts';

const longMs = 120_000;
const count = new Intl.NumberFormat('en').format(rows);

/** Everything that a person does with a table of 100,000 cards in the panel, from the clipboard or from a file. */
export async function measurePanel(stage: Stage, source: 'pasted' | 'XLSX', firstCard: number): Promise<Figure[]> {
  const panel = await openBulk(stage, 'sell-cards');
  const table: Table = { rows, firstCard, columns: 3 };
  const put = await (source === 'pasted' ? putText(panel, table) : putFile(panel, table));
  const spent: Record<string, Blocked> = {};
  const phase = async (what: string, work: () => Promise<void>) => {
    spent[what] = await watchThread(panel, work);
  };
  const heaps = await watchHeaps(stage, panel, async () => {
    await phase('opened', async () => {
      await put();
      await button(panel, bulk.rowsIn.read).waitFor({ timeout: longMs });
    });
    await phase('read', async () => {
      await button(panel, bulk.rowsIn.read).click();
      await button(panel, bulk.columns.next).waitFor({ timeout: longMs });
    });
    await fillShared(panel);
    await phase('checked', () => check(panel));
    await phase('filtered', () => filter(panel));
    await phase('run', () => run(panel));
    await phase('exported as CSV', () => exportAs(panel, bulk.job.exportCsv));
    await phase('exported as XLSX', () => exportAs(panel, bulk.job.exportXlsx));
  });
  await panel.close();
  const name = `${rows} rows ${source}`;
  const all = Object.values(spent);
  const workMs = ['read', 'checked', 'run'].reduce((sum, what) => sum + (spent[what]?.wallMs ?? 0), 0);
  const sum = (of: (one: Blocked) => number) => all.reduce((total, one) => total + of(one), 0);
  const heldMs = holdBackSeconds.shortest * 1000;
  return [
    ...Object.entries(spent).map(([what, { wallMs, longestMs }]) => ({
      what: `${name}: ${what} (longest task ${Math.round(longestMs)} ms), in`,
      ...{ value: wallMs / 1000, unit: 's' },
    })),
    {
      what: `${name}: read, checked and run, the hold-back of ${holdBackSeconds.shortest} s counted out`,
      ...{ value: rows / ((workMs - heldMs) / 1000), unit: 'rows/s', bar: { least: 5000 } },
    },
    { what: `${name}: the same with the hold-back`, value: rows / (workMs / 1000), unit: 'rows/s' },
    {
      what: `${name}: longest task of the panel`,
      ...{ value: Math.max(...all.map(({ longestMs }) => longestMs)), unit: 'ms', bar: { most: 50 } },
    },
    {
      what: `${name}: panel blocked meanwhile`,
      ...{ value: (100 * sum(({ totalMs }) => totalMs)) / sum(({ wallMs }) => wallMs), unit: '%', bar: { most: 10 } },
    },
    ...heaps.map((figure) => ({ ...figure, what: `${name}: ${figure.what}` })),
  ];
}

function button(panel: Page, name: string) {
  return panel.getByRole('button', { name, exact: true });
}

/** What all cards have in common; the size of a request is a setting of the whole connection, so it goes by message. */
async function fillShared(panel: Page): Promise<void> {
  await panel.locator('#value-brand_id').fill('3396912');
  await panel.locator('#value-shop_id').fill('4564334');
  const jobId = /[0-9A-Z]{26}/.exec(panel.url())?.[0] ?? '';
  await askWorker(panel, 'bulk.configure', { jobId, rowsPerRequest: perRequest });
}

async function check(panel: Page): Promise<void> {
  await button(panel, bulk.columns.next).click();
  const run = button(panel, bulk['sell-cards'].run(count));
  await run.waitFor({ timeout: longMs });
  await panel.waitForFunction(
    (name) => {
      const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
      return found?.disabled === false;
    },
    bulk['sell-cards'].run(count),
    { timeout: longMs },
  );
}

async function filter(panel: Page): Promise<void> {
  const { filters, filterCount, empty } = bulk.check;
  await panel.getByRole('radio', { name: filterCount(filters.faulty, '0'), exact: true }).click({ force: true });
  await panel.getByText(empty.faulty, { exact: true }).waitFor();
  await panel.getByRole('radio', { name: filterCount(filters.all, count), exact: true }).click({ force: true });
  await panel.getByText(empty.faulty, { exact: true }).waitFor({ state: 'detached' });
}

async function run(panel: Page): Promise<void> {
  await button(panel, bulk['sell-cards'].run(count)).click();
  await button(panel, bulk.job.copySummary).waitFor({ timeout: longMs });
}

async function exportAs(panel: Page, format: string): Promise<void> {
  await button(panel, bulk.job.exportResult).click();
  await Promise.all([panel.waitForEvent('download', { timeout: longMs }), button(panel, format).click()]);
}
