import { AppError } from '@/lib/errors/app-error';
import type { DeviceKeys } from './device-keys';
import {
  decrypt,
  deriveWrappingKey,
  encrypt,
  newDeviceKey,
  normalisePassphrase,
  randomText,
  type VaultCrypto,
  wrapPlace,
} from './vault-cipher';
import type { Protection, VaultMode, VaultRecord } from './vault-record';

export interface ProtectionParts {
  crypto: VaultCrypto;
  deviceKeys: DeviceKeys;
  /** PBKDF2 rounds of new wrappings. */
  rounds: number;
}

type Wrapped = Pick<VaultRecord, 'keyId' | 'protection' | 'wrappedKey'>;

/** In characters as a person counts them, not UTF-16 units. */
const minimumPassphraseLength = 8;
const maximumPassphraseLength = 1024;

/**
 * Wraps a data key. In device mode the device's new key is stored before this answers, so that a record that names it
 * never comes first. Throws `invalid-input` with reason `passphrase-too-short` or `too-long`.
 */
export async function wrapDataKey(
  parts: ProtectionParts,
  bytes: Uint8Array<ArrayBuffer>,
  keyId: string,
  how: { mode: VaultMode; passphrase?: string | undefined },
): Promise<Wrapped> {
  const { crypto, deviceKeys, rounds } = parts;
  let protection: Protection;
  let wrappingKey: CryptoKey;
  if (how.mode === 'device') {
    protection = { mode: 'device', deviceKeyId: `vault ${randomText(crypto, 12)}` };
    wrappingKey = await newDeviceKey(crypto);
    await deviceKeys.write(protection.deviceKeyId, wrappingKey);
  } else {
    const passphrase = acceptPassphrase(how.passphrase);
    const salt = randomText(crypto, 16);
    protection = { mode: 'passphrase', derivation: { name: 'PBKDF2', hash: 'SHA-256', rounds, salt } };
    wrappingKey = await deriveWrappingKey(crypto, passphrase, protection.derivation);
  }
  const wrappedKey = await encrypt(crypto, wrappingKey, bytes, wrapPlace({ keyId, protection }));
  return { keyId, protection, wrappedKey };
}

/** Throws `invalid-input` with reason `wrong-passphrase`, or `locked` with `device-key-gone` when the browser has lost the device's key. */
export async function unwrapDataKey(
  { crypto, deviceKeys }: ProtectionParts,
  record: Wrapped,
  passphrase: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { protection, wrappedKey } = record;
  if (protection.mode === 'device') {
    const deviceKey = await deviceKeys.read(protection.deviceKeyId);
    const bytes = deviceKey && (await decrypt(crypto, deviceKey, wrappedKey, wrapPlace(record)));
    if (!bytes) throw new AppError('locked', { reason: 'device-key-gone' });
    return bytes;
  }
  const wrappingKey = passphrase && (await deriveWrappingKey(crypto, passphrase, protection.derivation));
  const bytes = wrappingKey && (await decrypt(crypto, wrappingKey, wrappedKey, wrapPlace(record)));
  if (!bytes) throw new AppError('invalid-input', { reason: 'wrong-passphrase' });
  return bytes;
}

/** Whether a wrapping was made with fewer rounds than are used now. */
export function isOutdated(protection: Protection, rounds: number): boolean {
  return protection.mode === 'passphrase' && protection.derivation.rounds < rounds;
}

function acceptPassphrase(passphrase = ''): string {
  const length = Array.from(normalisePassphrase(passphrase)).length;
  if (length < minimumPassphraseLength) throw new AppError('invalid-input', { reason: 'passphrase-too-short' });
  if (length > maximumPassphraseLength) throw new AppError('invalid-input', { reason: 'too-long', path: 'passphrase' });
  return passphrase;
}
