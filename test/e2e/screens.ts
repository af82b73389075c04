import type { Page } from 'playwright-core';
import type { PageOptions } from './browser.ts';
import type { Stage } from './stage.ts';

/** How a screen is looked at. */
export type ScreenView = { language: 'zh-CN' | 'en'; theme: 'light' | 'dark'; widthPx: 360 | 480 };

/** One screen of the interface: pictured by `npm run screenshots` and checked by axe, in every view. */
export type Screen = {
  /** The first part of the picture's file name. */
  name: string;
  /** Brings the screen up on a page of its own, in the given size; the caller closes the page. */
  open(stage: Stage, size: Pick<PageOptions, 'width' | 'height'>): Promise<Page>;
};

const ownPage = (name: string, file: string, hash?: string): Screen => ({
  name,
  open: ({ browser }, size) => browser.openPage(file, { ...size, ...(hash === undefined ? {} : { hash }) }),
});

/** Every screen, in the order of the contact sheet. */
export const screens: readonly Screen[] = [
  ownPage('popup', 'popup.html'),
  ownPage('panel', 'sidepanel.html'),
  ownPage('panel-jobs', 'sidepanel.html', '/jobs'),
  ownPage('panel-journal', 'sidepanel.html', '/journal'),
  ownPage('options', 'options.html'),
];

/** Every view a screen must hold in. */
export const screenViews: readonly ScreenView[] = (['zh-CN', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ([360, 480] as const).map((widthPx) => ({ language, theme, widthPx })),
  ),
);
