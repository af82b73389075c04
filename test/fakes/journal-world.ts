import { appendEntry } from '@/lib/journal/append-entry';
import { firstPreviousHash, hashEntry } from '@/lib/journal/entry-hash';
import type { JournalEntry, JournalFacts } from '@/lib/storage/journal-records';
import type { Database } from '@/lib/storage/open-database';

/** Adds entries one by one, each in a transaction of its own, as the product does. */
export async function appendAll(database: Database, ...entries: JournalFacts[]): Promise<void> {
  for (const facts of entries) {
    const transaction = database.transaction(['journal', 'jobs'], 'readwrite');
    await appendEntry(transaction, facts);
    await transaction.done;
  }
}

/** What was asked, sent and answered for some opportunities, one after the other. */
export function threeEntriesEach(...subjects: string[]): JournalFacts[] {
  return subjects.flatMap((subject, index) =>
    (['asked', 'sent', 'answered'] as const).map((event, step) => ({
      at: 1793257200000 + index * 60_000 + step * 5000,
      event,
      jobId: `job-${subject}`,
      subject,
      memo: '老板不接受',
    })),
  );
}

/** A whole chain at once, for journals that are too long to be written entry by entry. */
export function chainOf(facts: readonly JournalFacts[]): JournalEntry[] {
  let previousHash = firstPreviousHash;
  return facts.map((fact, index) => {
    const unsigned = { ...fact, sequence: index + 1, previousHash };
    const entry = { ...unsigned, hash: hashEntry(unsigned) };
    previousHash = entry.hash;
    return entry;
  });
}

/** Replaces the stored entries behind the product's back, as somebody with the profile's files could. */
export async function plantJournal(database: Database, entries: readonly JournalEntry[]): Promise<void> {
  const transaction = database.transaction('journal', 'readwrite');
  await transaction.store.clear();
  for (const entry of entries) void transaction.store.put(entry);
  await transaction.done;
}
