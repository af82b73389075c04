export const leastPassphraseLength = 8;

export type Strength = 'too-short' | 'weak' | 'fair' | 'strong';

/**
 * A hint, not a gate. Length counts most; letters that only repeat or run on (aaaa, 1234) count for one. A Chinese
 * character carries about as much as two Latin letters.
 */
export function passphraseStrength(passphrase: string): Strength {
  const letters = [...passphrase];
  if (letters.length < leastPassphraseLength) return 'too-short';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(passphrase)).length;
  const weight = letters.reduce((sum, letter, index) => sum + weightOf(letter, letters[index - 1]), 0) + kinds * 2;
  if (weight < 14) return 'weak';
  return weight < 20 ? 'fair' : 'strong';
}

function weightOf(letter: string, before: string | undefined): number {
  const step = before === undefined ? undefined : (letter.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  if (step !== undefined && Math.abs(step) <= 1) return 0;
  return /\p{Script=Han}/u.test(letter) ? 2 : 1;
}
