import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction } from '@/lib/storage/write-transaction';
import { takeUpJob } from './draft-of-job';
import type { HandlersOf } from './handlers';

/** Drafts outlive the surface they were typed in; they hold form fields, never secrets. */
export function createDraftHandlers(database: Database, clock: () => number): HandlersOf<'draft'> {
  return {
    async 'draft.read'({ scope }) {
      const draft = await database.get('drafts', scope);
      return draft ? { draft } : {};
    },
    async 'draft.save'({ scope, draft }) {
      // Also where its intention has become a job meanwhile, in another window: what is typed here may be something else.
      await inWriteTransaction(database, ['drafts'], (transaction) =>
        transaction.objectStore('drafts').put({ ...draft, scope, updatedAt: clock() }),
      );
      return {};
    },
    async 'draft.takeUp'({ jobId, ...about }) {
      await takeUpJob(database, jobId, { ...about, updatedAt: clock() });
      return {};
    },
    async 'draft.delete'({ scope }) {
      await database.delete('drafts', scope);
      return {};
    },
  };
}
