import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction, type WriteTransaction } from '@/lib/storage/write-transaction';

const jobsPerStep = 20;

/**
 * Clears jobs that ended before `endedBefore` (epoch milliseconds) with their rows, requests and edits; answers how
 * many. A job with an unknown row is not over, however old; nor is one that was asked for after something which the
 * journal has as later than `endedBefore`: the clock was wrong then. The journal stays.
 */
export async function clearOldJobs(
  database: Database,
  endedBefore: number,
  now = Number.POSITIVE_INFINITY,
): Promise<number> {
  let cleared = 0;
  for (;;) {
    const some = await clearSome(database, { endedBefore, now });
    cleared += some;
    if (some < jobsPerStep) return cleared;
  }
}

const stores = ['jobs', 'rowBlocks', 'subjects', 'requests', 'edits', 'imports', 'journal'] as const;

/** More than a day's work with a clock that is wrong. */
const entriesLookedAt = 1000;

interface Ended {
  endedBefore: number;
  /** What the journal has as later still was written by a clock that was wrong itself. */
  now: number;
}

async function clearSome(database: Database, ended: Ended): Promise<number> {
  return inWriteTransaction(database, stores, async (transaction) => {
    const jobs = transaction.objectStore('jobs');
    let count = 0;
    let cursor = await jobs.index('by-state').openCursor('finished');
    while (cursor && count < jobsPerStep) {
      const { id, finishedAt = Number.POSITIVE_INFINITY, needsDecision } = cursor.value;
      const isOver = finishedAt < ended.endedBefore && needsDecision === undefined;
      if (isOver && !(await isYounger(transaction, id, ended))) {
        const range = IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
        for (const store of ['rowBlocks', 'subjects', 'edits'] as const)
          await transaction.objectStore(store).delete(range);
        // Their ids are the job's, a stroke, and their key; what follows the stroke is a nought.
        await transaction.objectStore('requests').delete(IDBKeyRange.bound(`${id}/`, `${id}0`, false, true));
        await transaction.objectStore('imports').delete(id);
        await cursor.delete();
        count += 1;
      }
      cursor = await cursor.continue();
    }
    return count;
  });
}

/** Whether the journal shows that the job is younger than it says. */
async function isYounger(
  transaction: WriteTransaction<(typeof stores)[number]>,
  jobId: string,
  { endedBefore, now }: Ended,
): Promise<boolean> {
  const journal = transaction.objectStore('journal');
  const asked = await journal.index('by-job').getKey(jobId);
  if (asked === undefined) return false;
  const before = await journal.getAll(IDBKeyRange.bound(asked - entriesLookedAt, asked, false, true));
  return before.some(({ at }) => at >= endedBefore && at <= now);
}
