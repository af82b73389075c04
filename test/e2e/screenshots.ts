import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { Language } from './scene.ts';
import { type Screen, type ScreenView, screens, screenViews } from './screens.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';
import { showTheme, visitScreens } from './visit-screens.ts';

const heightPx = 720;

export type ScreenshotOptions = { folder: string; stageOptions?: StageOptions; only?: (screen: Screen) => boolean };

/**
 * Pictures of every screen in every view, as <screen>.<language>.<theme>.<width>.png, with a contact sheet as HTML and
 * PNG. Gives the paths of the pictures, the sheet last.
 */
export async function takeScreenshots({
  folder,
  stageOptions = {},
  only = () => true,
}: ScreenshotOptions): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  const look = async (page: Page, screen: Screen, language: Language) => {
    for (const view of screenViews.filter((candidate) => candidate.language === language)) {
      await showTheme(page, view.theme);
      await showWhole(page, view.widthPx);
      const name = pictureName(screen, view);
      await page.screenshot({ path: join(folder, name), animations: 'disabled' });
      names.push(name);
    }
  };
  // A browser for each language: what is under way in a picture is over after some minutes.
  for (const language of ['zh-CN', 'en'] as const) {
    const stage = await openStage({ ...stageOptions, deviceScaleFactor: 2 });
    try {
      await visitScreens(stage, look, { only, languages: [language] });
      if (language === 'en') await makeContactSheet(stage, folder, screens.filter(only));
    } finally {
      await stage.close();
    }
  }
  return [...names, 'contact-sheet.png'].map((name) => join(folder, name));
}

/** As high as what it holds: in a picture of a page that scrolls, what sticks to an edge would stand in the middle. */
async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: heightPx });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > heightPx) await page.setViewportSize({ width, height });
}

function pictureName({ name }: Screen, { language, theme, widthPx }: ScreenView): string {
  return `${name}.${language}.${theme}.${widthPx}.png`;
}

async function makeContactSheet({ browser }: Stage, folder: string, shown: readonly Screen[]): Promise<void> {
  const figure = (screen: Screen, view: ScreenView) => {
    const name = pictureName(screen, view);
    return `<figure><img src="${name}" width="${view.widthPx / 2}" alt="${name}"><figcaption>${name}</figcaption></figure>`;
  };
  const rows = shown.map(
    (screen) => `<h2>${screen.name}</h2><div>${screenViews.map((view) => figure(screen, view)).join('')}</div>`,
  );
  const style =
    'body{font:13px system-ui;margin:16px;background:#ddd}div{display:flex;gap:12px;align-items:flex-start}' +
    'figure{margin:0}figcaption{font-size:10px}img{display:block;border:1px solid #aaa}';
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('')}`;
  const sheet = resolve(folder, 'contact-sheet.html');
  writeFileSync(sheet, html);
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1840, height: 900 });
  await page.goto(pathToFileURL(sheet).href);
  await page.screenshot({ path: join(folder, 'contact-sheet.png'), fullPage: true, scale: 'css' });
  await page.close();
}
