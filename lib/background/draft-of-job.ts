import { AppError } from '@/lib/errors/app-error';
import { refuseTooMany } from '@/lib/jobs/drafts/add-rows';
import { createOthersFinder } from '@/lib/jobs/drafts/find-others';
import { inJobTransaction } from '@/lib/jobs/job-transaction';
import type { Database } from '@/lib/storage/open-database';
import type { DraftRecord } from '@/lib/storage/schema';

/** As many as a form holds. */
const mostRows = 500;

/**
 * What a job held back and never sent, as a form's draft under another intention: whole, since a person goes on with
 * it, but for what another job has taken up since. A form that holds something keeps that.
 */
export async function takeUpJob(
  database: Database,
  jobId: string,
  about: Pick<DraftRecord, 'scope' | 'intentId' | 'source' | 'updatedAt'>,
): Promise<void> {
  await inJobTransaction(database, async (transaction) => {
    const job = await transaction.objectStore('jobs').get(jobId);
    if (!job) throw new AppError('not-found', { reason: 'no-such-job' });
    refuseTooMany(job.counts.cancelled, mostRows);
    const drafts = transaction.objectStore('drafts');
    if (await drafts.getKey(about.scope)) throw new AppError('conflict', { reason: 'form-in-use' });
    const range = IDBKeyRange.bound([jobId, 0], [jobId, Number.POSITIVE_INFINITY]);
    const blocks = await transaction.objectStore('rowBlocks').getAll(range);
    const cancelled = blocks.flatMap(({ rows }) => rows.filter(({ state }) => state === 'cancelled'));
    const others = await createOthersFinder(transaction, job, { warnsOfEarlier: true })(cancelled);
    const isTaken = (place: number) => {
      const { atWork, earlier } = others[place] ?? {};
      return atWork !== undefined || (earlier !== undefined && earlier.at >= job.createdAt);
    };
    const rows = cancelled.filter((_, place) => !isTaken(place));
    if (rows.length === 0) throw new AppError('not-found', { reason: 'nothing-to-take-up' });
    const { shared = {}, channel, connection } = job;
    await drafts.put({
      ...about,
      values: shared,
      // What is cancelled never left: it keeps the ids that it had, by which it is known when it is sent.
      rows: rows.map(({ values }) => values),
      connectionId: connection.id,
      ...(channel && { channel }),
    });
  });
}
