import { AppError } from '@/lib/errors/app-error';
import { blockOf, blocksFor, hasMark, rowsPerBlock, stateKey } from '@/lib/jobs/job-rows';
import type { JobTransaction } from '@/lib/jobs/job-transaction';
import type { Database } from '@/lib/storage/open-database';
import type { ImportRecord, RowBlockRecord, RowRecord } from '@/lib/storage/schema';
import { checkRows, marksOf, withRepeatsOf } from './check-row';
import type { DraftRules } from './draft-rules';
import { type Draft, inDraftTransaction, putDraft, requireDraft } from './draft-transaction';
import { createOthersFinder } from './find-others';
import { settleRepeats } from './settle-repeats';
import { countRow } from './table-row';

export interface ChangedRow {
  row: RowRecord;
  table: ImportRecord;
}

/** Corrects a cell, and says anew what stands against its row and against rows that had, or have now, the same. */
export async function correctCell(
  database: Database,
  { jobId, index, column, text }: { jobId: string; index: number; column: number; text: string },
  rules: DraftRules,
): Promise<ChangedRow & { total: number }> {
  return inDraftTransaction(database, async (transaction) => {
    const draft = await requireDraft(transaction, jobId);
    const { job, table } = draft;
    const block = await requireBlock(transaction, jobId, index);
    const row = block.rows[index % rowsPerBlock];
    const isColumn = column < Math.max(table.header.length, row?.cells?.length ?? 0);
    if (!row || !isColumn) throw new AppError('not-found', { reason: 'no-such-row' });
    if (job.undoOf) throw new AppError('not-allowed', { reason: 'undo-is-given' });
    const corrected = withText(row, { column, text });
    if (block.block >= table.checkedBlocks) await putRow(transaction, block, corrected);
    else await checkAnew(transaction, draft, { rules, block, row, corrected });
    await putDraft(transaction, draft);
    const settled = await requireBlock(transaction, jobId, index);
    return { row: settled.rows[index % rowsPerBlock] ?? corrected, table, total: job.total };
  });
}

/** What a row was told before no longer counts; other rows are only looked at where what they must not share changed. */
async function checkAnew(
  transaction: JobTransaction,
  draft: Draft,
  changed: { rules: DraftRules; block: RowBlockRecord; row: RowRecord; corrected: RowRecord },
): Promise<void> {
  const { rules, block, row, corrected } = changed;
  const findOthers = createOthersFinder(transaction, draft.job, rules);
  const [checked = corrected] = await checkRows([corrected], draft, { rules, findOthers });
  const [before = [], after = []] = [row, checked].map((one) => marksOf(one, rules).map(({ mark }) => mark));
  const marks = new Set([...before, ...after].filter((mark) => !before.includes(mark) || !after.includes(mark)));
  const told = withRepeatsOf(checked, row, rules);
  countRow(draft.table, row, -1);
  countRow(draft.table, told);
  await putRow(transaction, block, told);
  await settleRepeats(transaction, draft, { rules, marks });
}

/** The row with that text in a cell. */
function withText(
  { corrected: before = {}, ...row }: RowRecord,
  { column, text }: { column: number; text: string },
): RowRecord {
  const { [column]: _, ...others } = before;
  const isAsRead = text === (row.cells?.[column] ?? '') && row.faults?.[column] === undefined;
  const corrected = isAsRead ? others : { ...others, [column]: text };
  const changed = { ...row, ...(Object.keys(corrected).length > 0 && { corrected }) };
  // An empty row that somebody fills in is none any more.
  return row.leftOut === 'empty' && text.trim() !== '' ? takenOut(changed, false) : changed;
}

export type ChosenRows = readonly number[] | 'faulty' | 'warned' | 'excluded' | 'hidden';

/** Takes rows out, or back in. */
export async function excludeRows(
  database: Database,
  { jobId, rows, excluded }: { jobId: string; rows: ChosenRows; excluded: boolean },
  rules: DraftRules,
): Promise<Draft> {
  return inDraftTransaction(database, async (transaction) => {
    const draft = await requireDraft(transaction, jobId);
    const marks = new Set<string>();
    for (const [number, isChosen] of await chosenBlocks(transaction, jobId, rows)) {
      const block = await transaction.objectStore('rowBlocks').get([jobId, number]);
      const isCounted = draft.table.phase === 'reading' || number < draft.table.checkedBlocks;
      const move = (row: RowRecord): RowRecord => {
        if (!isChosen(row) || (row.isExcluded === true) === excluded) return row;
        for (const { mark } of marksOf(row, rules)) marks.add(mark);
        const moved = takenOut(row, excluded);
        if (isCounted) countRow(draft.table, row, -1);
        if (isCounted) countRow(draft.table, moved);
        return moved;
      };
      for (const record of blocksFor(jobId, (block?.rows ?? []).map(move)))
        await transaction.objectStore('rowBlocks').put(record);
    }
    await settleRepeats(transaction, draft, { rules, marks });
    await putDraft(transaction, draft);
    return draft;
  });
}

function takenOut({ isExcluded: _, leftOut: __, ...row }: RowRecord, excluded: boolean): RowRecord {
  return excluded ? { ...row, isExcluded: true } : row;
}

type Choice = (row: RowRecord) => boolean;

async function chosenBlocks(transaction: JobTransaction, jobId: string, rows: ChosenRows): Promise<[number, Choice][]> {
  if (typeof rows === 'string') {
    const keys = await transaction.objectStore('rowBlocks').index('by-state').getAllKeys(stateKey(jobId, rows));
    return keys.map(([, block]) => [block, (row) => hasMark(row, rows)]);
  }
  return [...Map.groupBy(rows, blockOf)].map(([block, indexes]) => {
    const chosen = new Set(indexes);
    return [block, (row) => chosen.has(row.index)];
  });
}

async function requireBlock(transaction: JobTransaction, jobId: string, index: number): Promise<RowBlockRecord> {
  const block = await transaction.objectStore('rowBlocks').get([jobId, blockOf(index)]);
  if (!block?.rows[index % rowsPerBlock]) throw new AppError('not-found', { reason: 'no-such-row' });
  return block;
}

async function putRow(transaction: JobTransaction, { jobId, rows }: RowBlockRecord, row: RowRecord): Promise<void> {
  const changed = rows.map((one) => (one.index === row.index ? row : one));
  for (const block of blocksFor(jobId, changed)) await transaction.objectStore('rowBlocks').put(block);
}
