import { readPieces } from '@/lib/tables/read-pieces';
import { writeCsv } from '@/lib/tables/writing/write-csv';
import { writeWorkbook } from '@/lib/tables/writing/write-workbook';
import type { TableFormat } from './table-protocol';

type Rows = readonly (readonly string[])[];

export interface TableWriting {
  /** Settles once the rows are on their way into the file: who waits for it holds one batch at a time. */
  add(rows: Rows): Promise<void>;
  finish(): Promise<Blob>;
}

/** A writer that pulls rows, for a caller who pushes them. */
export function beginWriting(format: TableFormat, sheetName: string): TableWriting {
  const { readable, writable } = new TransformStream<Rows, Rows>();
  const rows = eachRow(readable);
  const written = format === 'csv' ? writeCsv(rows) : writeWorkbook(rows, sheetName);
  // Whoever adds or finishes next hears of it.
  written.catch(() => undefined);
  const writer = writable.getWriter();
  return {
    async add(batch) {
      try {
        await writer.write(batch);
      } catch {
        // Nobody reads any more, because the writing failed: that is what there is to tell.
        await written;
      }
    },
    async finish() {
      await writer.close().catch(() => undefined);
      return written;
    },
  };
}

async function* eachRow(batches: ReadableStream<Rows>): AsyncGenerator<readonly string[], void> {
  for await (const batch of readPieces(batches)) yield* batch;
}
