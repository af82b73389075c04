import { AppError } from '@/lib/errors/app-error';
import { requireJob } from '@/lib/jobs/job-transaction';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';
import { refuseTooMany } from './add-rows';
import { type Draft, forgetDraft, inDraftTransaction, readyRows, requireDraft } from './draft-transaction';

export interface Confirmation {
  jobId: string;
  /** What the person saw. */
  revision: number;
  /** The draft's connection as it is now. */
  connection: JobRecord['connection'];
  /** Who confirms it, as far as the settings say. */
  operator?: JobRecord['operator'];
  mostRows: number;
  mustPreview: boolean;
}

/** A draft is confirmed: from here on it goes by itself. What was confirmed before stays so, and is no fault. */
export async function confirmDraft(database: Database, confirmation: Confirmation, now: number): Promise<void> {
  await inDraftTransaction(database, async (transaction) => {
    const { state } = await requireJob(transaction, confirmation.jobId);
    if (state !== 'draft' && (await transaction.objectStore('imports').getKey(confirmation.jobId))) return;
    const draft = await requireDraft(transaction, confirmation.jobId);
    refuseUnready(draft, confirmation);
    const { operator } = confirmation;
    await transaction
      .objectStore('jobs')
      .put({ ...draft.job, ...(operator && { operator }), state: 'preparing', createdAt: now });
    await transaction.objectStore('imports').put({ ...draft.table, preparedBlocks: 0 });
  });
}

function refuseUnready(draft: Draft, { revision, connection, mostRows, mustPreview }: Confirmation): void {
  const { job, table } = draft;
  if (table.phase !== 'checked') throw new AppError('conflict', { reason: 'rows-not-checked' });
  if ((table.revision ?? 0) !== revision) throw new AppError('conflict', { reason: 'draft-changed' });
  if (connection.endpoint !== job.connection.endpoint || connection.appKey !== job.connection.appKey)
    throw new AppError('not-allowed', { reason: 'connection-changed', path: 'connectionId' });
  const ready = readyRows(draft);
  if (ready === 0) throw new AppError('invalid-input', { reason: 'no-rows', path: 'rows' });
  refuseTooMany(ready, mostRows);
  if (mustPreview && table.previewed !== revision) throw new AppError('not-allowed', { reason: 'dry-run-required' });
}

/** The dry run of what stands there now was shown. */
export async function notePreviewed(database: Database, jobId: string, revision: number): Promise<void> {
  await inDraftTransaction(database, async (transaction) => {
    const { table } = await requireDraft(transaction, jobId);
    if ((table.revision ?? 0) === revision)
      await transaction.objectStore('imports').put({ ...table, previewed: revision });
  });
}

/** Forgets a draft with all that belongs to it. */
export async function discardDraft(database: Database, jobId: string): Promise<void> {
  await inDraftTransaction(database, async (transaction) => {
    await requireDraft(transaction, jobId);
    await forgetDraft(transaction, jobId);
  });
}
