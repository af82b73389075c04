import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createBackground } from '@/lib/background/create-background';
import { createDoors } from '@/lib/background/create-doors';
import { createShowState } from '@/lib/background/show-state';
import { startBackground } from '@/lib/background/start-background';
import { languageFor } from '@/lib/i18n/language';
import { openDatabase } from '@/lib/storage/open-database';

const extensionUrl = `${location.origin}/`;

export default defineBackground({
  type: 'module',
  main() {
    const report = (thrown: unknown) => {
      // Only the kind of error: its text may quote what it was about.
      console.error(
        'CRM Sidekick:',
        thrown instanceof Error ? `${thrown.name} ${thrown.stack?.split('\n')[1] ?? ''}` : typeof thrown,
      );
    };
    startBackground(browser, extensionUrl, build(report), report);
  },
});

async function build(report: (thrown: unknown) => void) {
  const background = createBackground({
    database: await openDatabase(),
    local: browser.storage.local,
    session: browser.storage.session,
    tabs: browser.tabs,
    scripting: browser.scripting,
    permissions: browser.permissions,
    alarms: browser.alarms,
    locks: navigator.locks,
    crypto,
    fetch: (...request) => fetch(...request),
    clock: Date.now,
    isOnline: () => navigator.onLine,
    language: languageFor(navigator.language),
    stayAlive: () => void browser.runtime.getPlatformInfo(),
    show: createShowState(browser),
    report,
  });
  return { background, doors: createDoors(background, { extensionUrl, crypto, permissions: browser.permissions }) };
}
