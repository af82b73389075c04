import { webOriginOf } from '@/lib/pages/origin';
import type { PageReader } from '@/lib/pages/readers';
import type { EnabledSites } from './enabled-sites';
import type { HandlersOf } from './handlers';

/** Reading the page in a tab, and the sites that are always read. */
export function createTabHandlers(
  reader: PageReader,
  sites: EnabledSites,
  changed: () => void,
): HandlersOf<'tab'> & HandlersOf<'site'> {
  return {
    'tab.read': ({ tabId }) => reader.readTab(tabId),
    async 'site.enable'({ origin, name }) {
      await reader.enableSite(origin);
      await sites.add({ origin, name: name.trim() || new URL(origin).host });
      changed();
      return {};
    },
    async 'site.disable'({ origin }) {
      if (webOriginOf(origin) === origin) await reader.disableSite(origin);
      await sites.remove(origin);
      changed();
      return {};
    },
  };
}
