import { hmac } from '@noble/hashes/hmac.js';
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export const topSignMethods = ['hmac-sha256', 'hmac', 'md5'] as const;

/** The platform's own names; `hmac` is HMAC-MD5. */
export type TopSignMethod = (typeof topSignMethods)[number];

/**
 * The value of `sign`, upper-case hex, over everything that is sent except `sign` itself (official document 101617).
 * Empty values are neither sent nor signed. Raw UTF-8 values, names in code-unit order, nothing between.
 * Synchronous and not WebCrypto, which has no MD5.
 */
export function signTop(input: { params: Record<string, string>; secret: string; method: TopSignMethod }): string {
  const utf8 = new TextEncoder();
  const secret = utf8.encode(input.secret);
  const text = signedText(input.params);
  return bytesToHex(digest()).toUpperCase();

  function digest(): Uint8Array {
    switch (input.method) {
      case 'md5':
        return md5(utf8.encode(input.secret + text + input.secret));
      case 'hmac':
        return hmac(md5, secret, utf8.encode(text));
      case 'hmac-sha256':
        return hmac(sha256, secret, utf8.encode(text));
    }
  }
}

function signedText(params: Record<string, string>): string {
  return Object.keys(params)
    .filter((name) => name !== 'sign' && params[name])
    .sort()
    .map((name) => `${name}${params[name]}`)
    .join('');
}
