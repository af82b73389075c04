import { type Connection, normaliseConnection, placeOf, validateConnection } from '@/lib/connections/connection';
import type { Vault } from '@/lib/connections/vault';
import { type SecretField, secretFields } from '@/lib/connections/vault-record';
import type { Secret } from '@/lib/connections/vault-secrets';
import { AppError } from '@/lib/errors/app-error';
import type { SettingsStore } from './settings-store';

interface Parts {
  store: SettingsStore;
  vault: Vault;
}

/**
 * Adds or replaces a connection and, in the same stroke, the secrets that are given; absent ones stay, empty ones are
 * removed. On another host or app key absent ones are removed too: else a changed address would be enough to have the
 * stored session sent there; and so is what a lost connection with its id has left behind. Throws `invalid-input` with the field as path, `locked` when there are secrets and the vault is not open.
 */
export async function saveConnection(
  { store, vault, allowedEndpoints = [] }: Parts & { allowedEndpoints?: readonly string[] },
  connection: Connection,
  secrets: Partial<Record<SecretField, string | undefined>>,
): Promise<void> {
  const given = secretFields.flatMap((field) => {
    const text = secrets[field];
    return text === undefined ? [] : [{ connectionId: connection.id, field, text }];
  });
  let stranded: Secret[] = [];
  await store.update(
    (current) => {
      for (const allowed of [allowedEndpoints, current.policy.allowedEndpoints]) {
        const [issue] = validateConnection(connection, allowed);
        if (issue) throw new AppError('invalid-input', { reason: issue.reason, path: issue.path });
      }
      const before = current.connections.find(({ id }) => id === connection.id);
      const saved = normaliseConnection(before?.pace ? { pace: before.pace, ...connection } : connection);
      if (!before || placeOf(before) !== placeOf(saved)) stranded = absentSecrets(connection.id, secrets);
      const connections = before
        ? current.connections.map((one) => (one.id === connection.id ? saved : one))
        : [...current.connections, saved];
      return { ...current, connections };
    },
    (items) => vault.putSecrets([...stranded, ...given], items),
  );
}

function absentSecrets(connectionId: string, secrets: Partial<Record<SecretField, string | undefined>>): Secret[] {
  return secretFields
    .filter((field) => secrets[field] === undefined)
    .map((field) => ({ connectionId, field, text: '' }));
}

/** Deletes a connection and its secrets in one stroke, locked or not. Throws `not-found`. */
export async function deleteConnection({ store, vault }: Parts, connectionId: string): Promise<void> {
  await store.update(
    (current) => {
      const connections = current.connections.filter(({ id }) => id !== connectionId);
      if (connections.length === current.connections.length) throw new AppError('not-found');
      return { ...current, connections };
    },
    (items) =>
      vault.putSecrets(
        secretFields.map((field) => ({ connectionId, field, text: '' })),
        items,
      ),
  );
}
