import type { Page } from 'playwright-core';

export type Blocked = { longestMs: number; totalMs: number; wallMs: number };

/** Inside functions that are evaluated in the page. */
declare const blocked: { longestMs: number; totalMs: number };

/** What kept a page from answering a person, while `work` went on: its tasks of more than 50 ms, as the browser counts them. */
export async function watchThread(page: Page, work: () => Promise<void>): Promise<Blocked> {
  await page.evaluate(() => {
    const blocked = { longestMs: 0, totalMs: 0 };
    Object.assign(globalThis, { blocked });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        blocked.longestMs = Math.max(blocked.longestMs, duration);
        blocked.totalMs += duration;
      }
    }).observe({ entryTypes: ['longtask'] });
  });
  const startedAt = performance.now();
  await work();
  const wallMs = performance.now() - startedAt;
  return { ...(await page.evaluate(() => blocked)), wallMs };
}
