import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPorts, type SurfaceBrowser } from './browser-ports';

type Listener = (...heard: never[]) => unknown;

/** The browser's tabs and messages, with a way to make them happen. */
function openBrowser() {
  const listeners = new Map<string, Set<Listener>>();
  const event = (name: string) => {
    const heard = new Set<Listener>();
    listeners.set(name, heard);
    return {
      addListener: (listener: Listener) => void heard.add(listener),
      removeListener: (listener: Listener) => void heard.delete(listener),
    };
  };
  const opened: unknown[] = [];
  const tabs = [
    { id: 7, windowId: 1, active: true, url: 'https://crm.example.com/' },
    { id: 8, windowId: 2, active: false, url: 'chrome-extension://us/options.html#/sites' },
  ];
  const browser = {
    tabs: {
      query: async ({ url }: { url?: string }) =>
        url === undefined ? tabs.slice(0, 1) : tabs.filter((tab) => tab.url.startsWith(url.slice(0, -1))),
      get: async (tabId: number) => tabs.find(({ id }) => id === tabId) ?? {},
      create: async (tab: unknown) => opened.push(tab),
      update: async (tabId: number, change: object) => opened.push({ tabId, ...change }),
      onActivated: event('activated'),
      onUpdated: event('updated'),
    },
    windows: { update: async (windowId: number, change: object) => opened.push({ windowId, ...change }) },
    permissions: { request: async () => true },
    runtime: { onMessage: event('message') },
    sidePanel: { open: async () => undefined },
  } as unknown as SurfaceBrowser;
  const happen = (name: string, ...what: unknown[]) => {
    for (const listener of listeners.get(name) ?? []) (listener as (...heard: unknown[]) => unknown)(...what);
  };
  const listening = () => [...listeners.values()].reduce((sum, heard) => sum + heard.size, 0);
  return { browser, happen, listening, opened, tabs };
}

const choices = { clock: () => 0, newIntentId: () => 'id' };

beforeEach(() => {
  vi.useFakeTimers();
  globalThis.location = { href: 'chrome-extension://us/popup.html' } as Location;
});
afterEach(() => void vi.useRealTimers());

describe('the tab a surface is about', () => {
  it('is the active one of its window', async () => {
    expect(await createPorts(openBrowser().browser, choices).activeTab()).toEqual({ tabId: 7, windowId: 1 });
  });

  it('is the one that its address names', async () => {
    expect(await createPorts(openBrowser().browser, { ...choices, tabId: 8 }).activeTab()).toEqual({
      tabId: 8,
      windowId: 2,
    });
  });
});

describe('watching the tab', () => {
  it('tells once of a page that changes several times in a row', async () => {
    const { browser, happen, listening } = openBrowser();
    const told = vi.fn();
    const end = createPorts(browser, choices).watchActiveTab(told);
    happen('updated', 7, { status: 'loading' });
    happen('updated', 7, { status: 'complete' });
    happen('message', { contract: 'page', call: 'page.report' }, {});
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toHaveBeenCalledTimes(1);
    end();
    expect(listening()).toBe(0);
  });

  it('looks at once at a tab that comes to the front', async () => {
    const { browser, happen } = openBrowser();
    const told = vi.fn();
    createPorts(browser, choices).watchActiveTab(told);
    happen('updated', 7, { url: 'https://crm.example.com/1' }, { active: true, windowId: 1 });
    happen('activated', { tabId: 9, windowId: 1 });
    expect(told).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('is not kept from it by a page that tells all the time', async () => {
    const { browser, happen } = openBrowser();
    const told = vi.fn();
    createPorts(browser, choices).watchActiveTab(told);
    for (let count = 0; count < 20; count += 1) {
      happen('updated', 7, { url: `https://crm.example.com/${count}` }, { active: true, windowId: 1 });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(told).toHaveBeenCalledTimes(4);
  });

  it('does not stir for other tabs and windows', async () => {
    const { browser, happen } = openBrowser();
    const [told, toldOfItsOwn] = [vi.fn(), vi.fn()];
    createPorts(browser, choices).watchActiveTab(told);
    createPorts(browser, { ...choices, tabId: 8 }).watchActiveTab(toldOfItsOwn);
    await vi.advanceTimersByTimeAsync(0);
    const report = { contract: 'page', call: 'page.report' };
    const [behind, elsewhere] = [
      { id: 5, active: false, windowId: 1 },
      { id: 6, active: true, windowId: 2 },
    ];
    for (const tab of [behind, elsewhere]) {
      happen('updated', tab.id, { status: 'complete' }, tab);
      happen('message', report, { tab });
    }
    happen('activated', { tabId: 6, windowId: 2 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).not.toHaveBeenCalled();
    happen('message', report, { tab: { id: 7, active: true, windowId: 1 } });
    await vi.advanceTimersByTimeAsync(1000);
    expect([told.mock.calls.length, toldOfItsOwn.mock.calls.length]).toEqual([1, 0]);
    happen('updated', 8, { status: 'complete' }, { id: 8, active: false, windowId: 2 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(toldOfItsOwn).toHaveBeenCalledTimes(1);
  });

  it('does not stir for messages that are no page’s report', async () => {
    const { browser, happen } = openBrowser();
    const told = vi.fn();
    createPorts(browser, choices).watchActiveTab(told);
    for (const message of [undefined, null, 'page', { contract: 'extension', call: 'app.read' }])
      happen('message', message, {});
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).not.toHaveBeenCalled();
  });
});

describe('opening the settings', () => {
  it('goes to the tab that has them open, at the section asked for, and brings its window to the front', async () => {
    const { browser, opened } = openBrowser();
    await createPorts(browser, choices).openOptions('connections');
    expect(opened).toEqual([
      { tabId: 8, active: true, url: 'chrome-extension://us/options.html#/connections' },
      { windowId: 2, focused: true },
    ]);
  });

  it('opens a tab where the one that had them is closed meanwhile', async () => {
    const { browser, opened } = openBrowser();
    browser.tabs.update = () => Promise.reject(new Error('No tab with id: 8.'));
    await createPorts(browser, choices).openOptions('sites');
    expect(opened).toEqual([{ url: 'chrome-extension://us/options.html#/sites' }]);
  });

  it('that the browser refuses disturbs nothing', async () => {
    const { browser, tabs } = openBrowser();
    tabs.pop();
    browser.tabs.create = () => Promise.reject(new Error('No current window'));
    await expect(createPorts(browser, choices).openOptions()).resolves.toBeUndefined();
  });

  it('opens a tab where there is none', async () => {
    const { browser, opened, tabs } = openBrowser();
    tabs.pop();
    await createPorts(browser, choices).openOptions();
    expect(opened).toEqual([{ url: 'chrome-extension://us/options.html' }]);
  });
});
