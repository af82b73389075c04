import { AppError } from '@/lib/errors/app-error';
import { readJob } from '@/lib/jobs/read-jobs';
import { batchScopes } from '@/lib/messages/batch-scopes';
import { renewRowId } from '@/lib/operations/complete-row';
import type { Operation } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import type { DraftRecord } from '@/lib/storage/schema';
import { inWriteTransaction } from '@/lib/storage/write-transaction';
import type { HandlersOf } from './handlers';

/** As many as a form holds. */
const mostRows = 500;

/** Prepares another try of what failed. What was refused was not done, so it goes under a new intention. */
export function createRetryHandlers({
  database,
  operations,
  clock,
  newId,
}: {
  database: Database;
  operations: ReadonlyMap<string, Operation>;
  clock: () => number;
  newId: () => string;
}): HandlersOf<'retry'> {
  return {
    async 'retry.prepare'({ jobId, source, replace }) {
      const { job, rows } = await readJob(database, jobId, mostRows);
      const operation = operations.get(job.operation);
      const scope = new Map<string, string>(Object.entries(batchScopes)).get(job.operation);
      const failed = rows.filter(({ row }) => row.state === 'failed');
      if (!operation || scope === undefined || failed.length === 0)
        throw new AppError('not-found', { reason: 'nothing-to-retry' });
      const intentId = newId();
      const draft: DraftRecord = {
        scope,
        intentId,
        updatedAt: clock(),
        values: { ...job.shared },
        rows: failed.map(({ row }, index) => ({
          ...renewRowId(operation, row.values, { key: job.intentId, index: row.index }, { key: intentId, index }),
        })),
        channel: job.channel,
        source,
      };
      await inWriteTransaction(database, ['drafts'], async (transaction) => {
        const drafts = transaction.objectStore('drafts');
        if (!replace && (await drafts.getKey(scope)) !== undefined)
          throw new AppError('conflict', { reason: 'draft-kept' });
        await drafts.put(draft);
      });
      return { scope };
    },
  };
}
