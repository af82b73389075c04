import type { IDBPTransaction, StoreNames } from 'idb';
import type { JournalEntry, JournalFacts, SidekickDatabase } from '@/lib/storage/schema';
import { firstPreviousHash, hashEntry } from './entry-hash';
import { maskPersonalData } from './mask-personal-data';
import { maskSubject } from './mask-subject';

type WithJournal = IDBPTransaction<SidekickDatabase, StoreNames<SidekickDatabase>[], 'readwrite'>;

/** Several objects that one request was about, instead of one `subject`. */
export type JournalFactsOfSeveral = JournalFacts & { subjects?: string[] | undefined };
export type JournalEntryOfSeveral = JournalEntry & { subjects?: string[] | undefined };

/**
 * Adds one entry behind the last, in the caller's transaction: what happened and its record are committed together
 * or not at all. Personal data are masked here, so that no caller can forget it.
 */
export async function appendEntry(
  transaction: WithJournal,
  facts: JournalFactsOfSeveral,
): Promise<JournalEntryOfSeveral> {
  const journal = transaction.objectStore('journal');
  const last = (await journal.openCursor(null, 'prev'))?.value;
  const unsigned = {
    ...masked(facts),
    sequence: (last?.sequence ?? 0) + 1,
    previousHash: last?.hash ?? firstPreviousHash,
  };
  const entry = { ...unsigned, hash: hashEntry(unsigned) };
  await journal.add(entry);
  return entry;
}

/** The facts without what is undefined: IndexedDB would keep it, and the hash does not cover it. */
function masked(facts: JournalFactsOfSeveral): JournalFactsOfSeveral {
  const kept: JournalFactsOfSeveral = { at: facts.at, event: facts.event };
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
