import * as z from 'zod/mini';

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+=*$/), z.maxLength(100_000));
/** AES-256-GCM; both base64. */
const encrypted = z.object({ iv: base64, text: base64 });
export type Encrypted = z.infer<typeof encrypted>;

export const secretFields = ['appSecret', 'session', 'token'] as const;
export type SecretField = (typeof secretFields)[number];

/** How the wrapping key comes about. Rounds have a ceiling, so that a damaged record cannot keep the worker busy for hours. */
const protection = z.discriminatedUnion('mode', [
  z.object({
    mode: z.literal('passphrase'),
    derivation: z.object({
      name: z.literal('PBKDF2'),
      hash: z.literal('SHA-256'),
      rounds: z.int().check(z.gte(1), z.lte(10_000_000)),
      salt: base64,
    }),
  }),
  z.object({ mode: z.literal('device'), deviceKeyId: z.string() }),
]);
export type Protection = z.infer<typeof protection>;
export type VaultMode = Protection['mode'];

/** The whole vault is one stored value: every change replaces it at once, so no half-made vault can be left behind. */
export const vaultRecordSchema = z.object({
  version: z.literal(1),
  /** Names the data key, so that a key left over in the session is told from the present one. */
  keyId: z.string(),
  protection,
  wrappedKey: encrypted,
  secrets: z.array(z.object({ connectionId: z.string(), field: z.enum(secretFields), value: encrypted })),
});
export type VaultRecord = z.infer<typeof vaultRecordSchema>;
