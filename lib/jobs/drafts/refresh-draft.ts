import { isSame } from '@/lib/jobs/find-at-work';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';
import { inDraftTransaction, lookAnew, putDraft, requireDraft } from './draft-transaction';

/**
 * Somebody opens a draft: its rows are looked at anew where another job of its kind has been confirmed or has ended
 * since it was opened last, so that no row is skipped later of which nothing was said here. Answers whether they are.
 */
export async function refreshDraft(database: Database, jobId: string, now: number): Promise<boolean> {
  return inDraftTransaction(database, async (transaction) => {
    const draft = await requireDraft(transaction, jobId);
    const { job, table } = draft;
    const since = table.openedAt ?? job.createdAt;
    const asked = { operation: { id: job.operation }, connection: job.connection };
    const isNews = (other: JobRecord) =>
      other.state !== 'draft' && isSame(other, asked) && Math.max(other.createdAt, other.finishedAt ?? 0) >= since;
    // While rows still come none was looked at.
    const isStale = table.phase !== 'reading' && (await transaction.objectStore('jobs').getAll()).some(isNews);
    if (isStale) lookAnew(draft);
    table.openedAt = now;
    delete table.oldSince;
    await putDraft(transaction, draft, isStale);
    return isStale;
  });
}
