import type { Database } from '@/lib/storage/open-database';
import type { JournalEntry } from '@/lib/storage/schema';
import { firstPreviousHash, hashEntry } from './entry-hash';

export interface JournalPage {
  entries: JournalEntry[];
  more: boolean;
}

/** Entries newest first, from below `before` (a sequence number), of one job if asked. */
export async function readJournal(
  database: Database,
  { before, jobId, limit }: { before?: number | undefined; jobId?: string | undefined; limit: number },
): Promise<JournalPage> {
  const entries: JournalEntry[] = [];
  const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
  let cursor = await database.transaction('journal').store.openCursor(range, 'prev');
  while (cursor) {
    if (jobId === undefined || cursor.value.jobId === jobId) {
      if (entries.length === limit) return { entries, more: true };
      entries.push(cursor.value);
    }
    cursor = await cursor.continue();
  }
  return { entries, more: false };
}

export interface Verification {
  entries: number;
  /** The first sequence number that does not fit: changed, removed or reordered there. */
  brokenAt?: number | undefined;
}

/** Recomputes the whole chain, entry by entry. */
export async function verifyJournal(database: Database): Promise<Verification> {
  let previousHash = firstPreviousHash;
  let entries = 0;
  let cursor = await database.transaction('journal').store.openCursor();
  while (cursor) {
    const entry = cursor.value;
    const expected = entries + 1;
    const fits = entry.sequence === expected && entry.previousHash === previousHash && entry.hash === hashEntry(entry);
    if (!fits) return { entries, brokenAt: expected };
    previousHash = entry.hash;
    entries += 1;
    cursor = await cursor.continue();
  }
  return { entries };
}
