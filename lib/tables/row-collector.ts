import { AppError } from '@/lib/errors/app-error';
import { cellPlace } from './cell-place';
import { type CellFault, type CellFaultReason, type TableChunk, tableLimits } from './table';

/** What a workbook knows of a row besides its cells. */
export interface RowMarks {
  isHidden: boolean;
  faults: readonly RowFault[];
}

export interface RowFault {
  column: number;
  reason: CellFaultReason;
}

export interface RowCollector {
  add(cells: string[], marks?: RowMarks): void;
  addEmptyRows(count: number): void;
  /** The rows of one chunk, once there are enough for it or, at the end, whatever there is. */
  take(progress: number, isEnd: boolean): TableChunk | undefined;
}

const chunkRows = 1000;
/** One message's worth: a thousand rows may be long texts. */
const chunkCharacters = 1_000_000;

/** Cuts rows into chunks: pads them, drops empty ones at the end, holds the limits. */
export function createRowCollector(): RowCollector {
  let rows: string[][] = [];
  let faults: CellFault[] = [];
  let hiddenRows: number[] = [];
  let taken = 0;
  let emptyRows = 0;
  let width = 0;
  let waitingCharacters = 0;
  let characters = 0;

  /** Empty rows count only once something follows them; they are one and the same row, since there may be many. */
  function settleEmptyRows(): void {
    if (taken + rows.length + emptyRows >= tableLimits.rows) {
      throw new AppError('invalid-input', { reason: 'table-too-long' });
    }
    const empty = Array<string>(width).fill('');
    for (; emptyRows > 0; emptyRows -= 1) rows.push(empty);
  }

  return {
    add(cells, marks) {
      const length = cells.reduce((sum, cell) => sum + cell.length, 0);
      if (length === 0 && !marks?.faults.length) {
        width = Math.max(width, Math.min(cells.length, tableLimits.columns));
        emptyRows += 1;
        return;
      }
      settleEmptyRows();
      const row = taken + rows.length;
      holdColumns(cells, row);
      width = Math.max(width, cells.length);
      while (cells.length < width) cells.push('');
      rows.push(cells);
      if (marks?.isHidden) hiddenRows.push(row);
      for (const fault of marks?.faults ?? []) faults.push({ row, ...fault });
      waitingCharacters += length;
      characters += length;
      if (characters > tableLimits.characters) throw new AppError('invalid-input', { reason: 'table-too-large' });
    },

    addEmptyRows(count) {
      emptyRows += count;
    },

    take(progress, isEnd) {
      const isFull = rows.length >= chunkRows || waitingCharacters >= chunkCharacters;
      if (rows.length === 0 || !(isFull || isEnd)) return undefined;
      const count = countForOneChunk(rows);
      const last = taken + count;
      const chunk = {
        rows: rows.slice(0, count),
        firstRow: taken,
        faults: faults.filter(({ row }) => row < last),
        hiddenRows: hiddenRows.filter((row) => row < last),
        progress,
      };
      rows = rows.slice(count);
      faults = faults.filter(({ row }) => row >= last);
      hiddenRows = hiddenRows.filter((row) => row >= last);
      waitingCharacters -= countCharacters(chunk.rows);
      taken = last;
      return chunk;
    },
  };
}

/** The chunks that are ready. */
export function* takeAll(take: () => TableChunk | undefined): Generator<TableChunk, void> {
  for (let chunk = take(); chunk !== undefined; chunk = take()) yield chunk;
}

function countCharacters(rows: readonly string[][]): number {
  return rows.reduce((sum, cells) => sum + cells.reduce((length, cell) => length + cell.length, 0), 0);
}

function countForOneChunk(rows: readonly string[][]): number {
  let characters = 0;
  const end = rows.findIndex((cells, index) => {
    characters += countCharacters([cells]);
    return index + 1 >= chunkRows || characters >= chunkCharacters;
  });
  return end < 0 ? rows.length : end + 1;
}

/** Empty cells beyond the limit are cut away: a formatted sheet has many. */
function holdColumns(cells: string[], row: number): void {
  if (cells.length <= tableLimits.columns) return;
  const column = cells.findLastIndex((cell) => cell !== '');
  if (column >= tableLimits.columns) {
    throw new AppError('invalid-input', { reason: 'too-many-columns', path: cellPlace(row, column) });
  }
  cells.length = tableLimits.columns;
}
