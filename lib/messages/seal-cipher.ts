import type { SealKey } from './sealed';

/** The parts of `crypto` that sealing needs. */
export type SealCrypto = Pick<Crypto, 'subtle' | 'getRandomValues'>;

export const sealCurve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Takes the four public members only: whatever else a message put beside them is not looked at. Throws for no point of the curve. */
export function importPublicKey({ subtle }: SealCrypto, { kty, crv, x, y }: SealKey['publicKey']): Promise<CryptoKey> {
  const jwk = { kty, crv, x, y, ext: true } as JsonWebKey;
  return subtle.importKey('jwk', jwk, sealCurve, true, []);
}

export async function exportPublicKey({ subtle }: SealCrypto, key: CryptoKey): Promise<SealKey['publicKey']> {
  const { kty, crv, x, y } = await subtle.exportKey('jwk', key);
  return { kty, crv, x, y };
}

/**
 * ECDH → HKDF-SHA-256 → AES-256-GCM. Both public keys are bound into the derivation (as RFC 9180 does), so that a text
 * opens only for the pair it was sealed between.
 */
export async function deriveSealKey(
  { subtle }: SealCrypto,
  own: CryptoKey,
  other: CryptoKey,
  publicKeys: { page: CryptoKey; worker: CryptoKey },
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const shared = await subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const points = await Promise.all([publicKeys.page, publicKeys.worker].map((key) => subtle.exportKey('raw', key)));
  const label = new TextEncoder().encode('crm-sidekick seal 1');
  const info = new Uint8Array(await new Blob([label, ...points]).arrayBuffer());
  // No salt: the shared secret is fresh for every text, and RFC 5869 allows it.
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return subtle.deriveKey(parameters, material, { name: 'AES-GCM', length: 256 }, false, [usage]);
}
