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
  const below = before ?? Number.POSITIVE_INFINITY;
  if (jobId !== undefined) {
    const ofJob = await database.getAllFromIndex('journal', 'by-job', jobId);
    const newestFirst = ofJob.filter(({ sequence }) => sequence < below).reverse();
    return { entries: newestFirst.slice(0, limit), more: newestFirst.length > limit };
  }
  const entries: JournalEntry[] = [];
  let cursor = await database.transaction('journal').store.openCursor(IDBKeyRange.upperBound(below, true), 'prev');
  while (cursor) {
    if (entries.length === limit) return { entries, more: true };
    entries.push(cursor.value);
    cursor = await cursor.continue();
  }
  return { entries, more: false };
}

export interface Verification {
  entries: number;
  /** The first sequence number that does not fit: changed, removed or reordered there. */
  brokenAt?: number | undefined;
}

/** Entries read at a time, so that what is being sent meanwhile can be written down in between. */
const verifiedAtOnce = 500;

/** Recomputes the whole chain, entry by entry. */
export async function verifyJournal(database: Database): Promise<Verification> {
  let previousHash = firstPreviousHash;
  let entries = 0;
  for (;;) {
    const range = IDBKeyRange.lowerBound(entries, true);
    const some = await database.getAll('journal', range, verifiedAtOnce);
    if (some.length === 0) return { entries };
    for (const entry of some) {
      const sequence = entries + 1;
      const fits =
        entry.sequence === sequence && entry.previousHash === previousHash && entry.hash === hashEntry(entry);
      if (!fits) return { entries, brokenAt: sequence };
      previousHash = entry.hash;
      entries = sequence;
    }
  }
}
