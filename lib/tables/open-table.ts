import type { TableChunk, TableInfo, TableOptions, TableSource } from './table';
import { spawnTableWorker } from './worker/spawn-table-worker';
import { createTableClient, type SpawnTableWorker, type TableClient } from './worker/table-client';
import type { OpenedInfo } from './worker/table-protocol';

export interface OpenTable {
  info: TableInfo;
  /** The first rows, at most 20, to guess the columns from and to show; `nextRows` begins with them again. */
  preview: string[][];
  /** The next rows, or nothing at the end. Nothing is read ahead: the worker waits until it is asked. */
  nextRows(): Promise<TableChunk | undefined>;
  /** Ends the worker. A table that was read to its end needs it too. */
  close(): void;
}

/** Of a pasted text in one message. */
const pieceCharacters = 2_000_000;

/**
 * Opens a table in a worker of its own. What is wrong with it is an `invalid-input` whose reason has a sentence.
 * `signal` ends the worker while it opens: a file decides how long that takes.
 */
export async function openTable(
  source: TableSource,
  options: TableOptions = {},
  signal: AbortSignal | undefined = undefined,
  spawn: SpawnTableWorker = spawnTableWorker,
): Promise<OpenTable> {
  const client = createTableClient(spawn);
  if (signal?.aborted) client.close();
  signal?.addEventListener('abort', client.close);
  try {
    const { info, preview } = await open(client, source, options);
    return {
      info,
      preview,
      nextRows: async () => (await client.ask('nextChunk', {})) ?? undefined,
      close: client.close,
    };
  } catch (error) {
    client.close();
    throw error;
  } finally {
    signal?.removeEventListener('abort', client.close);
  }
}

async function open(client: TableClient, source: TableSource, options: TableOptions): Promise<OpenedInfo> {
  if ('file' in source) return client.ask('openFile', { file: source.file, options });
  for (let at = 0; at < source.text.length; at += pieceCharacters) {
    await client.ask('addText', { piece: source.text.slice(at, at + pieceCharacters) });
  }
  return client.ask('openText', { options });
}
