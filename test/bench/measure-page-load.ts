import type { Page } from 'playwright-core';
import { askWorker } from '../e2e/chaos/ask-worker.ts';
import { openStage } from '../e2e/stage.ts';
import { type Figure, median } from './figures.ts';

const rounds = 60;

/** How much longer a CRM's page takes to load where the reader is, the same page under two names of one server, in turn. */
export async function measurePageLoad(): Promise<Figure[]> {
  const stage = await openStage();
  try {
    const panel = await stage.browser.openPage('sidepanel.html');
    await askWorker(panel, 'site.enable', { origin: stage.sandbox.url, name: 'bench' });
    await panel.close();
    const { port } = stage.sandbox;
    const page = await stage.browser.context.newPage();
    const times: { read: number[]; unread: number[] } = { read: [], unread: [] };
    for (let round = 0; round < rounds; round += 1) {
      times.unread.push(await loadMs(page, `http://localhost:${port}/opportunities/20191214888`));
      times.read.push(await loadMs(page, `http://127.0.0.1:${port}/opportunities/20191214888`));
    }
    const [read, unread] = [median(times.read), median(times.unread)];
    return [
      { what: 'page load without the reader', value: unread, unit: 'ms' },
      { what: 'page load with the reader', value: read, unit: 'ms' },
      { what: 'page load, with against without', value: read / unread, unit: 'times', bar: { most: 1.02 } },
    ];
  } finally {
    await stage.close();
  }
}

async function loadMs(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return (navigation?.loadEventEnd ?? 0) - (navigation?.responseStart ?? 0);
  });
}
