import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { ExtensionBrowser } from './browser.ts';
import { waitUntil } from './wait-until.ts';

export type AttachedSurface = {
  /** The real side panel or popup, driven as any page: getByRole, fill, click, screenshot. */
  page: Page;
  /** Lets go of it without closing it. */
  detach(): Promise<void>;
};

/**
 * Attaches to the real side panel or toolbar popup, which Playwright's first connection does not list: a second one,
 * made while the surface is open, does. Waits until it is open. A tab that shows the same file is not taken for it.
 */
export async function attachSurface(
  browser: ExtensionBrowser,
  file: 'sidepanel.html' | 'popup.html',
): Promise<AttachedSurface> {
  const endpoint = `http://127.0.0.1:${browser.debugPort}`;
  const address = `chrome-extension://${browser.extensionId}/${file}`;
  const targetId = await waitUntil(`the real ${file} to open`, () => findTarget(browser, endpoint, address));
  const connection = await chromium.connectOverCDP(endpoint);
  const page = await pageOfTarget(connection.contexts(), targetId);
  page.on('console', (message) => browser.consoleLines.push(`${message.type()} ${message.text()} (${file})`));
  page.on('pageerror', (error) => browser.consoleLines.push(`uncaught ${error.stack ?? error.message}`));
  await page.waitForLoadState();
  return { page, detach: () => connection.close() };
}

/** Whether a real side panel or popup with this file is open now. */
export async function isSurfaceOpen(
  browser: ExtensionBrowser,
  file: 'sidepanel.html' | 'popup.html',
): Promise<boolean> {
  const address = `chrome-extension://${browser.extensionId}/${file}`;
  return (await findTarget(browser, `http://127.0.0.1:${browser.debugPort}`, address)) !== undefined;
}

type Target = { id: string; type: string; url: string };

async function findTarget(browser: ExtensionBrowser, endpoint: string, address: string): Promise<string | undefined> {
  const response = await fetch(`${endpoint}/json/list`);
  const targets = ((await response.json()) as Target[]).filter(
    ({ type, url }) => type === 'page' && url.startsWith(address),
  );
  if (targets.length === 0) return undefined;
  const tabs = await Promise.all(browser.context.pages().map((page) => targetIdOf(browser.context, page)));
  return targets.find(({ id }) => !tabs.includes(id))?.id;
}

async function pageOfTarget(contexts: BrowserContext[], targetId: string): Promise<Page> {
  for (const context of contexts) {
    for (const page of context.pages()) {
      if ((await targetIdOf(context, page)) === targetId) return page;
    }
  }
  throw new Error('The panel or popup closed before it could be attached to.');
}

async function targetIdOf(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}
