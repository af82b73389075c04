import { addressOf, type Connection } from '@/lib/connections/connection';
import { originPattern, refuseEndpoint } from '@/lib/connections/endpoint';
import type { Vault } from '@/lib/connections/vault';
import { AppError } from '@/lib/errors/app-error';
import type { ConnectionSummary, IkcrmConnectionSummary, TopConnectionSummary } from '@/lib/messages/app-state';
import type { IkcrmConnection } from '@/lib/platforms/ikcrm/request';
import type { TopConnection } from '@/lib/platforms/top/request';
import type { SettingsStore } from '@/lib/settings/settings-store';

export interface ConnectionBook {
  list(): Promise<ConnectionSummary[]>;
  /** Of the open platform. */
  find(id: string): Promise<TopConnectionSummary | undefined>;
  /**
   * Decrypted for one call. Throws `locked`, or `not-allowed`: `secret-missing` where none is stored,
   * `endpoint-not-allowed` where a policy forbids the address, which may have come after the connection.
   */
  open(connection: TopConnectionSummary): Promise<TopConnection>;
  /** Of a REST CRM. */
  findIkcrm(id: string): Promise<IkcrmConnectionSummary | undefined>;
  /** As `open`; throws `sign-in-again` (`token-missing`) where none is stored. */
  openIkcrm(connection: Pick<IkcrmConnectionSummary, 'id' | 'baseUrl'>): Promise<IkcrmConnection>;
}

export interface ConnectionBookParts {
  store: SettingsStore;
  vault: Vault;
  permissions: { contains(asked: { origins: string[] }): Promise<boolean> };
}

/** The stored connections, with what is known of their secrets and of the browser's permission for their hosts. */
export function createConnectionBook({ store, vault, permissions }: ConnectionBookParts): ConnectionBook {
  async function summarise(connection: Connection): Promise<ConnectionSummary> {
    const [has, permitted] = await Promise.all([
      vault.hasSecrets(connection.id),
      permissions.contains({ origins: [originPattern(addressOf(connection))] }),
    ]);
    if (connection.platform === 'ikcrm') return { ...connection, hasToken: has.token, permitted };
    return { ...connection, hasSecret: has.appSecret, hasSession: has.session, permitted };
  }

  async function find(id: string): Promise<ConnectionSummary | undefined> {
    const connection = (await store.read()).connections.find((one) => one.id === id);
    return connection && summarise(connection);
  }

  async function requireAllowed(address: string): Promise<void> {
    const { policy } = await store.read();
    if (refuseEndpoint(address, policy.allowedEndpoints))
      throw new AppError('not-allowed', { reason: 'endpoint-not-allowed' });
  }

  return {
    list: async () => Promise.all((await store.read()).connections.map(summarise)),
    async find(id) {
      const connection = await find(id);
      return connection?.platform === 'top' ? connection : undefined;
    },
    async open({ id, endpoint, appKey, signMethod }) {
      await requireAllowed(endpoint);
      const { appSecret, session } = await vault.readSecrets(id);
      if (!appSecret) throw new AppError('not-allowed', { reason: 'secret-missing' });
      return { endpoint, appKey, signMethod, appSecret, session };
    },
    async findIkcrm(id) {
      const connection = await find(id);
      return connection?.platform === 'ikcrm' ? connection : undefined;
    },
    async openIkcrm({ id, baseUrl }) {
      await requireAllowed(baseUrl);
      const { token } = await vault.readSecrets(id);
      if (!token) throw new AppError('sign-in-again', { reason: 'token-missing' });
      return { baseUrl, token };
    },
  };
}
