import { spawnTableWorker } from './worker/spawn-table-worker';
import { createTableClient, type SpawnTableWorker } from './worker/table-client';
import type { TableFormat } from './worker/table-protocol';

export interface WriteOptions {
  format: TableFormat;
  /** Of a workbook; what Excel does not take in a name is left out. */
  sheetName?: string;
}

const batchRows = 500;

/** Writes rows to a file in a worker of its own, a batch at a time: the rows are asked for as the file grows. */
export async function writeTable(
  rows: AsyncIterable<readonly string[]>,
  { format, sheetName = 'Sheet1' }: WriteOptions,
  spawn: SpawnTableWorker = spawnTableWorker,
): Promise<Blob> {
  const client = createTableClient(spawn);
  try {
    await client.ask('beginWriting', { format, sheetName });
    let batch: (readonly string[])[] = [];
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < batchRows) continue;
      await client.ask('addRows', { rows: batch });
      batch = [];
    }
    await client.ask('addRows', { rows: batch });
    return await client.ask('finishWriting', {});
  } finally {
    client.close();
  }
}
