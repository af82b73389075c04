import type { Page } from 'playwright-core';
import { selection as selectionEn } from '../../assets/messages/en/selection.ts';
import { teach as teachEn } from '../../assets/messages/en/teach.ts';
import { selection } from '../../assets/messages/zh-cn/selection.ts';
import { teach } from '../../assets/messages/zh-cn/teach.ts';
import type { Scene } from './scene.ts';
import type { Screen } from './screens.ts';
import { overlayOf, pressOn } from './teach-stage.ts';
import { type Said, saidIn } from './words.ts';

const isEnglish = (said: Said) => said === saidIn.en;
const panel = { state: 'ready', file: 'sidepanel.html' } as const;

/** Points at id, title and customer on the page beside, by its own mouse. */
async function pointAtAll(surface: Page, said: Said, { stage }: Scene): Promise<void> {
  const words = isEnglish(said) ? teachEn : teach;
  const page = stage.browser.context.pages().find((one) => one.url().endsWith('/cells/r0'));
  if (!page) throw new Error('There is no page to teach.');
  await surface.getByRole('button', { name: words.start }).click();
  for (const [field, place] of [
    ['id', 1],
    ['title', 0],
    ['customer', 2],
  ] as const) {
    await surface.getByText(words.pointing(words.fields[field])).waitFor();
    await pressOn(page, page.locator('td.detail-value').nth(place));
  }
  await overlayOf(page).waitFor({ state: 'detached' });
  await surface.locator('#taught-name').waitFor();
}

async function reopen(surface: Page, said: Said): Promise<void> {
  const words = isEnglish(said) ? teachEn : teach;
  await surface.reload();
  await surface.getByText(words.restored).waitFor();
}

async function startOver(surface: Page, said: Said): Promise<void> {
  const words = isEnglish(said) ? teachEn : teach;
  await surface.getByRole('button', { name: words.startOver }).click();
  await surface.getByRole('button', { name: words.start }).waitFor();
}

/** A list page's rows, and teaching a page. */
export const teachScreens: readonly Screen[] = [
  {
    ...panel,
    name: 'panel-selection',
    tab: 'list',
    async act(surface, said) {
      const words = isEnglish(said) ? selectionEn : selection;
      await surface.getByText(words.chosen(3, 20)).click();
    },
  },
  { ...panel, name: 'panel-teach', tab: 'none', hash: '/teach' },
  {
    ...panel,
    ...{ name: 'panel-teach-pointed', tab: 'taught', hash: '/teach', act: pointAtAll },
    leave: (surface, said) => reopen(surface, said).then(() => startOver(surface, said)),
  },
  {
    ...panel,
    ...{ name: 'panel-teach-restored', tab: 'taught', hash: '/teach', isVariant: true, leave: startOver },
    act: (surface, said, scene) => pointAtAll(surface, said, scene).then(() => reopen(surface, said)),
  },
];
