import type {
  JobRecord,
  RequestRecord,
  RowBlockRecord,
  RowRecord,
  RowState,
  SubjectBlockRecord,
} from '@/lib/storage/schema';
import type { JobTransaction } from './job-transaction';

/** A request's rows stand in one block or two, and a block is small enough to be written again with each of them. */
export const rowsPerBlock = 200;

export function blockOf(index: number): number {
  return Math.floor(index / rowsPerBlock);
}

/** A job's rows within one transaction: each block is read once, changed in memory and written once. */
export interface JobRows {
  get(index: number): Promise<RowRecord | undefined>;
  /** The first rows that wait and that no request has taken yet. */
  fresh(limit: number): Promise<RowRecord[]>;
  /** Rows in this state, a block at a time, so that a large job is never whole in memory. Each block is written behind. */
  each(state: RowState, visit: (rows: RowRecord[]) => Promise<void>): Promise<void>;
  /** To be written with `flush`. The row must be one of this job's. */
  change(row: RowRecord): void;
  flush(): Promise<void>;
}

/** The rows of `job`; nothing is written before `flush`. */
export function openRows(transaction: JobTransaction, jobId: string): JobRows {
  const store = transaction.objectStore('rowBlocks');
  const blocks = new Map<number, RowBlockRecord>();
  const changed = new Set<number>();

  async function read(block: number): Promise<RowBlockRecord | undefined> {
    const known = blocks.get(block) ?? (await store.get([jobId, block]));
    if (known) blocks.set(block, known);
    return known;
  }

  /** Blocks with rows in this state, in the rows' order. */
  const blocksWith = async (state: RowState) =>
    (await store.index('by-state').getAllKeys(stateKey(jobId, state))).map(([, block]) => block);

  async function flush(): Promise<void> {
    for (const block of changed) {
      const record = blocks.get(block);
      if (record) await store.put({ ...record, states: statesOf(jobId, record.rows) });
    }
    changed.clear();
  }

  return {
    async get(index) {
      const record = await read(blockOf(index));
      return record?.rows[index - blockOf(index) * rowsPerBlock];
    },
    async fresh(limit) {
      const found: RowRecord[] = [];
      const index = store.index('by-state');
      for (let cursor = await index.openKeyCursor(stateKey(jobId, 'fresh')); cursor; cursor = await cursor.continue()) {
        const record = await read(cursor.primaryKey[1]);
        found.push(...(record?.rows ?? []).filter(isFresh));
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
    async each(state, visit) {
      for (const block of await blocksWith(state)) {
        const record = await read(block);
        await visit((record?.rows ?? []).filter((row) => row.state === state));
        await flush();
        blocks.delete(block);
      }
    },
    change(row) {
      const record = blocks.get(blockOf(row.index));
      if (!record) throw new Error('A row is changed in a block that was not read.');
      record.rows[row.index - record.block * rowsPerBlock] = row;
      changed.add(record.block);
    },
    flush,
  };
}

/** The rows that a request carries, in its order. */
export async function readRowsOf(rows: JobRows, { rowIndexes }: RequestRecord): Promise<RowRecord[]> {
  const found: RowRecord[] = [];
  for (const index of rowIndexes) {
    const row = await rows.get(index);
    if (row) found.push(row);
  }
  return found;
}

function isFresh({ state, requestId }: RowRecord): boolean {
  return state === 'waiting' && requestId === undefined;
}

/** What a row may be beside its state. */
const marks = {
  fresh: isFresh,
  faulty: ({ issues, isExcluded }: RowRecord) => !isExcluded && issues?.some(({ earlier }) => !earlier) === true,
  warned: ({ issues, isExcluded }: RowRecord) => !isExcluded && issues?.some(({ earlier }) => earlier) === true,
  excluded: ({ isExcluded }: RowRecord) => isExcluded === true,
  hidden: ({ isExcluded, leftOut }: RowRecord) => isExcluded === true && leftOut === 'hidden',
};

export type RowMark = keyof typeof marks;

export function hasMark(row: RowRecord, mark: RowMark): boolean {
  return marks[mark](row);
}

/** How a block with such rows is found. */
export function stateKey(jobId: string, state: RowState | RowMark): string {
  return `${jobId}|${state}`;
}

function statesOf(jobId: string, rows: readonly RowRecord[]): string[] {
  const states = new Set(rows.map(({ state }) => stateKey(jobId, state)));
  for (const [mark, holds] of Object.entries(marks)) {
    if (rows.some(holds)) states.add(stateKey(jobId, mark as RowMark));
  }
  return [...states];
}

/** The blocks that hold these rows, which follow each other from the first row of a block on. */
export function blocksFor(jobId: string, rows: readonly RowRecord[]): RowBlockRecord[] {
  const blocks: RowBlockRecord[] = [];
  for (let start = 0; start < rows.length; start += rowsPerBlock) {
    const some = rows.slice(start, start + rowsPerBlock);
    blocks.push({ jobId, block: blockOf(some[0]?.index ?? 0), rows: some, states: statesOf(jobId, some) });
  }
  return blocks;
}

/** What these blocks' rows are about, so that they are found by it; `tracesOf` says what else they are found by. */
export function subjectsFor(
  blocks: readonly RowBlockRecord[],
  tracesOf: (row: RowRecord) => readonly string[] = () => [],
): SubjectBlockRecord[] {
  return blocks.map(({ jobId, block, rows }) => {
    const subjects = rows.flatMap((row) => [row.subject, ...tracesOf(row)]);
    return { jobId, block, subjects };
  });
}

/** Moves a row to a state and the job's counts with it; the caller puts the job and flushes the rows. */
export function moveRow(
  rows: JobRows,
  job: JobRecord,
  row: RowRecord,
  state: RowState,
  change: Partial<RowRecord> = {},
): void {
  job.counts[row.state] -= 1;
  job.counts[state] += 1;
  const { requestId, ...moved } = { ...row, ...change, state };
  countNote(job, row, -1);
  countNote(job, moved, 1);
  rows.change(requestId === undefined ? moved : { ...moved, requestId });
}

function countNote(job: JobRecord, { outcome }: Pick<RowRecord, 'outcome'>, sign: 1 | -1): void {
  if (!outcome?.note) return;
  const { [outcome.note]: count = 0 } = job.noted ?? {};
  job.noted = { ...job.noted, [outcome.note]: count + sign };
}
