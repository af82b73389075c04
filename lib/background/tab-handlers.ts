import { addressOf } from '@/lib/connections/connection';
import { webOriginOf } from '@/lib/pages/origin';
import type { PageReader } from '@/lib/pages/readers';
import type { ConnectionBook } from './connection-book';
import type { EnabledSites } from './enabled-sites';
import type { HandlersOf } from './handlers';

export interface TabHandlerParts {
  reader: PageReader;
  sites: EnabledSites;
  connections: Pick<ConnectionBook, 'list'>;
  permissions: { remove(given: { origins: string[] }): Promise<boolean> };
  changed(): void;
}

/** Reading the page in a tab, and the sites that are always read. */
export function createTabHandlers({
  reader,
  sites,
  connections,
  permissions,
  changed,
}: TabHandlerParts): HandlersOf<'tab'> & HandlersOf<'site'> {
  return {
    'tab.read': ({ tabId }) => reader.readTab(tabId),
    async 'site.enable'({ origin, name }) {
      await reader.enableSite(origin);
      await sites.add({ origin, name: name.trim() || new URL(origin).host });
      changed();
      return {};
    },
    async 'site.disable'({ origin }) {
      await sites.remove(origin);
      if (webOriginOf(origin) === origin) {
        await reader.disableSite(origin);
        if (!(await isUsedByConnection(origin))) await permissions.remove({ origins: [`${origin}/*`] });
      }
      changed();
      return {};
    },
  };

  /** A gateway on the same host lives by the same permission, which has no port. */
  async function isUsedByConnection(origin: string): Promise<boolean> {
    const host = new URL(origin).hostname;
    return (await connections.list()).some((connection) => new URL(addressOf(connection)).hostname === host);
  }
}
