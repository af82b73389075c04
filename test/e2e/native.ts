import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import type { Display } from './display.ts';
import { readScreen, type ScreenPicture, toPng } from './screen-picture.ts';
import { waitUntil } from './wait-until.ts';

const run = promisify(execFile);

/** A place in the page's viewport, CSS pixels. */
export type PagePoint = { x: number; y: number };

/** How long Chromium ignores input to a prompt that has just appeared, so that nobody answers it by chance. */
const promptGuardMs = 700;
const keyPauseMs = 60;

/** The pinned icon stands left of the extensions' button, in a window as wide as the screen. */
const toolbarIconFromRight = 150;
const toolbarIconFromTop = 63;

/** Presses keys as a person at the keyboard would, by xdotool's names: "Tab", "alt+shift+p". */
export async function pressKeys(display: Display, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await xdotool(display, 'key', key);
    await pause(keyPauseMs);
  }
}

/** A real right click at a place of the page; returns when the native menu is drawn. */
export async function rightClick(display: Display, page: Page, point: PagePoint): Promise<void> {
  const offset = await pageOffset(display, page);
  const x = Math.round(point.x + offset.x);
  const y = Math.round(point.y + offset.y);
  await xdotool(display, 'mousemove', String(x), String(y));
  const before = readScreen(display.framebufferPath);
  await xdotool(display, 'click', '3');
  await waitUntil('the context menu to be drawn', () =>
    hasChangedNear(before, readScreen(display.framebufferPath), x, y),
  );
  await pause(150);
}

/**
 * Chooses an item of the open native menu by counting from its bottom: 1 is "Inspect", the last; an extension's item
 * stands above the browser's own last group (on a page that is "View source" and "Inspect", on a selection or a link
 * "Inspect" alone).
 */
export async function chooseFromBottom(display: Display, position: number): Promise<void> {
  await pressKeys(display, ...Array.from({ length: position }, () => 'Up'), 'Return');
}

/**
 * A real click on the extension's icon, which launchBrowser pins to the toolbar of a fresh profile: opens the popup and
 * gives `activeTab`. Not while the side panel is open, whose own button moves the icon.
 */
export async function clickToolbarIcon(display: Display): Promise<void> {
  const { width } = readScreen(display.framebufferPath);
  await xdotool(display, 'mousemove', String(width - toolbarIconFromRight), String(toolbarIconFromTop), 'click', '1');
}

/**
 * Does what makes the browser ask for a permission, waits for its native prompt (the window goes dark behind it) and
 * answers with the keyboard: "Deny" has the focus, "Allow" comes next.
 */
export async function answerPermissionPrompt(
  display: Display,
  ask: () => Promise<unknown>,
  answer: 'allow' | 'deny',
  picturePath?: string,
): Promise<void> {
  const lit = cornerBrightness(display);
  await ask();
  await waitUntil('the permission prompt', () => cornerBrightness(display) < lit * 0.8);
  await pause(promptGuardMs);
  if (picturePath !== undefined) takeDesktopPicture(display, picturePath);
  await pressKeys(display, ...(answer === 'allow' ? ['Tab', 'Return'] : ['Return']));
  await waitUntil('the permission prompt to close', () => cornerBrightness(display) > lit * 0.9);
}

/** Saves the whole screen, native menus and prompts included, as a PNG file. */
export function takeDesktopPicture(display: Display, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, toPng(readScreen(display.framebufferPath)));
}

async function xdotool(display: Display, ...parameters: string[]): Promise<void> {
  await run('xdotool', parameters, { env: { ...process.env, DISPLAY: display.name } });
}

/** Where the page's viewport begins on the screen: read off a real mouse move, since toolbars and panels shift it. */
async function pageOffset(display: Display, page: Page): Promise<PagePoint> {
  await page.bringToFront();
  const { width, height } = readScreen(display.framebufferPath);
  const moved = page.evaluate(
    () =>
      new Promise<PagePoint>((resolve) => {
        const read = (event: MouseEvent) => ({ x: event.screenX - event.clientX, y: event.screenY - event.clientY });
        addEventListener('mousemove', (event) => resolve(read(event)), { once: true, capture: true });
      }),
  );
  const isRead = moved.then(() => true);
  await waitUntil('the page to feel the mouse', async () => {
    const shift = Math.floor(performance.now()) % 40;
    await xdotool(display, 'mousemove', String(Math.round(width * 0.3) + shift), String(Math.round(height * 0.5)));
    return Promise.race([isRead, pause(100).then(() => false)]);
  });
  return moved;
}

function hasChangedNear(before: ScreenPicture, after: ScreenPicture, x: number, y: number): boolean {
  let changed = 0;
  for (let row = Math.max(0, y - 120); row < Math.min(after.height, y + 120); row += 4) {
    for (let column = Math.max(0, x - 120); column < Math.min(after.width, x + 120); column += 4) {
      if (before.rgbAt(column, row).join() !== after.rgbAt(column, row).join()) changed += 1;
    }
  }
  return changed > 20;
}

function cornerBrightness(display: Display): number {
  return readScreen(display.framebufferPath)
    .rgbAt(200, 6)
    .reduce((sum, channel) => sum + channel, 0);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
