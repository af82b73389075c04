import { normaliseConnection, placeOf } from '@/lib/connections/connection';
import type { Vault } from '@/lib/connections/vault';
import { type SecretField, secretFields } from '@/lib/connections/vault-record';
import type { Secret } from '@/lib/connections/vault-secrets';
import { AppError } from '@/lib/errors/app-error';
import { findLoosened } from './find-loosened';
import { checkSettingsFile, completeConnection, parseSettingsFile } from './parse-settings-file';
import type { Settings } from './settings';
import type { FileConnection, SettingsFile } from './settings-file-schema';
import type { SettingsStore } from './settings-store';

type Connections = Settings['connections'];

/**
 * Takes a settings file whole, or changes nothing: connections and sites are replaced by id, every other key where the file has
 * it, secrets go into the vault in the same stroke. Answers how many came in.
 * Throws `invalid-input` as `parseSettingsFile` does, and `locked` with reason `vault-needed` when the file holds
 * secrets and the vault is not open. `allowedEndpoints` are those of a policy in force. What loosens the stored policy is
 * refused (`policy-loosened`, path: all of it) unless that `mayLoosen`.
 */
export async function importSettings(
  text: string,
  {
    store,
    vault,
    allowedEndpoints = [],
    mayLoosen = false,
  }: { store: SettingsStore; vault: Vault; allowedEndpoints?: readonly string[]; mayLoosen?: boolean | undefined },
): Promise<{ connections: number; secrets: number }> {
  const file = parseSettingsFile(text, allowedEndpoints);
  const fileConnections = file.connections ?? [];
  const secrets = fileConnections.flatMap(secretsOf);
  if (secrets.length > 0 && (await vault.state()).state !== 'unlocked') {
    throw new AppError('locked', { reason: 'vault-needed' });
  }
  let leftovers: Secret[] = [];
  await store.update(
    (current) => {
      const loosened = mayLoosen ? [] : findLoosened(current.policy, file.policy);
      if (loosened.length > 0)
        throw new AppError('invalid-input', { reason: 'policy-loosened', path: loosened.join(', ') });
      if (!file.policy?.allowedEndpoints) checkSettingsFile(file, current.policy.allowedEndpoints);
      leftovers = fileConnections.flatMap((connection) => strandedSecrets(current.connections, connection));
      return merge(current, file);
    },
    (items) => vault.putSecrets([...leftovers, ...secrets], items),
  );
  return { connections: fileConnections.length, secrets: secrets.length };
}

function merge(current: Settings, file: SettingsFile): Settings {
  return {
    connections: mergeById(current.connections, (file.connections ?? []).map(toConnection)),
    operator: overlay(current.operator, file.operator),
    defaults: overlay(current.defaults, file.defaults),
    sites: mergeById(current.sites, file.sites ?? []),
    preferences: overlay(current.preferences, file.preferences),
    policy: overlay(current.policy, file.policy),
  };
}

/** What comes in takes the place of what has its id; the rest comes after. */
export function mergeById<T extends { id: string }>(current: readonly T[], incoming: readonly T[]): T[] {
  const replaced = current.map((one) => incoming.find(({ id }) => id === one.id) ?? one);
  return [...replaced, ...incoming.filter(({ id }) => !current.some((one) => one.id === id))];
}

function overlay<T extends object>(current: T, file: { [K in keyof T]?: T[K] | undefined } = {}): T {
  const present = Object.entries(file).filter(([, value]) => value !== undefined);
  return { ...current, ...Object.fromEntries(present) };
}

function toConnection(connection: FileConnection): Connections[number] {
  return normaliseConnection(completeConnection(connection));
}

function secretsOf(connection: FileConnection): Secret[] {
  return secretFields.flatMap((field) => {
    const text = secretIn(connection, field);
    return text === undefined ? [] : [{ connectionId: connection.id, field, text }];
  });
}

function secretIn(connection: FileConnection, field: SecretField): string | undefined {
  if (connection.platform === 'ikcrm') return field === 'token' ? connection.token : undefined;
  return field === 'token' ? undefined : connection[field];
}

/**
 * A file without secrets that moves a connection to another host or app must not take the stored ones along: else
 * anybody who gets a person to import a file is sent the session. They are removed, and entered again by who may. Nor
 * may a connection that is new adopt what one with its id has left in the vault: nobody knows any more for whom that was.
 */
function strandedSecrets(current: Connections, connection: FileConnection): Secret[] {
  const before = current.find(({ id }) => id === connection.id);
  if (before && placeOf(before) === placeOf(connection)) return [];
  const remove = (field: SecretField): Secret => ({ connectionId: connection.id, field, text: '' });
  return secretFields.filter((field) => secretIn(connection, field) === undefined).map(remove);
}
