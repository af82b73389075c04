import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findAccessibilityFaults } from './axe.ts';
import type { Language } from './scene.ts';
import { type Screen, screens } from './screens.ts';
import { openStage } from './stage.ts';
import { showTheme, visitScreens } from './visit-screens.ts';

/** Every screen in this language and both themes: no accessibility fault, nothing wider than the narrowest page. */
export async function expectAccessibleScreens(language: Language): Promise<void> {
  const faults: string[] = [];
  let looks = 0;
  const look = async (page: Page, screen: Screen) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await showTheme(page, colorScheme);
      // A theme changes colours and nothing else.
      const found = await findAccessibilityFaults(page, colorScheme === 'dark' ? { rules: ['color-contrast'] } : {});
      faults.push(...found.map((fault) => `${screen.name} ${colorScheme}: ${fault}`));
      looks += 1;
    }
    const overhangPx = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overhangPx > 0) faults.push(`${screen.name}: ${overhangPx} px too wide at 360`);
  };
  const stage = await openStage();
  try {
    await visitScreens(stage, look, { atOnce: 4, languages: [language], only: ({ isVariant }) => !isVariant });
    expect(faults).toEqual([]);
    expect(looks).toBe(screens.filter(({ isVariant }) => !isVariant).length * 2);
    expect(stage.browser.consoleLines.filter((line) => /^(error|uncaught)/.test(line))).toEqual([]);
  } finally {
    await stage.close();
  }
}
