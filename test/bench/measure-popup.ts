import { launchBrowser } from '../e2e/browser.ts';
import { setUp } from '../e2e/setup.ts';
import { openStage } from '../e2e/stage.ts';
import { type Figure, median } from './figures.ts';

const rounds = 15;

/** How soon a popup shows its first content, ours beside a blank extension's, in turn and in browsers started alike. */
export async function measurePopup(): Promise<Figure[]> {
  const stage = await openStage();
  const blank = await launchBrowser({ extensionDir: 'test/bench/blank-extension' });
  try {
    await setUp(stage);
    const times: { ours: number[]; blank: number[] } = { ours: [], blank: [] };
    for (let round = 0; round < rounds; round += 1) {
      times.blank.push(await firstPaintMs(blank));
      times.ours.push(await firstPaintMs(stage.browser));
    }
    const [ours, theirs] = [median(times.ours), median(times.blank)];
    return [
      { what: 'popup, first content', value: ours, unit: 'ms' },
      { what: 'a blank popup, first content', value: theirs, unit: 'ms' },
      { what: 'popup against a blank one', value: ours / theirs, unit: 'times', bar: { most: 1.5 } },
    ];
  } finally {
    await blank.close();
    await stage.close();
  }
}

async function firstPaintMs(browser: Awaited<ReturnType<typeof launchBrowser>>): Promise<number> {
  const page = await browser.openPage('popup.html', { width: 360, height: 480 });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const ms = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  await page.close();
  return ms;
}
