import { addressOf } from '@/lib/connections/connection';
import { isOneHost } from '@/lib/connections/endpoint';
import { AppError } from '@/lib/errors/app-error';
import { longestAddress, pageRowsSchema } from '@/lib/messages/page-rules-contract';
import { webOriginOf } from '@/lib/pages/origin';
import type { PageReader } from '@/lib/pages/readers';
import { withAllowedOperations } from './allowed-operations';
import type { ConnectionBook } from './connection-book';
import type { EnabledSites } from './enabled-sites';
import type { HandlersOf } from './handlers';
import { grantWishes, type SiteWishes } from './site-wishes';

export interface TabHandlerParts {
  reader: PageReader;
  sites: EnabledSites;
  wishes: SiteWishes;
  connections: Pick<ConnectionBook, 'list'>;
  permissions: { remove(given: { origins: string[] }): Promise<boolean> };
  settings(): Promise<{ policy: { disabledOperations: readonly string[] } }>;
  changed(): void;
}

const noRows = { total: 0, rows: [] };

/** Reading the page in a tab, and the sites that are always read. */
export function createTabHandlers({
  reader,
  sites,
  wishes,
  connections,
  permissions,
  settings,
  changed,
}: TabHandlerParts): HandlersOf<'tab'> & HandlersOf<'site'> {
  return {
    'tab.read': async ({ tabId }) => withAllowedOperations(await reader.readTab(tabId), await disabled()),
    async 'tab.rows'({ tabId, origin: shown }) {
      const { answer, address, operations } = await reader.readRows(tabId);
      const origin = webOriginOf(address);
      const page = { ...(origin && { origin }), ...(address && { address: address.slice(0, longestAddress) }) };
      // Another site's numbers are other opportunities.
      if (shown !== undefined && shown !== origin) return { ...noRows, ...page };
      const rows: unknown = Object(answer) === answer ? Reflect.get(answer as object, 'rows') : undefined;
      // What is no list by the contract is none: a page can say anything.
      const read = { ...(pageRowsSchema.safeParse(rows).data ?? noRows), ...page, ...(operations && { operations }) };
      return withAllowedOperations(read, await disabled());
    },
    async 'site.wish'({ origin, name }) {
      if (webOriginOf(origin) !== origin) throw new AppError('invalid-input', { path: 'origin' });
      await wishes.keep({ origin, name });
      // Where the browser grants without asking, it may have done so before this came.
      if (await grantWishes({ wishes, reader, sites })) changed();
      return {};
    },
    async 'site.unwish'({ origin }) {
      await wishes.forget(origin);
      return {};
    },
    async 'site.enable'({ origin, name }) {
      await reader.enableSite(origin);
      await sites.add({ origin, name: name.trim() || new URL(origin).host });
      await wishes.forget(origin);
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

  async function disabled(): Promise<readonly string[]> {
    return (await settings()).policy.disabledOperations;
  }

  /** A gateway on the same host lives by the same permission, which has no port. */
  async function isUsedByConnection(origin: string): Promise<boolean> {
    return (await connections.list()).some((connection) => isOneHost(addressOf(connection), origin));
  }
}
