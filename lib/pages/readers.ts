import { matchesPattern } from './match-pattern';
import { type ReaderRequest, requestOf } from './page-messages';
import { createSiteRegistration, type RegistrationPort, type SiteRegistration } from './site-registration';
import type { SiteRule } from './site-rule';
import {
  askReader,
  type InjectionPort,
  mostReadings,
  readerFile,
  readTab,
  type SiteOperation,
  type TabReaderParts,
  type TabReading,
} from './tab-reader';
import type { PointRequest } from './teach/point-messages';
import { toldRules } from './told-rule';

/** What is put into a page while somebody writes a rule for it: `entrypoints/page-teacher.content.ts`. */
const teacherFile = '/content-scripts/page-teacher.js';
/** What lets somebody point in a page: `entrypoints/page-pointer.content.ts`. */
const pointerFile = '/content-scripts/page-pointer.js';

export interface PageReaderParts extends Omit<TabReaderParts, 'scripting'> {
  scripting: InjectionPort & RegistrationPort;
}

/** The worker's side of page reading: asks tabs, and registers the reader on granted sites. */
export interface PageReader extends SiteRegistration {
  readTab(tabId: number): Promise<TabReading>;
  /** Of the page in the tab, where it may be known. */
  addressOf(tabId: number): Promise<string | undefined>;
  /**
   * The rows that the page at this address shows now. A page's word, unchecked; nothing where it cannot be asked. `operations` are no
   * page's word: those of the first rule that knows lists there.
   */
  readRows(
    tabId: number,
  ): Promise<{ answer: unknown; address?: string | undefined; operations?: SiteOperation[] | undefined }>;
  /** What a rule would read from the page. A page's word, unchecked; nothing where it cannot be asked. */
  tryRule(tabId: number, rule: SiteRule): Promise<unknown>;
  /**
   * Asks the page in which somebody points; only an order to point is put there where nothing is yet. A page's word, unchecked; nothing
   * where it cannot be asked.
   */
  point(tabId: number, request: PointRequest): Promise<unknown>;
}

function listOperations(rules: readonly SiteRule[], address: string | undefined): SiteOperation[] | undefined {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  return rules.find(({ list, match }) => list && url && match.some((pattern) => matchesPattern(pattern, url)))
    ?.operations;
}

export function createPageReader(parts: PageReaderParts): PageReader {
  async function ask(tabId: number, call: ReaderRequest['call'], rules: readonly SiteRule[], files?: string[]) {
    const tab = await parts.tabs.get(tabId).catch(() => undefined);
    if (!tab || tab.discarded === true) return undefined;
    const asked = await askReader(parts, tabId, requestOf(call, toldRules(rules, tab.url)), files);
    return 'answer' in asked ? asked.answer : undefined;
  }

  const addressOf = (tabId: number) =>
    parts.tabs.get(tabId).then(
      ({ url }) => url,
      () => undefined,
    );

  return {
    readTab: (tabId) => readTab(parts, tabId),
    addressOf,
    async readRows(tabId) {
      const rules = await parts.rules();
      // A page may go on to another while it is read.
      for (let count = 0; count < mostReadings; count += 1) {
        const address = await addressOf(tabId);
        const answer = await ask(tabId, 'page.rows', rules);
        if (address === (await addressOf(tabId)))
          return { answer, address, operations: listOperations(rules, address) };
      }
      return { answer: undefined };
    },
    async point(tabId, request) {
      const files = request.call === 'page.point' ? [readerFile, pointerFile] : [];
      const asked = await askReader(parts, tabId, request, files);
      return 'answer' in asked && typeof asked.answer === 'object' ? asked.answer : undefined;
    },
    tryRule: (tabId, rule) => ask(tabId, 'page.try', [rule], [readerFile, teacherFile]),
    ...createSiteRegistration(parts),
  };
}
