import { appendEntry } from '@/lib/journal/append-entry';
import type { Database } from '@/lib/storage/open-database';
import type { JournalFacts } from '@/lib/storage/schema';

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
