import type { Database } from '@/lib/storage/open-database';
import type { RequestRecord, RowRecord, RowState } from '@/lib/storage/schema';
import { blockOf, hasMark, type RowMark, stateKey } from './job-rows';

export interface RowsAsked {
  jobId: string;
  /** Only rows in this state or with this mark. */
  only?: RowState | RowMark | undefined;
  /** The position to begin at. */
  from: number;
  limit: number;
}

export interface RowsPage {
  rows: RowRecord[];
  /** Where the next page begins, if there may be one. */
  next?: number;
}

const marks: ReadonlySet<string> = new Set(['fresh', 'faulty', 'warned', 'excluded', 'hidden'] satisfies RowMark[]);

/** One page of a job's rows in their order; reads no block that holds none of them. */
export async function readRowsPage(database: Database, { jobId, only, from, limit }: RowsAsked): Promise<RowsPage> {
  const fits = (row: RowRecord) => row.index >= from && (only === undefined || isSo(row, only));
  const rows: RowRecord[] = [];
  for (const block of await blocksToRead(database, { jobId, only, from, limit })) {
    const record = await database.get('rowBlocks', [jobId, block]);
    for (const row of record?.rows ?? []) {
      if (!fits(row)) continue;
      if (rows.length === limit) return { rows, next: row.index };
      rows.push(row);
    }
  }
  return { rows };
}

async function blocksToRead(database: Database, { jobId, only, from, limit }: RowsAsked): Promise<number[]> {
  const first = blockOf(from);
  // Where every row fits, the block after them says whether there are more.
  const most = blockOf(from + limit) - first + 1;
  const range = IDBKeyRange.bound([jobId, first], [jobId, Number.POSITIVE_INFINITY]);
  const keys =
    only === undefined
      ? await database.getAllKeys('rowBlocks', range, most)
      : await database.getAllKeysFromIndex('rowBlocks', 'by-state', stateKey(jobId, only));
  return keys.map(([, block]) => block).filter((block) => block >= first);
}

function isSo(row: RowRecord, only: RowState | RowMark): boolean {
  return marks.has(only) ? hasMark(row, only as RowMark) : row.state === only;
}

/** The requests that carry or carried these rows, by id. */
export async function readRequestsOf(
  database: Database,
  rows: readonly RowRecord[],
): Promise<ReadonlyMap<string, RequestRecord>> {
  const ids = [...new Set(rows.flatMap(({ requestId }) => requestId ?? []))];
  const { store } = database.transaction('requests');
  const requests = await Promise.all(ids.map((id) => store.get(id)));
  return new Map(requests.flatMap((request) => (request ? [[request.id, request] as const] : [])));
}
