import type { Database } from '@/lib/storage/open-database';
import { discardDraft } from './confirm-draft';
import { isOfEarlierRows } from './draft-transaction';

/**
 * Forgets drafts that were being made of an earlier job's rows when their worker died: nobody gives them the rest, and
 * what is there looks like all of it.
 */
export async function discardHalfMade(database: Database): Promise<void> {
  for (const job of await database.getAllFromIndex('jobs', 'by-state', 'draft')) {
    const table = await database.get('imports', job.id);
    if (isOfEarlierRows(job) && table?.phase === 'reading') await discardDraft(database, job.id);
  }
}
