import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import type { OpenTable } from '@/lib/tables/open-table';
import type { TableInfo, TableOptions, TableSource } from '@/lib/tables/table';
import type { BulkOperationId } from './bulk-operations';
import { guessHeader } from './column-names';
import { importRows } from './import-rows';

/** How a table is opened: off this thread. The model is given it, so that it is tested without one. */
export type OpenTableDoor = (
  source: TableSource,
  options: TableOptions | undefined,
  signal: AbortSignal,
) => Promise<OpenTable>;

/** A table that was opened and not yet taken in. */
export interface Opened {
  /** The file's; none for what was pasted. */
  name: string | undefined;
  info: TableInfo;
  /** The first rows, for the eye. */
  sample: readonly string[][];
}

export interface RowsInModel {
  operation: BulkOperationId;
  /** What was typed into the box; what is pasted is opened at once. */
  typed: Signal<string>;
  opened: ReadonlySignal<Opened | undefined>;
  /** How it is being opened anew, as long as that takes. */
  asked: ReadonlySignal<TableOptions | undefined>;
  /** The row that names the columns, from 0, if any; what stands above it is not taken in. */
  headerRow: Signal<number | undefined>;
  opening: Action;
  reading: Action;
  /** Rows that are written down, and how much of the source they are. */
  progress: ReadonlySignal<{ rows: number; share: number } | undefined>;
  take(source: TableSource): void;
  /** Reads the same source in another way: another sheet, encoding or separator. Fails that, it stays as it was open. */
  readAs(options: TableOptions): void;
  /** Puts the table away again, also while it opens. */
  putAway(): void;
  /** Writes every row down as a draft, also when the screen is left meanwhile; answers its job unless it was cancelled or failed. */
  read(): Promise<string | undefined>;
  cancel(): void;
  start(): () => void;
}

const sampleRows = 6;

interface Wanted {
  source: TableSource;
  options: TableOptions | undefined;
}

interface Present extends Wanted {
  table: OpenTable;
}

export function createRowsInModel(app: App, operation: BulkOperationId, openTable: OpenTableDoor): RowsInModel {
  const typed = signal('');
  const headerRow = signal<number | undefined>(undefined);
  const opening = createAction();
  const reading = createAction();
  const progress = signal<{ rows: number; share: number } | undefined>(undefined);
  const present = signal<Present | undefined>(undefined);
  const asked = signal<TableOptions | undefined>(undefined);
  /** What is to be opened next; the last choice counts. */
  let wanted: Wanted | undefined;
  let stopping = new AbortController();
  let calling = new AbortController();
  let hasLeft = false;

  function close(): void {
    wanted = undefined;
    calling.abort();
    present.peek()?.table.close();
    present.value = undefined;
  }

  function open(source: TableSource, options?: TableOptions): void {
    wanted = { source, options };
    asked.value = options;
    calling.abort();
    void opening.run(async () => {
      try {
        let isOpen = false;
        while (wanted) isOpen = await openOne(wanted);
        return isOpen;
      } finally {
        asked.value = undefined;
      }
    });
  }

  async function openOne({ source, options }: Wanted): Promise<boolean> {
    wanted = undefined;
    calling = new AbortController();
    const { signal } = calling;
    const table = await openTable(source, options, signal).catch((thrown: unknown) => {
      if (signal.aborted) return undefined;
      throw thrown;
    });
    if (!table || signal.aborted) {
      table?.close();
      return false;
    }
    batch(() => {
      close();
      present.value = { source, options, table };
      // Another sheet or encoding of the same file is another table.
      headerRow.value = guessHeader(operation, table.preview);
    });
    return true;
  }

  return {
    operation,
    typed,
    asked,
    headerRow,
    opening,
    reading,
    progress,
    opened: computed(() => {
      if (!present.value) return undefined;
      const { source, table } = present.value;
      return { name: nameOf(source), info: table.info, sample: table.preview.slice(0, sampleRows) };
    }),
    take(source) {
      reading.forget();
      open(source);
    },
    readAs(options) {
      const source = present.peek()?.source;
      if (!source) return;
      reading.forget();
      open(source, options);
    },
    putAway() {
      close();
      opening.forget();
      reading.forget();
    },
    async read() {
      const { source, options, table } = present.peek() ?? {};
      // What a person chose may be another table than the one that is open.
      if (!source || !table || opening.isBusy.peek()) return undefined;
      let jobId: string | undefined;
      stopping = new AbortController();
      await reading.run(async () => {
        jobId = await importRows(app, {
          operation,
          fileName: nameOf(source),
          headerRow: headerRow.peek(),
          table,
          signal: stopping.signal,
          onProgress: (rows, share) => {
            progress.value = { rows, share };
          },
        });
        return jobId !== undefined;
      });
      progress.value = undefined;
      // The source has been read up to somewhere: another try begins at its beginning.
      if (jobId === undefined && !hasLeft) open(source, options);
      else close();
      return jobId;
    },
    cancel: () => stopping.abort(),
    start() {
      hasLeft = false;
      return () => {
        hasLeft = true;
        if (!reading.isBusy.peek()) close();
      };
    },
  };
}

function nameOf(source: TableSource): string | undefined {
  return 'file' in source ? source.file.name : undefined;
}
