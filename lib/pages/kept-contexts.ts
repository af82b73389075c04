import type { PageContext } from './page-context';

/** `storage.session`, or what behaves like it: survives the worker, not the browser, and is closed to pages. */
export interface SessionPort {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface ReportSender {
  /** The tab's `url` follows client-side navigation; the sender's own `url` is the one that the document was loaded from. */
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
  frameId?: number | undefined;
}

export interface KeptContexts {
  /** Keeps a checked report of the tab's top frame; one without context takes the place of the one before. Says whether it was kept. */
  keepContext(sender: ReportSender, context: PageContext | undefined): Promise<boolean>;
  /** What the tab's page last reported, checked once more. */
  keptContext(tabId: number): Promise<PageContext | undefined>;
  /** The tab was closed, or went to `url`: its report goes, unless it came from that very address (a report may overtake the news of a navigation). */
  forgetTab(tabId: number, url?: string): Promise<void>;
}

export function createKeptContexts(parts: {
  session: SessionPort;
  parseContext(value: unknown): PageContext | undefined;
}): KeptContexts {
  const { session, parseContext } = parts;
  const keyOf = (tabId: number): string => `page-context:${tabId}`;

  async function kept(tabId: number): Promise<object | undefined> {
    const value = (await session.get(keyOf(tabId)))[keyOf(tabId)];
    return typeof value === 'object' && value !== null ? value : undefined;
  }

  return {
    async keepContext(sender, context) {
      const tabId = sender.tab?.id;
      if (tabId === undefined || sender.frameId !== 0) return false;
      if (context) await session.set({ [keyOf(tabId)]: { context, url: sender.tab?.url ?? '' } });
      else await session.remove(keyOf(tabId));
      return true;
    },
    async keptContext(tabId) {
      const entry = await kept(tabId);
      return entry && 'context' in entry ? parseContext(entry.context) : undefined;
    },
    async forgetTab(tabId, url) {
      const entry = url === undefined ? undefined : await kept(tabId);
      if (entry && 'url' in entry && entry.url === url) return;
      await session.remove(keyOf(tabId));
    },
  };
}
