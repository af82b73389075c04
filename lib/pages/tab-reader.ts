import { webOriginOf } from './origin';
import type { PageContext, PageRowsSummary } from './page-context';
import { type ReaderRequest, requestOf } from './page-messages';
import type { SiteRule } from './site-rule';
import { barrierOfAddress, barrierOfRefusal, type TabBarrier } from './tab-barrier';
import type { PointRequest } from './teach/point-messages';
import { toldRules } from './told-rule';

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
  /** Every rule, in the order in which they are tried. */
  rules(): Promise<SiteRule[]>;
  /** The message contract's checks; nothing when it is not one. */
  parseContext(value: unknown): PageContext | undefined;
  parseRowsSummary(value: unknown): PageRowsSummary | undefined;
  sleep(delayMs: number): Promise<void>;
}

/** A page may go on to another while it is read; one that never rests is not followed for ever. */
export const mostReadings = 3;

/** Asks the reader in the tab, putting it there first where it is missing and the browser lets us. Never throws for what a page is or does. */
export async function readTab(parts: TabReaderParts, tabId: number): Promise<TabReading> {
  // A tab that was closed meanwhile is like one that nobody may look into.
  const getTab = () => parts.tabs.get(tabId).catch(() => undefined);
  for (let count = 1; ; count += 1) {
    const tab = await getTab();
    if (!tab) return { state: 'restricted', granted: false, barrier: 'gone' };
    const reading = await readOnce(parts, tabId, tab);
    const after = await getTab();
    if (after?.url === tab.url) return reading;
    if (count < mostReadings) continue;
    return webOriginOf(after?.url) === reading.origin ? reading : { state: 'none', granted: false };
  }
}

async function readOnce(parts: TabReaderParts, tabId: number, tab: Tab): Promise<TabReading> {
  const origin = webOriginOf(tab.url);
  const barrier = tab.url ? barrierOfAddress(tab.url) : undefined;
  if (barrier) return { state: 'restricted', granted: false, barrier };
  const granted = origin !== undefined && (await parts.permissions.contains({ origins: [`${origin}/*`] }));
  const about = origin === undefined ? { granted } : { origin, granted };
  // Asking would load the tab again.
  if (tab.discarded === true) return { state: 'restricted', ...about, barrier: 'asleep' };
  const rules = await parts.rules();
  const told = toldRules(rules, tab.url);
  const asked = await askReader(parts, tabId, requestOf('page.read', told));
  // A page that claims to be read by another site's rule is not given its connection and defaults.
  const own = rules.filter((rule) => told.some(({ id }) => id === rule.id));
  return { ...about, ...('state' in asked ? asked : understand(parts, own, asked.answer)) };
}

type Understood = Pick<TabReading, 'state' | 'context' | 'barrier' | 'rows' | 'operations'>;

function understand(parts: TabReaderParts, rules: readonly SiteRule[], answer: unknown): Understood {
  if (typeof answer !== 'object' || answer === null) return { state: 'none' };
  if ('isDocument' in answer && answer.isDocument === false) return { state: 'restricted', barrier: 'not-a-page' };
  const read = 'context' in answer ? parts.parseContext(answer.context) : undefined;
  const rule = rules.find(({ id }) => id === read?.rule);
  const rows = 'rows' in answer ? parts.parseRowsSummary(answer.rows) : undefined;
  return {
    ...(read && rule ? { state: 'found', context: read } : { state: 'none' }),
    ...(rows && { rows }),
    ...(rule?.operations && { operations: rule.operations }),
  };
}

/** What the files in the tab answer, put there first where they are missing; else why there is none. */
export async function askReader(
  parts: TabReaderParts,
  tabId: number,
  request: ReaderRequest | PointRequest,
  files: string[] = [readerFile],
): Promise<{ answer: unknown } | Pick<TabReading, 'state' | 'barrier'>> {
  let answer = await ask(parts, tabId, request);
  if (answer === 'nobody' && files.length > 0) {
    try {
      // The browser waits for the page to be idle; a page that never is must not hang us. The reader comes when it can.
      const injection = parts.scripting.executeScript({
        target: { tabId, frameIds: [0] },
        files,
        world: 'ISOLATED',
      });
      const late = await Promise.race([injection.then(() => false), parts.sleep(answerWithinMs).then(() => true)]);
      if (late) return { state: 'none' };
    } catch (thrown) {
      const barrier = barrierOfRefusal(thrown);
      return barrier ? { state: 'restricted', barrier } : { state: 'no-access' };
    }
    answer = await ask(parts, tabId, request);
  }
  return { answer };
}

/** What the tab answered, `nobody` when no reader is there, `late` when none answered in time. */
async function ask(parts: TabReaderParts, tabId: number, request: ReaderRequest | PointRequest): Promise<unknown> {
  const answer = parts.tabs.sendMessage(tabId, request, { frameId: 0 }).then(
    (value) => value ?? 'nobody',
    () => 'nobody',
  );
  return Promise.race([answer, parts.sleep(answerWithinMs).then(() => 'late')]);
}
