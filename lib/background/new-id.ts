const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A ULID: 48 bits of time, 80 of chance, in Crockford's base 32. Sorts by time, reads well in a support call, and fits
 * the documents' String keys.
 */
export function newId(now: number, random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  let time = '';
  for (let rest = now, digit = 0; digit < 10; digit += 1) {
    time = alphabet.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const chance = Array.from(random(new Uint8Array(16)), (byte) => alphabet.charAt(byte % 32));
  return time + chance.join('');
}
