import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { sealText, withSealKey } from './seal';
import { sealedSchema, sealKeySchema } from './sealed';
import { createSealer } from './sealer';

const secret = '秘密 app secret ✔️ 6e1a';

function refusal(reason: string) {
  return expect.objectContaining({ code: 'invalid-input', detail: { reason } });
}

function flip(base64: string): string {
  return (base64.startsWith('A') ? 'B' : 'A') + base64.slice(1);
}

/** The other point with the same x, which has the same shared secret: ECDH looks at x only. */
function mirrored(y: unknown): string {
  const prime = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
  const value = BigInt(`0x${Buffer.from(String(y), 'base64url').toString('hex')}`);
  return Buffer.from((prime - value).toString(16).padStart(64, '0'), 'hex').toString('base64url');
}

describe('sealing', () => {
  it('brings any text to the worker unchanged, in the shapes that the contract names', async () => {
    const sealer = createSealer(crypto);
    const key = sealKeySchema.parse(JSON.parse(JSON.stringify(await sealer.publicKey())));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        const message = JSON.parse(JSON.stringify(await sealText(key, text)));
        expect(await sealer.open(sealedSchema.parse(message))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('brings a whole settings file of a megabyte, byte order mark and all', async () => {
    const sealer = createSealer(crypto);
    const file = `\uFEFF${'商机'.repeat(250_000)}`;
    const sealed = await sealText(await sealer.publicKey(), file);
    expect(sealedSchema.safeParse(sealed).success).toBe(true);
    expect(await sealer.open(sealed)).toBe(file);
  });

  it('shows nothing of the text, and never the same message twice', async () => {
    const key = await createSealer(crypto).publicKey();
    const [first, second] = [await sealText(key, secret), await sealText(key, secret)];
    expect(JSON.stringify(first)).not.toContain('6e1a');
    expect(first.text).not.toBe(second.text);
    expect(first.publicKey).not.toEqual(second.publicKey);
  });

  it('gives out the public half only', async () => {
    const { publicKey } = await createSealer(crypto).publicKey();
    expect(Object.keys(publicKey).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  });

  it('refuses a text for an earlier worker as expired', async () => {
    const earlier = await createSealer(crypto).publicKey();
    const sealed = await sealText(earlier, secret);
    await expect(createSealer(crypto).open(sealed)).rejects.toEqual(refusal('seal-expired'));
  });

  it('does not open for another worker even under that one’s id', async () => {
    const other = createSealer(crypto);
    const sealed = await sealText(await createSealer(crypto).publicKey(), secret);
    const { keyId } = await other.publicKey();
    await expect(other.open({ ...sealed, keyId })).rejects.toEqual(refusal('seal-broken'));
  });

  it('refuses a message whose text, iv or public key was changed', async () => {
    const sealer = createSealer(crypto);
    const key = await sealer.publicKey();
    const sealed = await sealText(key, secret);
    const other = await sealText(key, secret);
    const changed = [
      { ...sealed, publicKey: { ...sealed.publicKey, y: mirrored(sealed.publicKey.y) } },
      { ...sealed, text: flip(sealed.text) },
      { ...sealed, iv: flip(sealed.iv) },
      { ...sealed, text: '***' },
      { ...sealed, publicKey: other.publicKey },
      { ...sealed, publicKey: {} },
      { ...sealed, publicKey: { ...sealed.publicKey, x: other.publicKey.x } },
    ];
    for (const message of changed) await expect(sealer.open(message)).rejects.toEqual(refusal('seal-broken'));
    expect(await sealer.open(sealed)).toBe(secret);
  });
});

describe('withSealKey', () => {
  it('seals anew, once, when the worker was started again in between', async () => {
    const [earlier, present] = [createSealer(crypto), createSealer(crypto)];
    const keys = [await earlier.publicKey(), await present.publicKey()];
    let reads = 0;
    const opened = await withSealKey(
      async () => keys[reads++] ?? expect.fail('asked for a third key'),
      async (key) => present.open(await sealText(key, secret)),
    );
    expect(opened).toBe(secret);
    expect(reads).toBe(2);
  });

  it('passes on every other failure, and a second expiry, without another try', async () => {
    for (const [reason, expected] of [
      ['wrong-passphrase', 1],
      ['seal-expired', 2],
    ] as const) {
      let calls = 0;
      const call = async () => {
        calls += 1;
        throw new AppError('invalid-input', { reason });
      };
      await expect(withSealKey(() => createSealer(crypto).publicKey(), call)).rejects.toEqual(refusal(reason));
      expect(calls).toBe(expected);
    }
  });
});
