import type { IDBPTransaction, StoreNames } from 'idb';
import type { JournalEntry, JournalFacts, SidekickDatabase } from '@/lib/storage/schema';
import { firstPreviousHash, hashEntry } from './entry-hash';
import { maskPersonalData } from './mask-personal-data';

type WithJournal = IDBPTransaction<SidekickDatabase, StoreNames<SidekickDatabase>[], 'readwrite'>;

/**
 * Adds one entry behind the last, in the caller's transaction: what happened and its record are committed together
 * or not at all. Free text is masked here, so that no caller can forget it.
 */
export function appendEntry(transaction: WithJournal, facts: JournalFacts): Promise<void> {
  return appendEntries(transaction, [facts]);
}

/** Adds these entries in their order, as `appendEntry` does. */
export async function appendEntries(transaction: WithJournal, many: readonly JournalFacts[]): Promise<void> {
  const journal = transaction.objectStore('journal');
  let last = (await journal.openCursor(null, 'prev'))?.value;
  for (const facts of many) {
    const entry: Omit<JournalEntry, 'hash'> = {
      ...withoutUndefined(facts),
      sequence: (last?.sequence ?? 0) + 1,
      previousHash: last?.hash ?? firstPreviousHash,
    };
    last = { ...entry, hash: hashEntry(entry) };
    await journal.add(last);
  }
}

function withoutUndefined(facts: JournalFacts): JournalFacts {
  const kept: JournalFacts = { at: facts.at, event: facts.event };
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined) Object.assign(kept, { [name]: value });
  }
  if (kept.memo !== undefined) kept.memo = maskPersonalData(kept.memo);
  if (kept.note !== undefined) kept.note = maskPersonalData(kept.note);
  return kept;
}
