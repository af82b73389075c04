import { type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { operationName } from '@/components/screens/jobs/job-row';
import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import { formatChinaTime } from '@/lib/i18n/format-time';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { JobSummary } from '@/lib/messages/app-state';
import type { CallOutput } from '@/lib/messages/extension-contract';
import { columnLetters } from '@/lib/tables/cell-place';
import type { WriteOptions } from '@/lib/tables/write-table';
import { bulkOperation } from './bulk-operations';
import { hasOwnIds } from './person-of';
import { skippedSentence } from './skipped-sentence';
import { tellRow } from './tell-row';

type ResultPage = CallOutput<'job.resultRows'>;
type ResultRow = ResultPage['rows'][number];

/** How a table becomes a file: off this thread. */
export type WriteTableDoor = (rows: AsyncIterable<readonly string[]>, options: WriteOptions) => Promise<Blob>;

export interface ExportModel {
  exporting: Action;
  /** Rows written so far. */
  written: ReadonlySignal<number>;
  /** Writes every row of the job to a file and hands it to the browser. */
  save(format: WriteOptions['format']): Promise<boolean>;
}

const pageRows = 1000;

export function createExportModel(
  { client, ports }: App,
  summary: ReadonlySignal<JobSummary>,
  writeTable: WriteTableDoor,
): ExportModel {
  const exporting = createAction();
  const written = signal(0);

  async function* readRows(): AsyncGenerator<string[]> {
    const { id: jobId, operation } = summary.peek();
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: ResultPage = await client.call('job.resultRows', { jobId, from, limit: pageRows });
      const header = headerOf(page, operation);
      if (from === 0) yield [...header, ...outcomeHeader(operation)];
      for (const row of page.rows) yield [...fitted(row.cells, header.length), ...outcomeCells(row, header, operation)];
      written.value += page.rows.length;
      from = page.next;
    }
  }

  return {
    exporting,
    written,
    save: (format) =>
      exporting.run(async () => {
        written.value = 0;
        const { operation } = summary.peek();
        const moment = formatChinaTime(ports.clock()).slice(0, 16).replace(':', '');
        const name = bulkMessages.value.job.resultFile(operationName(operation), moment);
        const file = await writeTable(readRows(), { format, sheetName: operationName(operation) });
        ports.saveFile(`${name}.${format}`, file);
      }),
  };
}

/** A table's own, as it was; what rows have that came from no table, in words. */
function headerOf({ header, hasFieldHeader }: ResultPage, operation: string): string[] {
  return hasFieldHeader ? header.map((field) => fieldWords(operation, field).label) : header;
}

/** A row that is narrower than the header must not move the outcome to the left. */
function fitted(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];
}

/** Where rows have ids of our own, the platform's reports name nothing else. */
function outcomeHeader(operation: string): string[] {
  const { resultColumns, subjectColumn } = bulkMessages.value.job;
  const own = hasOwnIds(operation) ? [subjectColumn(bulkOperation(operation).declaration.subjectField)] : [];
  return [...Object.values(resultColumns), ...own];
}

/** In the order of `outcomeHeader`. */
function outcomeCells(row: ResultRow, header: readonly string[], operation: string): string[] {
  const { state, outcome, key, platformRequestId, corrected } = row;
  const isEnded = outcome !== undefined && state !== 'waiting' && state !== 'sending';
  const told = isEnded ? tellRow(operation, state, outcome) : undefined;
  const why = state === 'skipped' ? skippedSentence(outcome?.reason ?? '') : told?.title;
  const reason = outcome?.decidedBy ? screenMessages.value.job.decidedByPerson : why;
  return [
    messages.value.jobs.rowStates[state],
    state === 'succeeded' && !outcome?.decidedBy ? '' : (reason ?? ''),
    [outcome?.value, told?.said].filter(Boolean).join(' '),
    outcome?.platform?.requestId ?? platformRequestId ?? '',
    key ?? '',
    isEnded ? formatChinaTime(outcome.at) : '',
    corrected.map(({ column, text }) => `${header[column] || columnLetters(column)}：${text}`).join('；'),
    ...(hasOwnIds(operation) ? [row.subject] : []),
  ];
}
