import { createSiteRegistration, type RegistrationPort, type SiteRegistration } from './site-registration';
import { type InjectionPort, readTab, type TabReaderParts, type TabReading } from './tab-reader';

export interface PageReaderParts extends Omit<TabReaderParts, 'scripting'> {
  scripting: InjectionPort & RegistrationPort;
}

/** The worker's side of page reading: asks tabs, and registers the reader on granted sites. */
export interface PageReader extends SiteRegistration {
  readTab(tabId: number): Promise<TabReading>;
}

export function createPageReader(parts: PageReaderParts): PageReader {
  return {
    readTab: (tabId) => readTab(parts, tabId),
    ...createSiteRegistration(parts),
  };
}
