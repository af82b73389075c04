import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccessibilityFaults } from '../e2e/axe.ts';

const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));
const pages = ['controls', 'fields', 'panel', 'popup', 'release'];
const looks = [
  { language: 'zh-CN', theme: 'light', width: 360 },
  { language: 'zh-CN', theme: 'dark', width: 480 },
  { language: 'en', theme: 'light', width: 480 },
  { language: 'en', theme: 'dark', width: 360 },
];

describe.each(pages)('the gallery page “%s”', (name) => {
  test.each(looks)('in $language, $theme, at $width px', async ({ language, theme, width }) => {
    const page = await browser.newPage({ viewport: { width, height: 640 } });
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${origin}?page=${name}&language=${language}&theme=${theme}`);
    await page.locator('h1').waitFor();

    expect(await findAccessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    // The server's policy is as strict as an extension page's could be: an inline style would be reported here.
    expect(errors).toEqual([]);
    await page.close();
  });
});

test('a dialog takes the focus, closes by Escape and gives the focus back', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}?page=fields&language=en`);
  const opener = page.getByRole('button', { name: 'Delete…' });
  await opener.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await findAccessibilityFaults(page)).toEqual([]);
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.close();
});

test('chips are chosen by arrow keys and left by one Tab', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}?page=release&language=en`);
  const group = page.getByRole('group', { name: 'Reason' });
  await group.getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await group.getByRole('radio', { checked: true }).inputValue()).toBe('已用竞品');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('note');
  await page.close();
});

let server: PreviewServer;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  await build({ configFile, logLevel: 'error' });
  server = await preview({ configFile, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  origin = server.resolvedUrls?.local[0] ?? '';
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});
