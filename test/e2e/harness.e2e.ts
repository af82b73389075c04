import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccessibilityFaults } from './axe.ts';
import { type ExtensionBrowser, launchBrowser } from './browser.ts';
import { type Display, startDisplay } from './display.ts';
import { makeGrantedBuild } from './granted-build.ts';
import { recordMessages } from './message-record.ts';
import {
  answerPermissionPrompt,
  chooseFromBottom,
  clickToolbarIcon,
  pressKeys,
  rightClick,
  takeDesktopPicture,
} from './native.ts';
import { attachSurface, isSurfaceOpen } from './surface.ts';
import { isWorkerRunning, killWorker, tabIdOf } from './worker.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

const fixtureDir = fileURLToPath(new URL('fixture-extension', import.meta.url));
const readMark = () => (globalThis as unknown as { mark: string }).mark;

/** The other tests believe the harness; here it has to find what was planted, on an extension of its own. */
describe('headless', () => {
  const build = makeGrantedBuild(['http://127.0.0.1/*'], fixtureDir);
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    browser = await launchBrowser({ extensionDir: build.extensionDir, language: 'en' });
  });
  afterAll(async () => {
    await browser.close();
    build.remove();
  });

  test('the copy of the build holds the host permission and the original does not', async () => {
    const worker = await browser.worker();
    expect(await worker.evaluate(() => chrome.permissions.getAll())).toMatchObject({ origins: ['http://127.0.0.1/*'] });
    expect(readFileSync(join(fixtureDir, 'manifest.json'), 'utf8')).not.toContain('"host_permissions"');
  });

  test('a killed worker has lost its memory and the next message starts it', async () => {
    const worker = await browser.worker();
    await worker.evaluate(() => Object.assign(globalThis, { mark: 'changed' }));
    expect(await worker.evaluate(readMark)).toBe('changed');
    await killWorker(browser);
    expect(await isWorkerRunning(browser)).toBe(false);
    const page = await browser.openPage('sidepanel.html');
    expect(await page.evaluate(() => chrome.runtime.sendMessage('are you there'))).toBe('fresh');
    expect(await (await browser.worker()).evaluate(readMark)).toBe('fresh');
    await page.close();
  });

  test('a stopped worker is started on demand', async () => {
    await killWorker(browser);
    expect(await (await browser.worker()).evaluate(readMark)).toBe('fresh');
  });

  test('a page opens in the size asked for, about the tab asked for', async () => {
    const tab = await browser.context.newPage();
    const tabId = await tabIdOf(browser, tab);
    const page = await browser.openPage('sidepanel.html', { width: 360, height: 640, tabId, hash: 'jobs' });
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([360, 640]);
    expect(page.url()).toMatch(new RegExp(`sidepanel.html\\?tabId=${tabId}#jobs$`));
    await page.close();
    await tab.close();
  });

  test('axe finds the planted faults, and none on the page that has none', async () => {
    const faulty = await browser.openPage('popup.html');
    const faults = await findAccessibilityFaults(faulty);
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual(['html-has-lang', 'image-alt', 'label']);
    const good = await browser.openPage('sidepanel.html');
    expect(await findAccessibilityFaults(good)).toEqual([]);
    await Promise.all([faulty.close(), good.close()]);
  });

  test('console lines of pages and worker, and messages both ways, are recorded', async () => {
    const messages = await recordMessages(browser.context);
    const page = await browser.openPage('sidepanel.html');
    await page.evaluate(() => chrome.runtime.sendMessage('a message to record'));
    await page.evaluate(() => setTimeout(() => Promise.reject(new Error('nobody caught this'))));
    await expect.poll(() => browser.consoleLines.join('\n')).toContain('nobody caught this');
    expect(browser.consoleLines.join('\n')).toContain('worker heard a message to record');
    expect(messages).toContain('{"direction":"sent","message":"a message to record"}');
    expect(messages).toContain('{"direction":"answer","message":"fresh"}');
    await page.close();
  });
});

test('the browser speaks the language asked for', async () => {
  for (const [language, seen] of [
    ['zh-CN', 'zh-CN'],
    ['en', 'en'],
  ] as const) {
    const browser = await launchBrowser({ extensionDir: fixtureDir, language });
    const page = await browser.openPage('sidepanel.html');
    expect(await page.evaluate(() => navigator.language)).toBe(seen);
    expect(await (await browser.worker()).evaluate(() => navigator.language)).toBe(seen);
    await browser.close();
    expect(existsSync(browser.profileDir)).toBe(false);
  }
});

describe('in a window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crm-sidekick-harness-'));
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>A page</title><h1>A page to click on</h1><p id="near">20191214888</p>');
  });
  let display: Display;
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    display = await startDisplay();
    browser = await launchBrowser({ extensionDir: fixtureDir, window: { display: display.name }, language: 'en' });
  });
  afterAll(async () => {
    await browser.close();
    await display.close();
    server.close();
    rmSync(folder, { recursive: true });
  });

  test('an item of the native context menu opens the real side panel, and the native prompt can be answered', async () => {
    const [page] = browser.context.pages();
    if (page === undefined) throw new Error('The window has no tab.');
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const worker = await browser.worker();
    await expect.poll(() => worker.evaluate(() => (globalThis as unknown as { hasMenu?: boolean }).hasMenu)).toBe(true);
    expect(await isSurfaceOpen(browser, 'sidepanel.html')).toBe(false);

    const tab = await browser.openPage('sidepanel.html');
    expect(await isSurfaceOpen(browser, 'sidepanel.html')).toBe(false);
    await tab.close();

    await rightClick(display, page, { x: 300, y: 300 });
    await chooseFromBottom(display, 3);
    const panel = await attachSurface(browser, 'sidepanel.html');
    await panel.page.getByRole('textbox', { name: 'Name' }).fill('王五');
    await panel.page.getByRole('button', { name: 'Greet' }).click();
    expect(await panel.page.getByRole('status').textContent()).toBe('Hello 王五');
    expect(await findAccessibilityFaults(panel.page)).toEqual([]);
    await expect.poll(() => browser.consoleLines.join('\n')).toContain('panel greets');

    const ask = () => panel.page.getByRole('button', { name: 'Ask for the site' }).click();
    await answerPermissionPrompt(display, ask, 'deny');
    await expect.poll(() => panel.page.getByRole('status').textContent()).toBe('refused');
    await answerPermissionPrompt(display, ask, 'allow', join(folder, 'prompt.png'));
    await expect.poll(() => panel.page.getByRole('status').textContent()).toBe('granted');
    expect(await worker.evaluate(() => chrome.permissions.getAll())).toMatchObject({ origins: ['http://127.0.0.1/*'] });
    expect(readFileSync(join(folder, 'prompt.png')).readUInt32BE(16)).toBe(1280);

    // With the panel open the page begins elsewhere on the screen; a click must still land where it is meant.
    const clicked = page.evaluate(
      () => new Promise((resolve) => addEventListener('contextmenu', (event) => resolve((event.target as Element).id))),
    );
    const box = await page.locator('#near').boundingBox();
    if (box === null) throw new Error('The line is not shown.');
    await rightClick(display, page, { x: box.x + 20, y: box.y + box.height / 2 });
    expect(await clicked).toBe('near');
    await pressKeys(display, 'Escape');
    await panel.page.close();
    await panel.detach();
  });

  test.each([
    ['its icon in the toolbar', () => clickToolbarIcon(display)],
    ['its keys', () => pressKeys(display, 'alt+shift+k')],
  ])('the real popup opens by %s and can be driven', async (_way, open) => {
    await open();
    const popup = await attachSurface(browser, 'popup.html');
    expect(await popup.page.getByRole('heading').textContent()).toBe('Fixture popup');
    takeDesktopPicture(display, join(folder, 'popup.png'));
    await popup.detach();
    await pressKeys(display, 'Escape');
    await expect.poll(() => isSurfaceOpen(browser, 'popup.html')).toBe(false);
  });
});

test('a build folder without a manifest is refused with its path', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'crm-sidekick-empty-'));
  writeFileSync(join(empty, 'readme'), '');
  await expect(launchBrowser({ extensionDir: empty })).rejects.toThrow(empty);
  rmSync(empty, { recursive: true });
});
