import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Screen, type ScreenView, screens, screenViews } from './screens.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

const heightPx = 720;

export type ScreenshotOptions = {
  folder: string;
  /** After the stage is open and before the first picture: sets the extension up. */
  prepare?: (stage: Stage, language: ScreenView['language']) => Promise<void>;
  shownScreens?: readonly Screen[];
  stageOptions?: StageOptions;
};

/**
 * Pictures of every screen in every view, as <screen>.<language>.<theme>.<width>.png, with a contact sheet as HTML and
 * PNG. Gives the paths of the pictures, the sheet last.
 */
export async function takeScreenshots({
  folder,
  prepare,
  shownScreens = screens,
  stageOptions = {},
}: ScreenshotOptions): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for (const language of ['zh-CN', 'en'] as const) {
    const stage = await openStage({ ...stageOptions, language, deviceScaleFactor: 2 });
    try {
      await prepare?.(stage, language);
      for (const view of screenViews.filter((candidate) => candidate.language === language)) {
        for (const screen of shownScreens) names.push(await takePicture(stage, screen, view, folder));
      }
      if (language === 'en') await makeContactSheet(stage, shownScreens, folder);
    } finally {
      await stage.close();
    }
  }
  return [...names, 'contact-sheet.png'].map((name) => join(folder, name));
}

async function takePicture(stage: Stage, screen: Screen, view: ScreenView, folder: string): Promise<string> {
  const page = await screen.open(stage, { width: view.widthPx, height: heightPx });
  await page.emulateMedia({ colorScheme: view.theme, reducedMotion: 'reduce' });
  // Fonts and the first answers of the worker.
  await page.waitForLoadState('networkidle');
  const name = pictureName(screen, view);
  await page.screenshot({ path: join(folder, name), fullPage: true, animations: 'disabled' });
  await page.close();
  return name;
}

function pictureName({ name }: Screen, { language, theme, widthPx }: ScreenView): string {
  return `${name}.${language}.${theme}.${widthPx}.png`;
}

async function makeContactSheet({ browser }: Stage, shownScreens: readonly Screen[], folder: string): Promise<void> {
  const figure = (screen: Screen, view: ScreenView) => {
    const name = pictureName(screen, view);
    return `<figure><img src="${name}" width="${view.widthPx / 2}" alt="${name}"><figcaption>${name}</figcaption></figure>`;
  };
  const rows = shownScreens.map(
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
