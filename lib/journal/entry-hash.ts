import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '@/lib/json/canonical-json';
import type { JournalEntry } from '@/lib/storage/journal-records';

/** What the first entry points back to. */
export const firstPreviousHash = '0'.repeat(64);

/**
 * SHA-256 (hex) over the canonical JSON of an entry without its own hash. Computed synchronously: an IndexedDB
 * transaction would commit itself while `crypto.subtle` is awaited.
 */
export function hashEntry(entry: Omit<JournalEntry, 'hash'> & { hash?: string }): string {
  const { hash: _own, ...covered } = entry;
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(covered))));
}
