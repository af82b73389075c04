import { type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { AppError } from '@/lib/errors/app-error';
import type { OpenTable } from '@/lib/tables/open-table';
import type { TableChunk } from '@/lib/tables/table';
import { beginDraft } from './begin-draft';
import type { BulkOperationId } from './bulk-operations';

export interface ImportOptions {
  operation: BulkOperationId;
  fileName: string | undefined;
  /** From 0; what stands above it is not taken in. */
  headerRow: number | undefined;
  table: Pick<OpenTable, 'info' | 'preview' | 'nextRows'>;
  signal: AbortSignal;
  onProgress(rows: number, share: number): void;
}

const imports = signal<ReadonlySet<string>>(new Set());

/** The drafts that this page is reading rows into now: any other one that is not read to its end was left there. */
export const importsHere: ReadonlySignal<ReadonlySet<string>> = imports;

/**
 * Writes every row down as a draft, chunk by chunk: the next one is asked for when the worker has stored the one
 * before. Answers the draft's job; undefined when it was stopped, and then nothing is left of it.
 */
export async function importRows(app: App, options: ImportOptions): Promise<string | undefined> {
  const { client } = app;
  const { headerRow, table, signal, onProgress } = options;
  const width = Math.max(0, ...table.preview.map((cells) => cells.length));
  // The rows below may be wider than what stands above them.
  const header = Array.from({ length: width }, (_, column) => table.preview[headerRow ?? 0]?.[column] ?? '');
  const jobId = await beginDraft(app, { ...options, header, hasHeader: headerRow !== undefined, rowsAbove: headerRow });
  const firstRow = headerRow === undefined ? 0 : headerRow + 1;
  let from = 0;
  imports.value = new Set([...imports.peek(), jobId]);
  try {
    for (let chunk = await table.nextRows(); chunk && !signal.aborted; chunk = await table.nextRows()) {
      const skipped = Math.max(0, firstRow - chunk.firstRow);
      const rows = asWritten(chunk).slice(skipped);
      if (rows.length === 0) continue;
      const hidden = chunk.hiddenRows.map((row) => row - chunk.firstRow - skipped).filter((row) => row >= 0);
      const faults = faultsOf(chunk, skipped);
      const marks = {
        isSheet: table.info.kind === 'workbook',
        ...(hidden.length > 0 && { hidden }),
        ...(faults.length > 0 && { faults }),
      };
      await client.call('bulk.addRows', { jobId, from, rows, ...marks });
      from += rows.length;
      onProgress(from, chunk.progress);
    }
    if (signal.aborted) {
      await client.call('bulk.discard', { jobId });
      return undefined;
    }
    if (from === 0) throw new AppError('invalid-input', { reason: 'table-empty' });
    await client.call('bulk.endRows', { jobId });
    return jobId;
  } catch (thrown) {
    // Half a table is no draft that anybody asked for; should this fail as well, it is listed and can be discarded there.
    await client.call('bulk.discard', { jobId }).catch(() => undefined);
    throw thrown;
  } finally {
    imports.value = new Set([...imports.peek()].filter((id) => id !== jobId));
  }
}

/** Rows as their author sees them: a number that Excel has rounded is shown with an exponent, and as such it is refused. */
function asWritten({ rows, firstRow, faults }: TableChunk): string[][] {
  if (faults.length === 0) return rows;
  const seen = rows.map((cells) => [...cells]);
  for (const { row, column, reason } of faults) {
    const cells = seen[row - firstRow];
    if (cells && reason === 'number-too-long') cells[column] = Number(cells[column]).toExponential(5).toUpperCase();
  }
  return seen;
}

/** Cells that have nothing to show, by their place in the message; an error shows itself. */
function faultsOf({ firstRow, faults }: TableChunk, skipped: number) {
  return faults.flatMap(({ row, column, reason }) => {
    const place = { row: row - firstRow - skipped, column };
    return reason === 'formula-without-value' && place.row >= 0 ? [{ ...place, reason }] : [];
  });
}
