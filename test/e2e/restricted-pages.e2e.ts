import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goToOpportunity, openSurfaceOver } from './drive.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';
import { tabIdOf } from './worker.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

const { barriers, needsClick } = said.opportunity;
let stage: Stage;
let server: Server;
let files: string;

beforeAll(async () => {
  stage = await openStage();
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain;charset=utf-8' });
    response.end('商机ID: 20191214888');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  files = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await stage.close();
});

test.each<[string, string, () => string]>([
  ["the browser's own page", barriers['browser-page'], () => 'chrome://version/'],
  ['a file that is no page', barriers['not-a-page'], () => `${files}/a.txt`],
  // Without a click the browser does not say what it is.
  ['a blank page', needsClick, () => 'about:blank'],
  ['a file of this computer', needsClick, () => 'file:///etc/hostname'],
  ['an address that nobody answers', barriers['error-page'], () => 'http://127.0.0.1:9/'],
])('%s: a sentence, and no error', async (_, sentence, address) => {
  const page = await stage.browser.context.newPage();
  await page.goto(address()).catch(() => undefined);
  const before = stage.browser.consoleLines.length;
  const popup = await openSurfaceOver(stage, page);
  await popup.getByText(sentence).waitFor();
  await popup.getByRole('textbox').waitFor();
  expect(stage.browser.consoleLines.slice(before).filter((line) => /^(?:error|uncaught)/.test(line))).toEqual([]);
  await popup.close();
  await page.close();
});

test('a discarded tab is left asleep, and says so', async () => {
  const page = await stage.browser.context.newPage();
  await goToOpportunity(page, stage.sandbox.url, '20191214888');
  const tabId = await tabIdOf(stage.browser, page);
  const front = await stage.browser.context.newPage();
  await front.bringToFront();
  const worker = await stage.browser.worker();
  const asleepId = await worker.evaluate(async (id) => (await chrome.tabs.discard(id))?.id, tabId);
  const popup = await stage.browser.openPage('popup.html', { width: 400, height: 720, tabId: asleepId ?? tabId });
  await popup.getByText(barriers.asleep).waitFor();
  expect(await worker.evaluate(async (id) => (await chrome.tabs.get(id)).discarded, asleepId ?? tabId)).toBe(true);
  await popup.close();
  await front.close();
});
