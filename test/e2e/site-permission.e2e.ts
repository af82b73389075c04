import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Display } from './display.ts';
import { goToOpportunity } from './drive.ts';
import { answerPermissionPrompt, clickToolbarIcon } from './native.ts';
import { openSection } from './setup.ts';
import { attachSurface, isSurfaceOpen } from './surface.ts';
import { openWindowedStage, type WindowedStage } from './windowed-stage.ts';
import { said } from './words.ts';
import { tabIdOf } from './worker.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

const { opportunity, sites } = said;
const [first, second] = ['20191215090', '20191215091'] as const;

// The build as it is shipped, and the browser's own prompts.
let display: Display;
let stage: WindowedStage;
let options: Page;
let crm: Page;
let origin: string;

beforeAll(async () => {
  stage = await openWindowedStage({ isGranted: false });
  ({ display } = stage);
  [options] = stage.browser.context.pages() as [Page];
  await options.goto(`chrome-extension://${stage.browser.extensionId}/options.html`);
  origin = `http://crm.localhost:${stage.sandbox.port}`;
  crm = await stage.browser.context.newPage();
  await goToOpportunity(crm, origin, first);
});
afterAll(() => stage.close());

async function permitted() {
  const worker = await stage.browser.worker();
  return worker.evaluate(async () => ({
    origins: (await chrome.permissions.getAll()).origins ?? [],
    scripts: (await chrome.scripting.getRegisteredContentScripts()).map(({ matches }) => matches),
  }));
}

/** A panel over the CRM's tab, which no click has opened: what it shows it was allowed to read. */
async function openPanel(): Promise<Page> {
  const tabId = await tabIdOf(stage.browser, crm);
  return stage.browser.openPage('sidepanel.html', { width: 400, height: 720, tabId });
}

test('nothing is read before a click', async () => {
  const panel = await openPanel();
  await panel.getByText(opportunity.needsClick).waitFor();
  await panel.close();
  expect(await permitted()).toEqual({ origins: [], scripts: [] });
});

test('always on this site asks for exactly that host and registers the reader, though the prompt closes the popup', async () => {
  await crm.bringToFront();
  await clickToolbarIcon(display);
  const popup = await attachSurface(stage.browser, 'popup.html');
  await popup.page.getByText(first, { exact: true }).first().waitFor();
  // The prompt may close the popup before the click is confirmed; without a prompt the next line fails.
  const press = () =>
    popup.page
      .getByRole('button', { name: opportunity.grant })
      .click()
      .catch((thrown: Error) => expect(thrown.message).toContain('has been closed'));
  await answerPermissionPrompt(display, press, 'allow');
  const site = `${origin}/*`;
  await expect.poll(permitted).toEqual({ origins: [site], scripts: [[site]] });
  // The prompt took the focus, and the popup with it: the worker went on alone.
  expect(await isSurfaceOpen(stage.browser, 'popup.html')).toBe(false);
  await popup.detach();
  await goToOpportunity(crm, origin, second);
  const panel = await openPanel();
  await panel.getByText(second, { exact: true }).first().waitFor();
  await panel.close();
});

test('taken back in the browser, it says so at the site and reads nothing; allowed again, it reads', async () => {
  await options.bringToFront();
  await openSection(options, 'sites');
  await options.getByText(origin).waitFor();
  const worker = await stage.browser.worker();
  await worker.evaluate((site) => chrome.permissions.remove({ origins: [site] }), `${origin}/*`);
  await options.getByText(sites.notPermitted).waitFor();
  await expect.poll(permitted).toEqual({ origins: [], scripts: [] });
  // Another tab: the click on the icon still holds for the one where it was.
  await crm.close();
  crm = await stage.browser.context.newPage();
  await goToOpportunity(crm, origin, first);
  const closed = await openPanel();
  await closed.getByText(opportunity.needsClick).waitFor();
  await closed.close();
  await options.bringToFront();
  // What was granted once by a prompt the browser grants again without one.
  await options.getByRole('button', { name: /^重新允许/ }).click();
  await options.getByText(sites.notPermitted).waitFor({ state: 'detached' });
  const open = await openPanel();
  await open.getByText(first, { exact: true }).first().waitFor();
  await open.close();
});
