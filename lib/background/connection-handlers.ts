import { addressOf, placeOf, validateConnection } from '@/lib/connections/connection';
import { originPattern } from '@/lib/connections/endpoint';
import type { Vault } from '@/lib/connections/vault';
import { AppError } from '@/lib/errors/app-error';
import type { CallInput } from '@/lib/messages/extension-contract';
import type { Sealed } from '@/lib/messages/sealed';
import type { Sealer } from '@/lib/messages/sealer';
import type { TopCaller } from '@/lib/platforms/top/call';
import type { TopConnection } from '@/lib/platforms/top/request';
import { testTopConnection } from '@/lib/platforms/top/test-connection';
import { deleteConnection } from '@/lib/settings/save-connection';
import type { Database } from '@/lib/storage/open-database';
import { type GrantedHosts, giveBackHost, saveAndGiveBack } from './give-back-host';
import type { HandlersOf } from './handlers';
import { forgetKept } from './record-cache';

export interface ConnectionHandlerParts extends GrantedHosts {
  database: Database;
  vault: Vault;
  sealer: Sealer;
  permissions: GrantedHosts['permissions'] & { contains(asked: { origins: string[] }): Promise<boolean> };
  callTop: TopCaller;
  changed(): void;
}

type FormInput = CallInput<'connection.test'>;

export function createConnectionHandlers(parts: ConnectionHandlerParts): HandlersOf<'connection'> {
  const { store, vault, sealer, permissions, callTop, changed } = parts;
  const open = async (sealed: Sealed | undefined) => (sealed ? sealer.open(sealed) : undefined);
  const openBoth = async ({ appSecret, session }: FormInput['secrets']) => ({
    appSecret: await open(appSecret),
    session: await open(session),
  });
  return {
    async 'connection.save'({ connection, secrets }) {
      await saveAndGiveBack(parts, connection, await openBoth(secrets));
      changed();
      return {};
    },

    async 'connection.delete'({ id }) {
      const deleted = (await store.read()).connections.find((connection) => connection.id === id);
      await deleteConnection({ store, vault }, id);
      await forgetKept(parts.database, id);
      if (deleted) await giveBackHost(parts, addressOf(deleted));
      changed();
      return {};
    },

    async 'connection.test'({ connection, secrets }) {
      const [issue] = validateConnection(connection, (await store.read()).policy.allowedEndpoints);
      if (issue) throw new AppError('invalid-input', { reason: issue.reason, path: issue.path });
      if (!(await permissions.contains({ origins: [originPattern(connection.endpoint)] })))
        throw new AppError('not-allowed', { reason: 'host-permission-missing', path: 'endpoint' });
      const typed = await openBoth(secrets);
      const tested = await completeSecrets(parts, connection, typed);
      return { checks: (await testTopConnection(callTop, tested)).checks };
    },
  };
}

/**
 * What was left empty is the stored secret, but only for the host and app it was stored for: else a changed address
 * in the form would be enough to have the session sent there.
 */
async function completeSecrets(
  { store, vault }: ConnectionHandlerParts,
  { id, endpoint, appKey, signMethod }: FormInput['connection'],
  typed: { appSecret: string | undefined; session: string | undefined },
): Promise<TopConnection> {
  const stored = (await store.read()).connections.find((one) => one.platform === 'top' && one.id === id);
  const isSamePlace = stored !== undefined && placeOf(stored) === placeOf({ platform: 'top', endpoint, appKey });
  const needsStored = typed.appSecret === undefined || typed.session === undefined;
  const kept = isSamePlace && needsStored ? await vault.readSecrets(id) : {};
  const appSecret = typed.appSecret ?? kept.appSecret;
  if (!appSecret) throw new AppError('invalid-input', { reason: 'required', path: 'appSecret' });
  return { endpoint, appKey, signMethod, appSecret, session: (typed.session ?? kept.session) || undefined };
}
