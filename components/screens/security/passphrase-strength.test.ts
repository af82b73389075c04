import { expect, it } from 'vitest';
import { passphraseStrength } from './passphrase-strength';

it.each([
  ['', 'too-short'],
  ['Ab3$xyz', 'too-short'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['12345678', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['fluss7haus9x', 'fair'],
  ['correct horse battery', 'strong'],
  ['每天早上先喝一杯热豆浆', 'strong'],
])('%j is %s', (passphrase, strength) => expect(passphraseStrength(passphrase)).toBe(strength));
