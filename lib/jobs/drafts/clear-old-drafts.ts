import type { Database } from '@/lib/storage/open-database';
import type { Draft } from './draft-transaction';
import { forgetDraft, inDraftTransaction } from './draft-transaction';

const graceMs = 86_400_000;

/**
 * Forgets drafts that nobody has opened since `openedBefore` (epoch milliseconds), with every row: a table of people is
 * not to lie about. One that looks that old is first marked and goes a day later, since a clock that was years behind when
 * it was made, and is right again, makes it look so. Answers how many.
 */
export async function clearOldDrafts(database: Database, openedBefore: number, now: number): Promise<number> {
  let cleared = 0;
  for (const jobId of await database.getAllKeysFromIndex('jobs', 'by-state', 'draft')) {
    cleared += await inDraftTransaction(database, async (transaction) => {
      const job = await transaction.objectStore('jobs').get(jobId);
      const table = await transaction.objectStore('imports').get(jobId);
      if (job?.state !== 'draft' || !table || lastOpened({ job, table }) >= openedBefore) return 0;
      const { oldSince = now } = table;
      if (now - oldSince >= graceMs) {
        await forgetDraft(transaction, jobId);
        return 1;
      }
      // Marked by a clock that was ahead, it is marked anew.
      await transaction.objectStore('imports').put({ ...table, oldSince: Math.min(oldSince, now) });
      return 0;
    });
  }
  return cleared;
}

function lastOpened({ job, table }: Draft): number {
  return Math.max(job.createdAt, table.openedAt ?? 0);
}
