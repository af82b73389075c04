import { fromBase64, toBase64 } from '@/lib/bytes/base64';
import type { Encrypted, Protection, SecretField, VaultRecord } from './vault-record';

/** The parts of `crypto` that the vault needs. */
export type VaultCrypto = Pick<Crypto, 'subtle' | 'getRandomValues'>;

const aes = { name: 'AES-GCM', length: 256 } as const;
const utf8 = new TextEncoder();

export function randomText(crypto: VaultCrypto, bytes: number): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(bytes)));
}

/** What is encrypted for one place opens in no other: the place is authenticated with it. */
export function secretPlace(connectionId: string, field: SecretField): string {
  return JSON.stringify(['crm-sidekick secret 1', connectionId, field]);
}

/** The wrapped key's place: the same key, protected in the same way. */
export function wrapPlace({ keyId, protection }: Pick<VaultRecord, 'keyId' | 'protection'>): string {
  const how =
    protection.mode === 'device'
      ? [protection.deviceKeyId]
      : [protection.derivation.hash, protection.derivation.rounds, protection.derivation.salt];
  return JSON.stringify(['crm-sidekick vault 1', keyId, protection.mode, ...how]);
}

export async function encrypt(
  crypto: VaultCrypto,
  key: CryptoKey,
  clear: Uint8Array<ArrayBuffer>,
  place: string,
): Promise<Encrypted> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8.encode(place) };
  const text = await crypto.subtle.encrypt(algorithm, key, clear);
  return { iv: toBase64(iv), text: toBase64(new Uint8Array(text)) };
}

/** Undefined when the key is another one, the place is another one, or anything was changed. */
export async function decrypt(
  crypto: VaultCrypto,
  key: CryptoKey,
  { iv, text }: Encrypted,
  place: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const algorithm = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: utf8.encode(place) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, fromBase64(text)));
  } catch {
    // WebCrypto says no more than that it failed, on purpose.
    return undefined;
  }
}

/** The data key as bytes, for wrapping and for the session; used through `importDataKey`. */
export function newDataKey(crypto: VaultCrypto): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

export function importDataKey(crypto: VaultCrypto, bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, aes, false, ['encrypt', 'decrypt']);
}

/** A key that stays where it is stored. */
export function newDeviceKey({ subtle }: VaultCrypto): Promise<CryptoKey> {
  return subtle.generateKey(aes, false, ['encrypt', 'decrypt']);
}

type Derivation = Extract<Protection, { mode: 'passphrase' }>['derivation'];

/** NFKC, so that the same passphrase typed full-width or through another input method is the same passphrase. */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

export async function deriveWrappingKey(
  { subtle }: VaultCrypto,
  passphrase: string,
  { name, hash, rounds, salt }: Derivation,
): Promise<CryptoKey> {
  const text = utf8.encode(normalisePassphrase(passphrase));
  const material = await subtle.importKey('raw', text, name, false, ['deriveKey']);
  const parameters = { name, hash, salt: fromBase64(salt), iterations: rounds };
  return subtle.deriveKey(parameters, material, aes, false, ['encrypt', 'decrypt']);
}
