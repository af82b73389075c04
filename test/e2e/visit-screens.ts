import type { Page } from 'playwright-core';
import { addCrm } from './crm-scene.ts';
import { type Language, lockScene, makeReady, openFreshScene, type SceneState, speak } from './scene.ts';
import { openScreen, type Screen, screens } from './screens.ts';
import type { Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { saidIn } from './words.ts';

const states: readonly SceneState[] = ['fresh', 'ready', 'crm', 'locked'];

export interface VisitOptions {
  atOnce?: number;
  languages?: readonly Language[];
  only?: (screen: Screen) => boolean;
}

/**
 * Brings every screen up, once in each language, in one browser that goes through all states: fresh, set up with
 * jobs in every state, with a REST CRM as well, locked. `look` has the page in the first view's size and may change size and theme.
 * `atOnce`: how many screens are brought up side by side; a picture needs the only one, in front. `languages` and `only`
 * leave out the rest.
 */
export async function visitScreens(
  stage: Stage,
  look: (page: Page, screen: Screen, language: Language) => Promise<void>,
  { atOnce = 1, languages = ['zh-CN', 'en'], only = () => true }: VisitOptions = {},
): Promise<void> {
  let scene = await openFreshScene(stage);
  for (const state of states) {
    if (state === 'ready') scene = await makeReady(scene);
    if (state === 'crm') await addCrm(scene);
    if (state === 'locked') await lockScene(scene);
    for (const language of languages) {
      await speak(stage, language);
      const lookAt = async (screen: Screen) => {
        const page = await openScreen(screen, scene, language, { width: 360, height: 720 }).catch((error: unknown) => {
          throw new Error(`${screen.name} in ${language} did not come up: ${String(error)}`);
        });
        await look(page, screen, language);
        await screen.leave?.(page, saidIn[language]);
        await page.close();
      };
      const shown = screens.filter((candidate) => candidate.state === state && only(candidate));
      for (let from = 0; from < shown.length; from += atOnce) {
        await Promise.all(shown.slice(from, from + atOnce).map(lookAt));
      }
    }
  }
}

/** Shows a page in a theme, the change itself over: a colour that ends its change begins that of what inherits it. */
export async function showTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await waitUntil('the theme to be shown', () =>
    page.evaluate(() => {
      const changes = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      for (const change of changes) change.finish();
      return changes.length === 0;
    }),
  );
}
