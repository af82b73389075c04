import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction } from '@/lib/storage/write-transaction';

const jobsPerStep = 20;

/**
 * Clears jobs that ended before `endedBefore` (epoch milliseconds) with their rows, requests and edits; answers how
 * many. A job with an unknown row is not over, however old. The journal stays.
 */
export async function clearOldJobs(database: Database, endedBefore: number): Promise<number> {
  let cleared = 0;
  for (;;) {
    const some = await clearSome(database, endedBefore);
    cleared += some;
    if (some < jobsPerStep) return cleared;
  }
}

const stores = ['jobs', 'rowBlocks', 'subjects', 'requests', 'edits', 'imports'] as const;

async function clearSome(database: Database, endedBefore: number): Promise<number> {
  return inWriteTransaction(database, stores, async (transaction) => {
    const jobs = transaction.objectStore('jobs');
    let count = 0;
    let cursor = await jobs.index('by-state').openCursor('finished');
    while (cursor && count < jobsPerStep) {
      const { id, finishedAt = Number.POSITIVE_INFINITY, needsDecision } = cursor.value;
      if (finishedAt < endedBefore && needsDecision === undefined) {
        const range = IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
        for (const store of ['rowBlocks', 'subjects', 'edits'] as const)
          await transaction.objectStore(store).delete(range);
        for (const request of await transaction.objectStore('requests').index('by-job').getAllKeys(id))
          await transaction.objectStore('requests').delete(request);
        await transaction.objectStore('imports').delete(id);
        await cursor.delete();
        count += 1;
      }
      cursor = await cursor.continue();
    }
    return count;
  });
}
