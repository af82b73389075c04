import { toBase64 } from '@/lib/bytes/base64';
import { isErrorData } from '@/lib/errors/app-error';
import { deriveSealKey, exportPublicKey, importPublicKey, type SealCrypto, sealCurve } from './seal-cipher';
import type { Sealed, SealKey } from './sealed';

/** The page's side: encrypts a secret to the worker's key, under a key pair that is forgotten at once. */
export async function sealText(key: SealKey, text: string, crypto: SealCrypto = globalThis.crypto): Promise<Sealed> {
  const worker = await importPublicKey(crypto, key.publicKey);
  const pair = await crypto.subtle.generateKey(sealCurve, false, ['deriveBits']);
  const publicKeys = { page: pair.publicKey, worker };
  const cipherKey = await deriveSealKey(crypto, pair.privateKey, worker, publicKeys, 'encrypt');
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const clear = new TextEncoder().encode(text);
  const cipherText = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, cipherKey, clear);
  return {
    keyId: key.keyId,
    publicKey: await exportPublicKey(crypto, pair.publicKey),
    iv: toBase64(iv),
    text: toBase64(new Uint8Array(cipherText)),
  };
}

/**
 * Runs a call that carries sealed texts. The worker may have been stopped since it gave its key: then the call was
 * refused as `seal-expired`, nothing having happened, and is made once more with the new worker's key.
 */
export async function withSealKey<T>(readKey: () => Promise<SealKey>, call: (key: SealKey) => Promise<T>): Promise<T> {
  try {
    return await call(await readKey());
  } catch (thrown) {
    if (!isErrorData(thrown) || thrown.detail.reason !== 'seal-expired') throw thrown;
    return call(await readKey());
  }
}
