import { createKeptContexts, type KeptContexts, type SessionPort } from './kept-contexts';
import { createSiteRegistration, type RegistrationPort, type SiteRegistration } from './site-registration';
import { type InjectionPort, readTab, type TabReaderParts, type TabReading } from './tab-reader';

export interface PageReaderParts extends Omit<TabReaderParts, 'scripting'> {
  scripting: InjectionPort & RegistrationPort;
  session: SessionPort;
}

/** The worker's side of page reading: asks tabs, keeps what they report, and registers the reader on granted sites. */
export interface PageReader extends SiteRegistration, KeptContexts {
  readTab(tabId: number): Promise<TabReading>;
}

export function createPageReader(parts: PageReaderParts): PageReader {
  return {
    readTab: (tabId) => readTab(parts, tabId),
    ...createSiteRegistration(parts),
    ...createKeptContexts(parts),
  };
}
