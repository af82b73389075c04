import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction } from '@/lib/storage/write-transaction';
import type { HandlersOf } from './handlers';

/** Drafts outlive the surface they were typed in; they hold form fields, never secrets. */
export function createDraftHandlers(database: Database, clock: () => number): HandlersOf<'draft'> {
  return {
    async 'draft.read'({ scope }) {
      const draft = await database.get('drafts', scope);
      return draft ? { draft } : {};
    },
    async 'draft.save'({ scope, draft }) {
      await inWriteTransaction(database, ['drafts', 'jobs'], async (transaction) => {
        const drafts = transaction.objectStore('drafts');
        // Typed on while its job was being written: an intention that has become a job is no draft any more.
        const isUsed = await transaction.objectStore('jobs').index('by-intent').getKey(draft.intentId);
        if (isUsed) await drafts.delete(scope);
        else await drafts.put({ ...draft, scope, updatedAt: clock() });
      });
      return {};
    },
    async 'draft.delete'({ scope }) {
      await database.delete('drafts', scope);
      return {};
    },
  };
}
