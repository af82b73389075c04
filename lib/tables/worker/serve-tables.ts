import { AppError, toErrorData } from '@/lib/errors/app-error';
import { openReader } from '@/lib/tables/open-reader';
import type { TableChunk, TableReader } from '@/lib/tables/table';
import { beginWriting, type TableWriting } from './begin-writing';
import type { OpenedInfo, TableAnswer, TableAsk, TableCallName, TableCalls } from './table-protocol';

/** Rows that a page shows before anybody asks for more. */
const previewRows = 20;

type Handlers = { [Name in TableCallName]: (ask: TableCalls[Name]['ask']) => Promise<TableCalls[Name]['answer']> };

/** The worker's side: one table, read or written. Calls come one after the other, so handlers need no queue. */
export function serveTables(reply: (answer: TableAnswer) => void): (message: TableAsk) => Promise<void> {
  let text = '';
  let reader: TableReader | undefined;
  let first: TableChunk | undefined;
  let writing: TableWriting | undefined;

  async function open(opened: TableReader): Promise<OpenedInfo> {
    reader = opened;
    first = (await reader.chunks.next()).value ?? undefined;
    return { info: reader.info, preview: first?.rows.slice(0, previewRows) ?? [] };
  }

  const handlers: Handlers = {
    async addText({ piece }) {
      text += piece;
      return null;
    },
    async openText({ options }) {
      return open(await openReader({ text }, options));
    },
    async openFile({ file, options }) {
      return open(await openReader({ file }, options));
    },
    async nextChunk() {
      const chunk = first ?? (await reader?.chunks.next())?.value ?? null;
      first = undefined;
      return chunk;
    },
    async beginWriting({ format, sheetName }) {
      writing = beginWriting(format, sheetName);
      return null;
    },
    async addRows({ rows }) {
      await writing?.add(rows);
      return null;
    },
    async finishWriting() {
      if (!writing) throw new AppError('bug');
      return writing.finish();
    },
  };

  return async ({ call, ask }) => {
    try {
      const handle = handlers[call] as (given: typeof ask) => Promise<TableCalls[TableCallName]['answer']>;
      reply({ value: await handle(ask) });
    } catch (error) {
      reply({ error: toErrorData(error) });
    }
  };
}
