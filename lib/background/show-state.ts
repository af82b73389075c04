import { menuMessages } from '@/lib/i18n/menu-messages';
import type { AppState } from '@/lib/messages/app-state';
import { publishState } from '@/lib/messages/state-channel';
import { opportunityUrlPatterns } from '@/lib/pages/built-in-rules';
import { badgeFor } from './badge';
import { menuItems } from './context-menu';

type Browser = typeof import('wxt/browser').browser;

const shownMenuItem = 'shown-menu';

/** Makes the way to tell everybody the state: open surfaces, the toolbar's badge, and the context menu's words. */
export function createShowState(browser: Browser): (state: AppState) => Promise<void> {
  return async (state) => {
    publishState(state);
    const badge = badgeFor(state.jobs);
    await browser.action.setBadgeText({ text: badge.text });
    await browser.action.setBadgeBackgroundColor({ color: badge.color });
    await showMenu(state);
  };

  async function showMenu({ preferences, sites }: AppState): Promise<void> {
    const titles = menuMessages[preferences.language];
    const enabled = sites.map(({ origin }) => `${origin}/*`);
    const items = menuItems(titles, [...opportunityUrlPatterns, ...enabled]);
    const wanted = JSON.stringify(items);
    // The browser keeps the menu while workers come and go.
    const shown = (await browser.storage.session.get(shownMenuItem))[shownMenuItem];
    if (wanted === shown) return;
    await browser.contextMenus.removeAll();
    for (const item of items) browser.contextMenus.create(item);
    await browser.storage.session.set({ [shownMenuItem]: wanted });
  }
}
