import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { bringBack } from '@/lib/background/bring-back';
import { createBackground } from '@/lib/background/create-background';
import { createDoors } from '@/lib/background/create-doors';
import { createNotify } from '@/lib/background/notify';
import { createShowState } from '@/lib/background/show-state';
import { startBackground } from '@/lib/background/start-background';
import { languageFor } from '@/lib/i18n/language';
import { openDatabase } from '@/lib/storage/open-database';

const extensionUrl = `${location.origin}/`;

export default defineBackground({
  type: 'module',
  main() {
    startBackground(browser, extensionUrl, build(), report);
  },
});

async function build() {
  // Content scripts run in pages' processes and may read this area unless told otherwise.
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  const background = createBackground({
    database: await openDatabase(undefined, () => browser.runtime.reload()),
    local: browser.storage.local,
    session: browser.storage.session,
    tabs: browser.tabs,
    scripting: browser.scripting,
    permissions: browser.permissions,
    alarms: browser.alarms,
    locks: navigator.locks,
    crypto,
    fetch: (...request) => fetch(...request),
    clock: () => Date.now(),
    isOnline: () => navigator.onLine,
    language: languageFor(navigator.language),
    extensionUrl,
    stayAlive: () => void browser.runtime.getPlatformInfo(),
    notify: createNotify(browser),
    show: createShowState(browser),
    report,
  });
  await bringBack(background, report);
  return { background, doors: createDoors(background, { extensionUrl, crypto, permissions: browser.permissions }) };
}

/** Says the kind of a failure and where, never its text: that may quote what it was about. */
function report(thrown: unknown): void {
  const place = thrown instanceof Error ? thrown.stack?.split('\n').find((line) => /^\s*at /.test(line)) : undefined;
  console.error('CRM Sidekick:', thrown instanceof Error ? thrown.name : typeof thrown, place?.trim() ?? '');
}
