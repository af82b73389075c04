import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccessibilityFaults } from './axe.ts';
import type { Language } from './scene.ts';
import { type Screen, screens } from './screens.ts';
import { openStage, type Stage } from './stage.ts';
import { showTheme, visitScreens } from './visit-screens.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('no screen has an accessibility fault or scrolls sideways, in both languages and themes', async () => {
  const faults: string[] = [];
  let looks = 0;
  const look = async (page: Page, screen: Screen, language: Language) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await showTheme(page, colorScheme);
      // A theme changes colours and nothing else.
      const found = await findAccessibilityFaults(page, colorScheme === 'dark' ? { rules: ['color-contrast'] } : {});
      faults.push(...found.map((fault) => `${screen.name} ${language} ${colorScheme}: ${fault}`));
      looks += 1;
    }
    const overhangPx = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overhangPx > 0) faults.push(`${screen.name} ${language}: ${overhangPx} px too wide at 360`);
  };
  await visitScreens(stage, look, { atOnce: 4 });
  expect(faults).toEqual([]);
  expect(looks).toBe(screens.length * 4);
  expect(stage.browser.consoleLines.filter((line) => /^(error|uncaught)/.test(line))).toEqual([]);
}, 180_000);
