import { placeOf, validateConnection } from '@/lib/connections/connection';
import { originPattern } from '@/lib/connections/endpoint';
import type { Vault } from '@/lib/connections/vault';
import { AppError } from '@/lib/errors/app-error';
import type { IkcrmInput } from '@/lib/messages/crm-contract';
import type { Sealer } from '@/lib/messages/sealer';
import type { IkcrmCaller } from '@/lib/platforms/ikcrm/call';
import { signInIkcrm } from '@/lib/platforms/ikcrm/sign-in';
import { testIkcrmConnection } from '@/lib/platforms/ikcrm/test-connection';
import { asThrown } from './crm-handlers';
import { type GrantedHosts, saveAndGiveBack } from './give-back-host';
import type { HandlersOf } from './handlers';

export interface CrmConnectionParts extends GrantedHosts {
  vault: Vault;
  sealer: Sealer;
  permissions: GrantedHosts['permissions'] & { contains(asked: { origins: string[] }): Promise<boolean> };
  /** Keeps to the limit. */
  callIkcrm: IkcrmCaller;
  changed(): void;
}

type ConnectionHandlers = Pick<HandlersOf<'crm'>, 'crm.saveConnection' | 'crm.signIn' | 'crm.testConnection'>;

/** Connections to a REST CRM. The password is opened for the one call that needs it, and is kept nowhere. */
export function createCrmConnectionHandlers(parts: CrmConnectionParts): ConnectionHandlers {
  const { vault, sealer, callIkcrm, changed } = parts;
  return {
    async 'crm.saveConnection'({ connection, token }) {
      await saveAndGiveBack(parts, connection, { token: token && (await sealer.open(token)) });
      changed();
      return {};
    },

    async 'crm.signIn'({ connection, credentials }) {
      await requireUsable(parts, connection);
      // Signing in may put the person out elsewhere: not for a token that could not be kept.
      const { state } = await vault.state();
      if (state !== 'unlocked') throw new AppError('locked', state === 'absent' ? { reason: 'no-vault' } : {});
      const { login, corpId } = credentials;
      const password = await sealer.open(credentials.password);
      const signedIn = await signInIkcrm(callIkcrm, { baseUrl: connection.baseUrl, login, password, corpId });
      if (signedIn.kind !== 'signed-in') throw asThrown(signedIn.error);
      await saveAndGiveBack(parts, connection, { token: signedIn.token });
      changed();
      return {};
    },

    async 'crm.testConnection'({ connection, token }) {
      await requireUsable(parts, connection);
      const typed = token && (await sealer.open(token));
      const tested = { baseUrl: connection.baseUrl, token: typed || (await storedToken(parts, connection)) };
      return { checks: await testIkcrmConnection(callIkcrm, tested) };
    },
  };
}

async function requireUsable({ store, permissions }: CrmConnectionParts, connection: IkcrmInput): Promise<void> {
  const [issue] = validateConnection(connection, (await store.read()).policy.allowedEndpoints);
  if (issue) throw new AppError('invalid-input', { reason: issue.reason, path: issue.path });
  if (!(await permissions.contains({ origins: [originPattern(connection.baseUrl)] })))
    throw new AppError('not-allowed', { reason: 'host-permission-missing', path: 'baseUrl' });
}

/** The stored token, but only for the address that it was given for. */
async function storedToken({ store, vault }: CrmConnectionParts, connection: IkcrmInput): Promise<string> {
  const stored = (await store.read()).connections.find(({ id }) => id === connection.id);
  const isSamePlace = stored !== undefined && placeOf(stored) === placeOf(connection);
  const token = isSamePlace ? (await vault.readSecrets(connection.id)).token : undefined;
  if (!token) throw new AppError('invalid-input', { reason: 'required', path: 'token' });
  return token;
}
