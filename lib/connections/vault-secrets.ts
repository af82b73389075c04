import { AppError } from '@/lib/errors/app-error';
import { decrypt, encrypt, importDataKey, secretPlace, type VaultCrypto } from './vault-cipher';
import type { SecretField, VaultRecord } from './vault-record';

export interface Secret {
  connectionId: string;
  field: SecretField;
  /** Empty: none. */
  text: string;
}

type Stored = VaultRecord['secrets'];
type KeyBytes = Uint8Array<ArrayBuffer>;

/** The stored secrets with these in place of theirs. `key` may be missing only when none of them has a text. */
export async function replaceSecrets(
  crypto: VaultCrypto,
  stored: Stored,
  secrets: readonly Secret[],
  key: KeyBytes | undefined,
): Promise<Stored> {
  const kept = stored.filter((old) => !secrets.some((secret) => isSamePlace(old, secret)));
  const present = secrets.filter(({ text }, index) => {
    // Named twice, the later one counts.
    const isLast = !secrets.slice(index + 1).some((later) => isSamePlace(later, secrets[index]));
    return isLast && text !== '';
  });
  if (present.length === 0) return kept;
  if (!key) throw new AppError('locked');
  const dataKey = await importDataKey(crypto, key);
  const added = present.map(async ({ connectionId, field, text }) => {
    const clear = new TextEncoder().encode(text);
    return { connectionId, field, value: await encrypt(crypto, dataKey, clear, secretPlace(connectionId, field)) };
  });
  return [...kept, ...(await Promise.all(added))];
}

/** One connection's secrets in clear. Throws `sign-in-again` (`secret-damaged`) with the field as path. */
export async function openSecrets(
  crypto: VaultCrypto,
  stored: Stored,
  connectionId: string,
  key: KeyBytes,
): Promise<Partial<Record<SecretField, string>>> {
  const dataKey = await importDataKey(crypto, key);
  const secrets: Partial<Record<SecretField, string>> = {};
  for (const { field, value } of stored.filter((secret) => secret.connectionId === connectionId)) {
    const clear = await decrypt(crypto, dataKey, value, secretPlace(connectionId, field));
    if (!clear) throw new AppError('sign-in-again', { reason: 'secret-damaged', path: field });
    secrets[field] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(clear);
  }
  return secrets;
}

/** Encrypted to another key. What does not open any more stays as it is: whoever reads it is told so, as before. */
export async function sealSecretsAnew(
  crypto: VaultCrypto,
  stored: Stored,
  before: KeyBytes,
  after: KeyBytes,
): Promise<Stored> {
  const [from, to] = await Promise.all([importDataKey(crypto, before), importDataKey(crypto, after)]);
  return Promise.all(
    stored.map(async (secret) => {
      const place = secretPlace(secret.connectionId, secret.field);
      const clear = await decrypt(crypto, from, secret.value, place);
      return clear ? { ...secret, value: await encrypt(crypto, to, clear, place) } : secret;
    }),
  );
}

function isSamePlace(
  one: Pick<Secret, 'connectionId' | 'field'>,
  other: Pick<Secret, 'connectionId' | 'field'> | undefined,
): boolean {
  return one.connectionId === other?.connectionId && one.field === other.field;
}
