import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from './new-id';

const zeros = (bytes: Uint8Array<ArrayBuffer>) => bytes;
const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

describe('a new id', () => {
  it('begins with the time as the ULID specification writes it', () => {
    // The specification's own example of a time.
    expect(newId(1469918176385, zeros)).toBe('01ARYZ6S410000000000000000');
  });

  it('fits the documents’ String keys and the contract’s intent ids', () => {
    expect(newId(Date.UTC(2026, 10, 22), random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('sorts by time, whatever chance adds', () => {
    const time = fc.integer({ min: 0, max: 2 ** 47 });
    fc.assert(
      fc.property(time, time, (one, other) => {
        fc.pre(one < other);
        expect(newId(one, random) < newId(other, zeros)).toBe(true);
      }),
    );
  });

  it('is not given twice, even within a millisecond', () => {
    const ids = new Set(Array.from({ length: 5000 }, () => newId(0, random)));
    expect(ids.size).toBe(5000);
  });
});
