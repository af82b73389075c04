import type { Connection } from '@/lib/connections/connection';
import { originPattern } from '@/lib/connections/endpoint';
import type { Vault } from '@/lib/connections/vault';
import { AppError } from '@/lib/errors/app-error';
import type { ConnectionSummary } from '@/lib/messages/app-state';
import type { TopConnection } from '@/lib/platforms/top/request';
import type { SettingsStore } from '@/lib/settings/settings-store';

export interface ConnectionBook {
  list(): Promise<ConnectionSummary[]>;
  find(id: string): Promise<ConnectionSummary | undefined>;
  /** Decrypted for one call. Throws `locked`, or `not-allowed` (`secret-missing`) where none is stored. */
  open(connection: ConnectionSummary): Promise<TopConnection>;
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
      permissions.contains({ origins: [originPattern(connection.endpoint)] }),
    ]);
    return { ...connection, hasSecret: has.appSecret, hasSession: has.session, permitted };
  }

  return {
    list: async () => Promise.all((await store.read()).connections.map(summarise)),
    async find(id) {
      const connection = (await store.read()).connections.find((one) => one.id === id);
      return connection && summarise(connection);
    },
    async open({ id, endpoint, appKey, signMethod }) {
      const { appSecret, session } = await vault.readSecrets(id);
      if (!appSecret) throw new AppError('not-allowed', { reason: 'secret-missing' });
      return { endpoint, appKey, signMethod, appSecret, session };
    },
  };
}
