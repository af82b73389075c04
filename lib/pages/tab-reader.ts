import { webOriginOf } from './origin';
import type { PageContext, PageRowsSummary } from './page-context';
import { readRequest } from './page-messages';

/** The reader's file in the package: where WXT puts `entrypoints/crm-page.content.ts`. */
export const readerFile = '/content-scripts/crm-page.js';

/** How long a page may take to answer; a page that hangs must not hang the popup. */
export const answerWithinMs = 2_000;

export interface Tab {
  /** Absent where the extension has no access to the tab's page. */
  url?: string | undefined;
  discarded?: boolean | undefined;
}

export interface TabsPort {
  get(tabId: number): Promise<Tab>;
  sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<unknown>;
}

export interface InjectionPort {
  executeScript(injection: {
    target: { tabId: number; frameIds: number[] };
    files: string[];
    world: 'ISOLATED';
  }): Promise<unknown>;
}

export interface PermissionsPort {
  contains(permissions: { origins: string[] }): Promise<boolean>;
}

export type TabBarrier = 'browser-page' | 'store' | 'file' | 'source' | 'not-a-page' | 'asleep' | 'gone' | 'policy';

/** What a rule says of an operation on its site. */
export interface SiteOperation {
  operation: string;
  connection?: string | undefined;
  defaults?: Record<string, string> | undefined;
}

/** What is known about a tab; the same as the message contract's `tabContextSchema`. */
export interface TabReading {
  state: 'found' | 'none' | 'no-access' | 'restricted';
  context?: PageContext | undefined;
  origin?: string | undefined;
  granted: boolean;
  barrier?: TabBarrier | undefined;
  rows?: PageRowsSummary | undefined;
  operations?: SiteOperation[] | undefined;
}

export interface TabReaderParts {
  tabs: TabsPort;
  scripting: InjectionPort;
  permissions: PermissionsPort;
  /** The message contract's check of a context; nothing when it is not one. */
  parseContext(value: unknown): PageContext | undefined;
  sleep(delayMs: number): Promise<void>;
}

/** Asks the reader in the tab, putting it there first where it is missing and the browser lets us. Never throws for what a page is or does. */
export async function readTab(parts: TabReaderParts, tabId: number): Promise<TabReading> {
  // A tab that was closed meanwhile is like one that nobody may look into.
  const tab = await parts.tabs.get(tabId).catch(() => undefined);
  if (!tab) return { state: 'restricted', granted: false };
  const origin = webOriginOf(tab.url);
  const isKnown = tab.url !== undefined && tab.url !== '';
  if (isKnown && (origin === undefined || isStore(tab.url))) return { state: 'restricted', granted: false };
  const granted = origin !== undefined && (await parts.permissions.contains({ origins: [`${origin}/*`] }));
  const about = origin === undefined ? { granted } : { origin, granted };
  // Asking would load the tab again.
  if (tab.discarded === true) return { state: 'restricted', ...about };
  return { ...about, ...(await askReader(parts, tabId)) };
}

async function askReader(parts: TabReaderParts, tabId: number): Promise<Pick<TabReading, 'state' | 'context'>> {
  let answer = await ask(parts, tabId);
  if (answer === 'nobody') {
    try {
      // The browser waits for the page to be idle; a page that never is must not hang us. The reader comes when it can.
      const injection = parts.scripting.executeScript({
        target: { tabId, frameIds: [0] },
        files: [readerFile],
        world: 'ISOLATED',
      });
      const late = await Promise.race([injection.then(() => false), parts.sleep(answerWithinMs).then(() => true)]);
      if (late) return { state: 'none' };
    } catch (thrown) {
      return { state: isClosedToAll(thrown) ? 'restricted' : 'no-access' };
    }
    answer = await ask(parts, tabId);
  }
  if (typeof answer !== 'object' || answer === null) return { state: 'none' };
  if ('isDocument' in answer && answer.isDocument === false) return { state: 'restricted' };
  const context = 'context' in answer ? parts.parseContext(answer.context) : undefined;
  return context ? { state: 'found', context } : { state: 'none' };
}

/** What the tab answered, `nobody` when no reader is there, `late` when none answered in time. */
async function ask(parts: TabReaderParts, tabId: number): Promise<unknown> {
  const answer = parts.tabs.sendMessage(tabId, readRequest, { frameId: 0 }).then(
    (value) => value ?? 'nobody',
    () => 'nobody',
  );
  return Promise.race([answer, parts.sleep(answerWithinMs).then(() => 'late')]);
}

function isStore(url: string | undefined): boolean {
  return /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)(?:[/?#]|$)/.test(
    url ?? '',
  );
}

/**
 * Without access a tab's address is unknown, so only the browser's words tell a page that can be granted from one that never can:
 * Chromium's extension_error texts (chrome:// address, gallery, policy, error page, another extension) and Firefox's for privileged pages.
 */
function isClosedToAll(thrown: unknown): boolean {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return /chrome:\/\/|edge:\/\/|about:|view-source:|devtools:\/\/|extension:\/\/|gallery|polic|error page|another extension|No frame|No tab|privileged/i.test(
    message,
  );
}
