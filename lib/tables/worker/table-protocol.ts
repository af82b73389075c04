import type { ErrorData } from '@/lib/errors/app-error';
import type { TableChunk, TableInfo, TableOptions } from '@/lib/tables/table';

export type TableFormat = 'csv' | 'xlsx';

export interface OpenedInfo {
  info: TableInfo;
  preview: string[][];
}

/**
 * What a page asks of its table worker, and the answer to each. One call at a time, answered in order: nothing is
 * read or written ahead of what the other side wants.
 */
export interface TableCalls {
  /** A pasted text comes in pieces before `openText`: a message of all of it would hold up the page. */
  addText: { ask: { piece: string }; answer: null };
  openText: { ask: { options: TableOptions }; answer: OpenedInfo };
  openFile: { ask: { file: File; options: TableOptions }; answer: OpenedInfo };
  nextChunk: { ask: object; answer: TableChunk | null };
  beginWriting: { ask: { format: TableFormat; sheetName: string }; answer: null };
  addRows: { ask: { rows: readonly (readonly string[])[] }; answer: null };
  finishWriting: { ask: object; answer: Blob };
}

export type TableCallName = keyof TableCalls;
export type TableAsk<Name extends TableCallName = TableCallName> = {
  [N in Name]: { call: N; ask: TableCalls[N]['ask'] };
}[Name];
export type TableAnswer = { value: TableCalls[TableCallName]['answer'] } | { error: ErrorData };
