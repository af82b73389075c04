import type { IDBPTransaction, StoreNames } from 'idb';
import { maskPersonalData } from '@/lib/masking/mask-personal-data';
import type { JournalEntry, JournalFacts, SidekickDatabase } from '@/lib/storage/schema';
import { firstPreviousHash, hashEntry } from './entry-hash';
import { maskSubject } from './mask-subject';

type WithJournal = IDBPTransaction<SidekickDatabase, StoreNames<SidekickDatabase>[], 'readwrite'>;

/**
 * Adds one entry behind the last, in the caller's transaction: what happened and its record are committed together
 * or not at all. Personal data are masked here, so that no caller can forget it. Answers the entry's number.
 */
export function appendEntry(transaction: WithJournal, facts: JournalFacts): Promise<number> {
  return appendEntries(transaction, [facts]);
}

/** Adds these entries in their order, as `appendEntry` does. Answers the last number there is. */
export async function appendEntries(transaction: WithJournal, many: readonly JournalFacts[]): Promise<number> {
  const journal = transaction.objectStore('journal');
  let last = (await journal.openCursor(null, 'prev'))?.value;
  for (const facts of many) {
    const entry: Omit<JournalEntry, 'hash'> = {
      ...maskFacts(facts),
      sequence: (last?.sequence ?? 0) + 1,
      previousHash: last?.hash ?? firstPreviousHash,
    };
    last = { ...entry, hash: hashEntry(entry) };
    await journal.add(last);
  }
  return last?.sequence ?? 0;
}

/** Without what is undefined: IndexedDB would keep it, and the hash does not cover it. */
function maskFacts(facts: JournalFacts): JournalFacts {
  const kept: JournalFacts = { at: facts.at, event: facts.event };
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined) Object.assign(kept, { [name]: value });
  }
  const { memo, note, subject, subjects, operation } = kept;
  if (memo !== undefined) kept.memo = maskPersonalData(memo);
  if (note !== undefined) kept.note = maskPersonalData(note);
  if (subject !== undefined) kept.subject = maskSubject(subject, operation);
  if (subjects !== undefined) kept.subjects = subjects.map((one) => maskSubject(one, operation));
  return kept;
}
