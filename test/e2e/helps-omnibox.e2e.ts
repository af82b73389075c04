import { afterAll, beforeAll, expect, test } from 'vitest';
import { omnibox } from '../../assets/messages/zh-cn/omnibox.ts';
import type { Display } from './display.ts';
import { goToOpportunity, openSurfaceOver } from './drive.ts';
import { pressKeys, takeDesktopPicture } from './native.ts';
import { waitUntil } from './wait-until.ts';
import { openWindowedStage, type WindowedStage } from './windowed-stage.ts';
import { said } from './words.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser & {
  management: { getPermissionWarningsByManifest(text: string): Promise<string[]> };
};

const id = '9007199254740993';
let display: Display;
let stage: WindowedStage;

beforeAll(async () => {
  stage = await openWindowedStage();
  ({ display } = stage);
});
afterAll(() => stage.close());

/** Types the keyword and a text into the real address bar of a new tab, and presses Enter there. */
async function typeAndEnter(text: string, picture?: string): Promise<void> {
  await stage.browser.context.newPage();
  await pressKeys(display, 'ctrl+l', 's', 'j', 'space', ...text);
  // The suggestion comes once nothing more is typed.
  await new Promise((resolve) => setTimeout(resolve, 600));
  if (picture) takeDesktopPicture(display, picture);
  await pressKeys(display, 'Return');
}

async function waitForTab(address: string): Promise<void> {
  await waitUntil(`a tab at ${address}`, () => stage.browser.context.pages().some((page) => page.url() === address));
}

test('the shipped manifest warns of nothing when it is installed', async () => {
  const worker = await stage.browser.worker();
  const warnings = await worker.evaluate(async () => {
    const manifest = chrome.runtime.getManifest() as { host_permissions?: string[] };
    // The sandbox's own host is this test build's, not the shipped one's.
    const { host_permissions: _, ...shipped } = manifest;
    return chrome.management.getPermissionWarningsByManifest(JSON.stringify(shipped));
  });
  expect(warnings).toEqual([]);
});

test('an id after the keyword opens our page on it where no CRM is known, digit by digit', async () => {
  await typeAndEnter(id, '.tmp/helps-omnibox.png');
  await waitForTab(`chrome-extension://${stage.browser.extensionId}/sidepanel.html#/opportunity/${id}`);
  const page = stage.browser.context.pages().find((one) => one.url().endsWith(id));
  await page?.getByText(id, { exact: true }).first().waitFor();
});

test('it opens in the CRM’s own page once the site is known', async () => {
  const page = await stage.browser.context.newPage();
  await goToOpportunity(page, stage.sandbox.url, '20191214888');
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await panel.getByRole('heading', { level: 1 }).waitFor();
  // The build of this test holds the host already: the site is enabled as the worker would after the browser's prompt.
  await panel.evaluate(
    (origin) =>
      chrome.runtime.sendMessage({ contract: 'extension', call: 'site.enable', input: { origin, name: '伙伴CRM' } }),
    stage.sandbox.url,
  );
  await typeAndEnter(id);
  await waitForTab(`${stage.sandbox.url}/crm/opportunities/${id}`);
});

test('what is none is said, and stands in the field where it can be mended', async () => {
  const worker = await stage.browser.worker();
  const suggested = await worker.evaluate(
    (text) =>
      new Promise<string>((resolve) => {
        const event = chrome.omnibox.onInputChanged as unknown as {
          dispatch(text: string, show: (suggestions: { description: string }[]) => void): void;
        };
        event.dispatch(text, ([first]) => resolve(first?.description ?? ''));
      }),
    '<b>ab',
  );
  expect(suggested).toBe(omnibox.nothing('&lt;b&gt;ab'));
  await typeAndEnter('12ab', '.tmp/helps-omnibox-bad.png');
  await waitForTab(`chrome-extension://${stage.browser.extensionId}/sidepanel.html#/opportunity/12ab`);
  const page = stage.browser.context.pages().find((one) => one.url().endsWith('12ab'));
  await page?.getByText(said.opportunity.notOpportunityId).waitFor();
  expect(await page?.locator('#typed-id').inputValue()).toBe('12ab');
});
