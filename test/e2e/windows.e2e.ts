import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Display } from './display.ts';
import { goToOpportunity } from './drive.ts';
import { clickToolbarIcon } from './native.ts';
import { recordShown } from './shown-trace.ts';
import { attachSurface, isSurfaceOpen } from './surface.ts';
import { waitUntil } from './wait-until.ts';
import { openWindowedStage, type WindowedStage } from './windowed-stage.ts';
import { said } from './words.ts';

let display: Display;
let stage: WindowedStage;

beforeAll(async () => {
  stage = await openWindowedStage();
  ({ display } = stage);
});
afterAll(() => stage.close());

/** Another window, which has the focus from then on. */
async function openWindow(beside: Page): Promise<Page> {
  const { context } = stage.browser;
  const session = await context.newCDPSession(beside);
  const opened = context.waitForEvent('page');
  await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  await session.detach();
  return opened;
}

test('a side panel follows its own window, whatever goes on in another that has the focus', async () => {
  const [first] = stage.browser.context.pages() as [Page];
  const { url } = stage.sandbox;
  const [shownId, laterId, ...elsewhere] = [7, 8, 9, 10, 11].map((number) => String(20191215000 + number));
  await goToOpportunity(first, url, shownId ?? '');
  await first.bringToFront();
  // A browser that has only just started may not have drawn its toolbar yet.
  await waitUntil('the popup to open', async () => {
    await clickToolbarIcon(display);
    return waitUntil('it', () => isSurfaceOpen(stage.browser, 'popup.html'), { timeoutMs: 5000 }).catch(() => false);
  });
  const popup = await attachSurface(stage.browser, 'popup.html');
  await popup.page.getByRole('button', { name: said.app.openPanel }).click();
  const panel = await attachSurface(stage.browser, 'sidepanel.html');
  await popup.detach();
  const shows = (id: string) => panel.page.getByText(id, { exact: true }).first().waitFor();
  await shows(shownId ?? '');
  const trace = await recordShown(panel.page);

  const second = await openWindow(first);
  for (const id of elsewhere) await goToOpportunity(second, url, id);
  expect(await second.evaluate(() => document.hasFocus())).toBe(true);
  // Its own page goes on behind the other window.
  await goToOpportunity(first, url, laterId ?? '');
  await shows(laterId ?? '');
  await goToOpportunity(second, url, elsewhere[0] ?? '');
  await second.close();
  await shows(laterId ?? '');
  const shownIds = (await trace()).flatMap(({ id }) => id ?? []);
  expect([...new Set(shownIds)]).toEqual([shownId, laterId]);
  await panel.page.close();
  await panel.detach();
});
