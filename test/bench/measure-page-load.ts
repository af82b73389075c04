import type { Page } from 'playwright-core';
import { askWorker } from '../e2e/chaos/ask-worker.ts';
import { openStage } from '../e2e/stage.ts';
import { type Figure, median } from './figures.ts';
import { startWeightyPage } from './weighty-page.ts';

const rounds = 40;

/**
 * How much longer a CRM's page takes to load where the reader is: the same page under two names of one server, in turn. On
 * the sandbox's own page, which is next to nothing, what a content script costs by being there shows bare.
 */
export async function measurePageLoad(): Promise<Figure[]> {
  const stage = await openStage();
  const weighty = await startWeightyPage();
  try {
    const panel = await stage.browser.openPage('sidepanel.html');
    for (const { port } of [stage.sandbox, weighty])
      await askWorker(panel, 'site.enable', { origin: `http://127.0.0.1:${port}`, name: 'bench' });
    await panel.close();
    const page = await stage.browser.context.newPage();
    const heavy = await compare(page, `${weighty.port}/opportunities/20191214888`);
    const bare = await compare(page, `${stage.sandbox.port}/opportunities/20191214888`);
    return [
      { what: 'page of a CRM’s weight, load without the reader', value: heavy.unread, unit: 'ms' },
      { what: 'page of a CRM’s weight, load with the reader', value: heavy.read, unit: 'ms' },
      {
        what: 'page of a CRM’s weight, with against without',
        ...{ value: heavy.read / heavy.unread, unit: 'times', bar: { most: 1.02 } },
      },
      { what: 'page of next to nothing, load without the reader', value: bare.unread, unit: 'ms' },
      { what: 'page of next to nothing, added by the reader', value: bare.read - bare.unread, unit: 'ms' },
    ];
  } finally {
    await weighty.close();
    await stage.close();
  }
}

async function compare(page: Page, path: string): Promise<{ read: number; unread: number }> {
  const times: { read: number[]; unread: number[] } = { read: [], unread: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.unread.push(await loadMs(page, `http://localhost:${path}`));
    times.read.push(await loadMs(page, `http://127.0.0.1:${path}`));
  }
  return { read: median(times.read), unread: median(times.unread) };
}

async function loadMs(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  const ms = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return (navigation?.loadEventEnd ?? 0) - (navigation?.responseStart ?? 0);
  });
  // What the reader does after one page must not be in the next one's time.
  await page.waitForTimeout(100);
  return ms;
}
