import { AppError } from '@/lib/errors/app-error';
import { blocksFor, rowsPerBlock } from '@/lib/jobs/job-rows';
import type { JobTransaction } from '@/lib/jobs/job-transaction';
import type { RowValues } from '@/lib/operations/field';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, RowRecord } from '@/lib/storage/schema';
import { sharedByRequest, withoutEmpty } from './begin-draft';
import { type Draft, inDraftTransaction, isOfEarlierRows, lookAnew, putDraft, requireDraft } from './draft-transaction';

export interface DraftChange {
  connection?: JobRecord['connection'] | undefined;
  mapping?: string[] | undefined;
  shared?: RowValues | undefined;
  channel?: JobRecord['channel'] | null;
  rowsPerRequest?: number | undefined;
  hasHeader?: boolean | undefined;
}

/** Changes what is given; the rows are then looked at anew, unless only the requests' size changed. */
export async function configureDraft(
  database: Database,
  { jobId, operation, ...change }: DraftChange & { jobId: string; operation: { shared: object } },
): Promise<void> {
  await inDraftTransaction(database, async (transaction) => {
    const draft = await requireDraft(transaction, jobId);
    changeTable(draft, change);
    changeJob(draft, operation, change);
    const { hasHeader } = change;
    if (hasHeader !== undefined && hasHeader === (draft.table.hasNoHeader === true))
      await moveHeader(transaction, draft, hasHeader);
    const { rowsPerRequest: _, ...ofRows } = change;
    const isRowsMatter = Object.values(ofRows).some((given) => given !== undefined);
    if (isRowsMatter && draft.table.phase !== 'reading') lookAnew(draft);
    await putDraft(transaction, draft);
  });
}

function changeTable({ job, table }: Draft, { connection, mapping, shared }: DraftChange): void {
  if (job.undoOf && (mapping ?? shared ?? connection)) throw new AppError('not-allowed', { reason: 'undo-is-given' });
  if (mapping) {
    if (mapping.length !== table.header.length)
      throw new AppError('invalid-input', { reason: 'bad-value', path: 'mapping' });
    table.mapping = mapping;
  }
  if (shared) table.shared = withoutEmpty(shared);
}

function changeJob(draft: Draft, operation: { shared: object }, change: DraftChange): void {
  const { connection, shared, channel, rowsPerRequest } = change;
  if (shared) {
    const { shared: _, ...others } = draft.job;
    draft.job = { ...others, ...sharedByRequest(operation, shared) };
  }
  if (connection) draft.job.connection = connection;
  if (channel === null) delete draft.job.channel;
  else if (channel) draft.job.channel = channel;
  if (rowsPerRequest === 0) delete draft.job.rowsPerRequest;
  else if (rowsPerRequest !== undefined) draft.job.rowsPerRequest = rowsPerRequest;
}

/** Makes the header the first row, or the first row the header: every other row moves by one place. */
async function moveHeader(transaction: JobTransaction, { job, table }: Draft, hasHeader: boolean): Promise<void> {
  // Its header is the earlier job's, which is no row of it.
  if (isOfEarlierRows(job)) throw new AppError('not-allowed', { reason: 'rows-are-given' });
  // Rows still come by their places, which would all be others.
  if (table.phase === 'reading') throw new AppError('conflict', { reason: 'rows-not-complete' });
  if (hasHeader && job.total === 0) throw new AppError('invalid-input', { reason: 'no-rows', path: 'rows' });
  const store = transaction.objectStore('rowBlocks');
  const first = hasHeader ? (await store.get([job.id, 0]))?.rows[0] : undefined;
  const headerRow: RowRecord = { index: 0, subject: '', values: {}, state: 'waiting', cells: table.header };
  let rows: RowRecord[] = hasHeader ? [] : [headerRow];
  let written = 0;
  const write = async (some: RowRecord[]) => {
    const placed = some.map((row, position) => ({ ...row, index: written * rowsPerBlock + position }));
    for (const block of blocksFor(job.id, placed)) await store.put(block);
    written += 1;
  };
  // A block is written where one was read before, so that rows are never in memory but for two blocks of them.
  for (let block = 0; ; block += 1) {
    const record = await store.get([job.id, block]);
    if (!record) break;
    rows.push(...record.rows.slice(hasHeader && block === 0 ? 1 : 0));
    for (; rows.length >= rowsPerBlock; rows = rows.slice(rowsPerBlock)) await write(rows.slice(0, rowsPerBlock));
  }
  if (rows.length > 0) await write(rows);
  await store.delete(IDBKeyRange.bound([job.id, written], [job.id, Number.POSITIVE_INFINITY]));
  const sign = hasHeader ? -1 : 1;
  job.total += sign;
  job.counts.waiting += sign;
  const columns = table.mapping.map((_, column) => first?.cells?.[column] ?? '');
  table.header = columns;
  table.hasNoHeader = hasHeader ? undefined : true;
}
