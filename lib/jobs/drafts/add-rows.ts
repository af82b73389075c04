import { AppError } from '@/lib/errors/app-error';
import { blockOf, blocksFor, openRows, rowsPerBlock } from '@/lib/jobs/job-rows';
import type { JobTransaction } from '@/lib/jobs/job-transaction';
import type { Database } from '@/lib/storage/open-database';
import type { ImportRecord, RowRecord } from '@/lib/storage/schema';
import { type Draft, inDraftTransaction, putDraft, requireDraft } from './draft-transaction';
import { countRow, notChecked } from './table-row';

/** More than anybody has; it keeps a mistaken file from filling the disk. */
export const mostRowsEver = 200_000;

export type NewRow = Pick<RowRecord, 'cells'> &
  Partial<Pick<RowRecord, 'values' | 'corrected' | 'earlierIndex' | 'leftOut' | 'faults'>>;

interface AddedRows {
  jobId: string;
  from: number;
  rows: readonly NewRow[];
  mostRows: number;
  /** A wider row has a column that the header does not name, where in a text it may have a separator too many. */
  isSheet?: boolean | undefined;
}

/**
 * Adds rows behind those that are there. `from` is the position of the first, so that the same rows told twice are
 * there once; a gap is refused, and so are other rows at a place that is taken: they are another window's. Answers how
 * many rows there are.
 */
export async function addRows(
  database: Database,
  { jobId, from, mostRows, isSheet = false, ...given }: AddedRows,
): Promise<number> {
  return inDraftTransaction(database, async (transaction) => {
    const draft = await requireDraft(transaction, jobId);
    const { total } = draft.job;
    const rows = given.rows.map((row) => ({ ...row, cells: withoutPadding(row.cells, draft.table.header.length) }));
    if (from > total) throw new AppError('conflict', { reason: 'rows-missing', path: `rows[${total}]` });
    await refuseOthers(transaction, jobId, rows.slice(0, total - from), from);
    const added = rows.slice(total - from);
    if (added.length === 0) return total;
    if (draft.table.phase !== 'reading') throw new AppError('conflict', { reason: 'rows-complete' });
    refuseTooMany(total + added.length, 0);
    // A policy counts what may go: rows that the table hides, and empty ones, do not unless a person takes them back in.
    refuseTooMany(total - draft.table.excluded + added.filter(({ leftOut }) => !leftOut).length, mostRows);
    await append(transaction, draft, added);
    if (isSheet) nameColumns(draft.table);
    await putDraft(transaction, draft);
    return draft.job.total;
  });
}

/** Throws `invalid-input` with the first row that is too many; 0 is no limit of a policy. */
export function refuseTooMany(rows: number, mostRows: number): void {
  const most = mostRows > 0 ? Math.min(mostRows, mostRowsEver) : mostRowsEver;
  if (rows > most) throw new AppError('invalid-input', { reason: 'too-many-rows', path: `rows[${most}]` });
}

/** Behind the header's columns a reader's padding, or a separator at a row's end, is no cell of the row. */
function withoutPadding(cells: readonly string[] = [], width = 0): string[] {
  const last = cells.findLastIndex((text) => text.trim() !== '');
  return cells.slice(0, Math.max(width, last + 1));
}

/** What is told again must be what is there: else rows that nobody has written down would count as written. */
async function refuseOthers(
  transaction: JobTransaction,
  jobId: string,
  again: readonly NewRow[],
  from: number,
): Promise<void> {
  const known = openRows(transaction, jobId);
  for (const [position, { cells }] of again.entries()) {
    const row = await known.get(from + position);
    if (JSON.stringify(withoutPadding(row?.cells)) !== JSON.stringify(withoutPadding(cells)))
      throw new AppError('conflict', { reason: 'rows-differ', path: `rows[${from + position}]` });
  }
}

async function append(transaction: JobTransaction, { job, table }: Draft, added: readonly NewRow[]): Promise<void> {
  const store = transaction.objectStore('rowBlocks');
  const last = job.total % rowsPerBlock === 0 ? undefined : await store.get([job.id, blockOf(job.total)]);
  const rows = added.map(
    (row, position): RowRecord => ({
      ...{ values: {}, ...row, index: job.total + position, subject: '', state: 'waiting' },
      ...(row.leftOut && { isExcluded: true }),
    }),
  );
  for (const row of rows) countRow(table, row);
  const width = Math.max(...rows.map(({ cells = [] }) => cells.length));
  if (width > (table.width ?? table.header.length)) table.width = width;
  for (const block of blocksFor(job.id, [...(last?.rows ?? []), ...rows])) await store.put(block);
  job.total += added.length;
  job.counts.waiting += added.length;
}

/** Gives every column of the widest row a place in the header, for nothing until a person matches it. */
function nameColumns({ header, mapping, width = 0 }: ImportRecord): void {
  for (; header.length < width; header.push('')) mapping.push('');
}

/** No more rows come: they may be looked at. */
export async function endRows(database: Database, jobId: string): Promise<void> {
  await inDraftTransaction(database, async (transaction) => {
    const { job, table } = await requireDraft(transaction, jobId);
    if (table.phase !== 'reading') return;
    if (job.total === 0) throw new AppError('invalid-input', { reason: 'no-rows', path: 'rows' });
    await putDraft(transaction, { job, table: { ...table, phase: 'checking', ...notChecked } });
  });
}
