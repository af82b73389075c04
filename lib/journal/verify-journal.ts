import type { JournalEntry } from '@/lib/storage/journal-records';
import type { Database } from '@/lib/storage/open-database';
import { firstPreviousHash, hashEntry } from './entry-hash';

/**
 * What is wrong at `brokenAt`. `changed`: the entry is not what was hashed. `missing`: there is none of that number.
 * `unlinked`: it does not point to the one before, which was changed and hashed anew, or it was itself. `cut-off`: it
 * was there once and the journal ends before it. `rewritten`: it is another than was once there.
 */
export type JournalProblem = 'changed' | 'missing' | 'unlinked' | 'cut-off' | 'rewritten';

/** Up to where a chain has been found whole. */
export interface VerifiedUpTo {
  sequence: number;
  hash: string;
}

export interface Verification {
  /** Entries found whole so far. */
  entries: number;
  /** The first sequence number that does not fit. */
  brokenAt?: number;
  problem?: JournalProblem;
  /** Where to go on; `of` is the newest sequence number. Absent at the end of the chain, and where it is broken. */
  next?: VerifiedUpTo & { of: number };
}

/** Entries hashed without a pause, so that what is being sent meanwhile can be written down in between. */
const readAtOnce = 250;
const readInOneCall = 2000;

/** Recomputes the next part of the chain, from behind what was found whole. */
export async function verifySome(database: Database, from?: VerifiedUpTo): Promise<Verification> {
  let { sequence: entries, hash: previousHash } = from ?? { sequence: 0, hash: firstPreviousHash };
  const until = entries + readInOneCall;
  while (entries < until) {
    const some = await database.getAll('journal', IDBKeyRange.lowerBound(entries, true), readAtOnce);
    for (const entry of some) {
      const problem = problemOf(entry, entries + 1, previousHash);
      if (problem) return { entries, brokenAt: entries + 1, problem };
      previousHash = entry.hash;
      entries = entry.sequence;
    }
    if (some.length < readAtOnce) return { entries };
  }
  const newest = await database.transaction('journal').store.openKeyCursor(null, 'prev');
  return { entries, next: { sequence: entries, hash: previousHash, of: newest?.primaryKey ?? entries } };
}

function problemOf(entry: JournalEntry, sequence: number, previousHash: string): JournalProblem | undefined {
  if (entry.sequence !== sequence) return 'missing';
  if (entry.hash !== hashEntry(entry)) return 'changed';
  return entry.previousHash === previousHash ? undefined : 'unlinked';
}

/** Recomputes the whole chain, entry by entry. */
export async function verifyJournal(database: Database): Promise<Verification> {
  let found = await verifySome(database);
  while (found.next) found = await verifySome(database, found.next);
  return found;
}
