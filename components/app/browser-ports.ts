import type { Ports } from './app';

interface TabInfo {
  id?: number | undefined;
  windowId?: number | undefined;
  active?: boolean | undefined;
  url?: string | undefined;
}

interface BrowserEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

interface TabChange {
  status?: string | undefined;
  url?: string | undefined;
}

type ReportListener = (message: unknown, sender: { tab?: TabInfo | undefined }) => undefined;

/** The part of the browser that surfaces use. */
export interface SurfaceBrowser {
  tabs: {
    query(filter: { active?: boolean; currentWindow?: boolean; url?: string }): Promise<TabInfo[]>;
    get(tabId: number): Promise<TabInfo>;
    create(tab: { url: string }): Promise<unknown>;
    connect(tabId: number, line: { name: string; frameId: number }): { disconnect(): void };
    update(tabId: number, change: { active: boolean; url: string }): Promise<unknown>;
    onActivated: BrowserEvent<(active: { tabId: number; windowId?: number | undefined }) => void>;
    onUpdated: BrowserEvent<(tabId: number, change: TabChange, tab?: TabInfo) => void>;
  };
  windows: { update(windowId: number, change: { focused: true }): Promise<unknown> };
  permissions: {
    request(asked: { origins?: string[]; permissions?: 'notifications'[] }): Promise<boolean>;
    contains(asked: { permissions: 'notifications'[] }): Promise<boolean>;
  };
  runtime: { onMessage: BrowserEvent<ReportListener> };
  sidePanel: { open(options: { windowId: number }): Promise<void> };
}

export interface PortChoices {
  /** A tab to stay with, for a surface opened as a page of its own; absent: the window's active one. */
  tabId?: number | undefined;
  clock(): number;
  newIntentId(): string;
}

/** A page that changes tells of it several times in a row. */
const settleMs = 150;
/** One that never stops telling is looked at all the same. */
const longestMs = 500;

export function createPorts(browser: SurfaceBrowser, { tabId, clock, newIntentId }: PortChoices): Ports {
  async function findTab(): Promise<TabInfo | undefined> {
    if (tabId !== undefined) return browser.tabs.get(tabId);
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    return active;
  }

  return {
    clock,
    newIntentId,
    async activeTab() {
      const tab = await findTab();
      return tab?.id === undefined || tab.windowId === undefined
        ? undefined
        : { tabId: tab.id, windowId: tab.windowId };
    },
    watchActiveTab: (listener) => watchActiveTab(browser, listener, { tabId, own: findTab() }),
    requestOrigins: (origins) => browser.permissions.request({ origins }),
    requestNotifications: () => browser.permissions.request({ permissions: ['notifications'] }),
    mayNotify: () => browser.permissions.contains({ permissions: ['notifications'] }),
    openPanel: (windowId) => browser.sidePanel.open({ windowId }),
    openOptions: (section) => openOptions(browser, section),
    stayWithTab(tabId) {
      const line = browser.tabs.connect(tabId, { name: 'crm-sidekick.pointing', frameId: 0 });
      return () => line.disconnect();
    },
    copyText: (text) => navigator.clipboard.writeText(text),
    saveFile,
  };
}

/** Other tabs, and other windows, must neither keep it from looking at its own nor cost it a look. */
function watchActiveTab(
  { tabs, runtime }: SurfaceBrowser,
  listener: () => void,
  { tabId, own }: { tabId: number | undefined; own: Promise<TabInfo | undefined> },
): () => void {
  let settling: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;
  let windowId: number | undefined;
  // Until it is known, and where it cannot be, every window counts.
  void own.then(
    (tab) => {
      windowId = tab?.windowId;
    },
    () => undefined,
  );
  const rest = () => {
    clearTimeout(settling);
    clearTimeout(longest);
    longest = undefined;
  };
  const tell = () => {
    rest();
    listener();
  };
  const changed = () => {
    clearTimeout(settling);
    settling = setTimeout(tell, settleMs);
    longest ??= setTimeout(tell, longestMs);
  };
  const isHere = (of: number | undefined) => windowId === undefined || of === undefined || of === windowId;
  const isOwn = (tab: TabInfo | undefined) =>
    tabId === undefined ? tab?.active !== false && isHere(tab?.windowId) : tab?.id === tabId;
  const activated = (active: { windowId?: number | undefined }) => {
    if (tabId === undefined && isHere(active.windowId)) tell();
  };
  const updated = (id: number, { status, url }: TabChange, tab?: TabInfo) => {
    if ((status === 'complete' || url !== undefined) && isOwn({ ...tab, id })) changed();
  };
  // The reader in a granted page reports to the worker; open surfaces hear it too, and answer nothing.
  const reported: ReportListener = (message, { tab }) => {
    if (isPageReport(message) && isOwn(tab)) changed();
  };
  tabs.onActivated.addListener(activated);
  tabs.onUpdated.addListener(updated);
  runtime.onMessage.addListener(reported);
  return () => {
    rest();
    tabs.onActivated.removeListener(activated);
    tabs.onUpdated.removeListener(updated);
    runtime.onMessage.removeListener(reported);
  };
}

function isPageReport(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'contract' in message && message.contract === 'page';
}

/** The options tab that is open, at this section and before all else; else a new one. Never rejects. */
async function openOptions({ tabs, windows }: SurfaceBrowser, section?: string): Promise<void> {
  const page = new URL('/options.html', location.href).href;
  const url = section === undefined ? page : `${page}#/${section}`;
  try {
    const [open] = await tabs.query({ url: `${page}*` });
    if (open?.id !== undefined) {
      await tabs.update(open.id, { active: true, url: section === undefined ? (open.url ?? url) : url });
      if (open.windowId !== undefined) await windows.update(open.windowId, { focused: true });
      return;
    }
  } catch {
    // The tab was closed meanwhile: as if there had been none.
  }
  await tabs.create({ url }).catch(() => undefined);
}

function saveFile(name: string, content: string | Blob): void {
  const link = document.createElement('a');
  const type = name.endsWith('.csv') ? 'text/csv' : 'application/json';
  link.href = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  link.download = name;
  link.click();
  // The download has read it long before.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
