import { autoLockAlarm } from '@/lib/connections/auto-lock';
import { createGate, isOwnPage, isWebPage } from '@/lib/messages/gate';
import { findOpportunityId, opportunityIdFromUrl } from '@/lib/pages/opportunity-id';
import { clickedOpportunity, isPageItem, type MenuClick } from './context-menu';
import type { Background } from './create-background';
import { type Doors, surfaces } from './create-doors';
import { imCheckAlarm } from './im-check';
import { jobOfNotice } from './job-notices';
import { listenToOmnibox } from './listen-omnibox';
import { openRelease } from './open-release';
import { engineAlarm } from './schedule-wake';
import { grantWishes } from './site-wishes';

type Browser = typeof import('wxt/browser').browser;

interface ClickedTab {
  id?: number | undefined;
  windowId: number;
}

/**
 * Registers every listener at once, as the browser wants it of a worker, and lets each wait for the parts.
 * `report` gets what went wrong unexpectedly.
 */
export function startBackground(
  browser: Browser,
  extensionUrl: string,
  parts: Promise<{ background: Background; doors: Doors }>,
  report: (thrown: unknown) => void,
): void {
  const withBackground = (task: (background: Background) => unknown) => {
    parts.then(({ background }) => task(background)).catch(report);
  };

  const gate = createGate(
    browser.runtime.id,
    {
      extension: {
        admits: isOwnPage(extensionUrl, surfaces),
        answer: async (...call) => (await parts).doors.extension.answer(...call),
      },
      page: { admits: isWebPage, answer: async (...call) => (await parts).doors.page.answer(...call) },
    },
    report,
  );
  // The polyfill answers with the promise; `undefined` leaves the message to others.
  browser.runtime.onMessage.addListener((message: unknown, sender) => gate(message, sender) as never);

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab) releaseFrom(tab, info);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'lock') withBackground(lockNow);
    if (!tab) return;
    if (command === 'open-panel') openPanel(tab);
    if (command === 'release') releaseFrom(tab);
  });
  listenToOmnibox(browser, (task) => withBackground(({ omnibox }) => task(omnibox)));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === engineAlarm) withBackground(({ changed }) => changed());
    if (name === autoLockAlarm) withBackground(lockWhenDue);
    if (name === imCheckAlarm) withBackground(checkImSettings);
  });
  followNotices();
  browser.permissions.onAdded.addListener(() => {
    followNotices();
    withBackground(followPermissions);
  });
  browser.permissions.onRemoved.addListener(() => withBackground(followPermissions));
  // Their presence is what starts the worker with the browser and after an update.
  browser.runtime.onStartup.addListener(() => {});
  browser.runtime.onInstalled.addListener(() => {});
  withBackground(({ changed }) => changed());

  /** Only with their permission there is such an event; adding one listener twice is adding it once. */
  function followNotices(): void {
    browser.notifications?.onClicked.addListener(openJob);
  }

  function openJob(noticeId: string): void {
    const jobId = jobOfNotice(noticeId);
    if (jobId === undefined) return;
    const url = `${extensionUrl}sidepanel.html#/jobs/${encodeURIComponent(jobId)}`;
    browser.tabs.create({ url }).catch(report);
  }

  function openPanel(tab: ClickedTab): void {
    // Before anything is awaited: the browser opens a panel only in the click's own turn.
    if (tab.id !== undefined) browser.sidePanel.open({ tabId: tab.id }).catch(report);
  }

  function releaseFrom(tab: ClickedTab, click?: MenuClick): void {
    openPanel(tab);
    withBackground(async (background) => {
      const rules = await background.rules();
      const fromUrl = (url: string) => opportunityIdFromUrl(url, rules);
      const fromClick = click ? clickedOpportunity(click, { fromText: findOpportunityId, fromUrl }) : '';
      // The page speaks for itself only: a link or a selection on it may be about another opportunity.
      const isAboutPage = !click || isPageItem(click);
      const reading = tab.id === undefined ? undefined : await background.reader.readTab(tab.id);
      const context = reading?.context;
      const opportunityId = fromClick || (isAboutPage && context?.opportunityId) || '';
      await openRelease(background, {
        windowId: tab.windowId,
        opportunityId,
        label: context?.opportunityId === opportunityId ? context.title : undefined,
        territory: context?.opportunityId === opportunityId ? context.territory : undefined,
        source: 'context-menu',
      });
    });
  }
}

async function followPermissions({ reader, sites, wishes, show }: Background): Promise<void> {
  await grantWishes({ wishes, reader, sites });
  await reader.syncSites((await sites.list()).map(({ origin }) => origin));
  show();
}

async function lockNow({ vault, autoLock, show }: Background): Promise<void> {
  await vault.lock();
  await autoLock.stop();
  show();
}

async function checkImSettings({ autoLock, imCheck, show }: Background): Promise<void> {
  // What is overdue locks first: alarms ring late.
  await autoLock.check();
  await imCheck.run();
  show();
}

async function lockWhenDue({ autoLock, show }: Background): Promise<void> {
  if (await autoLock.check()) show();
}
