import { AppError } from '@/lib/errors/app-error';
import { refuseTooMany } from '@/lib/jobs/drafts/add-rows';
import type { Database } from '@/lib/storage/open-database';
import type { DraftRecord } from '@/lib/storage/schema';
import { inWriteTransaction } from '@/lib/storage/write-transaction';

/** As many as a form holds. */
const mostRows = 500;

/**
 * What a job held back and never sent, as a form's draft under another intention: whole, since a person goes on with
 * it. A form that holds something keeps that.
 */
export async function takeUpJob(
  database: Database,
  jobId: string,
  about: Pick<DraftRecord, 'scope' | 'intentId' | 'source' | 'updatedAt'>,
): Promise<void> {
  await inWriteTransaction(database, ['jobs', 'rowBlocks', 'drafts'], async (transaction) => {
    const job = await transaction.objectStore('jobs').get(jobId);
    if (!job) throw new AppError('not-found', { reason: 'no-such-job' });
    refuseTooMany(job.counts.cancelled, mostRows);
    const drafts = transaction.objectStore('drafts');
    if (await drafts.getKey(about.scope)) throw new AppError('conflict', { reason: 'form-in-use' });
    const range = IDBKeyRange.bound([jobId, 0], [jobId, Number.POSITIVE_INFINITY]);
    const blocks = await transaction.objectStore('rowBlocks').getAll(range);
    const { shared = {}, channel, connection } = job;
    await drafts.put({
      ...about,
      values: shared,
      // What is cancelled never left: it keeps the ids that it had.
      rows: blocks.flatMap(({ rows }) => rows.filter(({ state }) => state === 'cancelled')).map(({ values }) => values),
      connectionId: connection.id,
      ...(channel && { channel }),
    });
  });
}
