import { fromBase64, toBase64 } from '@/lib/bytes/base64';
import { AppError } from '@/lib/errors/app-error';
import { deriveSealKey, exportPublicKey, importPublicKey, type SealCrypto, sealCurve } from './seal-cipher';
import type { Sealed, SealKey } from './sealed';

/** The worker's side. Its private key cannot be exported and lives as long as the worker does. */
export interface Sealer {
  publicKey(): Promise<SealKey>;
  /** Throws `invalid-input`: `seal-expired` for a key of an earlier worker, `seal-broken` for what does not open. */
  open(sealed: Sealed): Promise<string>;
}

export function createSealer(crypto: SealCrypto): Sealer {
  const keyId = toBase64(crypto.getRandomValues(new Uint8Array(12)));
  let made: Promise<CryptoKeyPair> | undefined;

  function keyPair(): Promise<CryptoKeyPair> {
    made ??= crypto.subtle.generateKey(sealCurve, false, ['deriveBits']);
    return made;
  }

  async function decrypt(sealed: Sealed): Promise<string> {
    const own = await keyPair();
    const page = await importPublicKey(crypto, sealed.publicKey);
    const publicKeys = { page, worker: own.publicKey };
    const cipherKey = await deriveSealKey(crypto, own.privateKey, page, publicKeys, 'decrypt');
    const algorithm = { name: 'AES-GCM', iv: fromBase64(sealed.iv) };
    const clear = await crypto.subtle.decrypt(algorithm, cipherKey, fromBase64(sealed.text));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(clear);
  }

  return {
    async publicKey() {
      const pair = await keyPair();
      return { keyId, publicKey: await exportPublicKey(crypto, pair.publicKey) };
    },
    async open(sealed) {
      if (sealed.keyId !== keyId) throw new AppError('invalid-input', { reason: 'seal-expired' });
      try {
        return await decrypt(sealed);
      } catch (cause) {
        throw new AppError('invalid-input', { reason: 'seal-broken' }, cause);
      }
    },
  };
}
