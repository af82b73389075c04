import * as z from 'zod/mini';

/**
 * A secret on its way from an extension page to the worker: encrypted to the worker's key of this lifetime, so that no
 * message ever holds it in clear. ECDH P-256 with a key of its own per text, then AES-256-GCM. All members base64 but the key.
 */
export const sealedSchema = z.strictObject({
  keyId: z.string().check(z.maxLength(64)),
  publicKey: z.record(z.string(), z.unknown()),
  iv: z.string().check(z.maxLength(64)),
  text: z.string().check(z.maxLength(4_000_000)),
});
export type Sealed = z.infer<typeof sealedSchema>;

/** The worker's public half, as JWK; `keyId` changes with every worker, and an old one is answered by `seal-expired`. */
export const sealKeySchema = z.object({ keyId: z.string(), publicKey: z.record(z.string(), z.unknown()) });
export type SealKey = z.infer<typeof sealKeySchema>;
