import { AppError } from '@/lib/errors/app-error';
import { createRowCollector, takeAll } from '@/lib/tables/row-collector';
import { type TableChunk, type TableOptions, type TableReader, tableLimits } from '@/lib/tables/table';
import { createMergeFiller } from './fill-merges';
import { findMerges } from './find-merges';
import { readNumberFormats } from './number-format';
import { damaged, readEntryText } from './read-entry';
import { createXmlScanner } from './scan-xml';
import { readSharedStrings } from './shared-strings';
import { createSheetHandler, type SheetContext } from './sheet-rows';
import type { TextStore } from './text-store';
import { readWorkbookParts } from './workbook-parts';
import { readZipDirectory, type ZipEntry } from './zip-directory';

/** An XLSX workbook's sheet. Nothing of it is held but its shared texts. */
export async function openWorkbook(file: File, options: TableOptions): Promise<TableReader> {
  const entries = await readZipDirectory(file);
  const parts = await readWorkbookParts(file, entries);
  const chosen =
    options.sheet === undefined
      ? (parts.sheets.find(({ isHidden }) => !isHidden) ?? parts.sheets[0])
      : parts.sheets.find(({ name }) => name === options.sheet);
  if (!chosen) {
    throw new AppError('invalid-input', { reason: 'no-such-sheet', path: options.sheet });
  }
  const { entry } = chosen;
  if (!entry) throw damaged();
  // The whole sheet is gone through here, so that a damaged one is known before its first row is used.
  const merges = await findMerges(readEntryText(file, entry));
  const context: SheetContext = {
    sharedStrings: parts.sharedStrings && (await readTexts(file, parts.sharedStrings)),
    formats: parts.styles ? await readNumberFormats(readEntryText(file, parts.styles)) : [],
    startsIn1904: parts.startsIn1904,
    fillMerges: createMergeFiller(merges),
  };
  return {
    info: {
      kind: 'workbook',
      sheets: parts.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      sheet: chosen.name,
    },
    chunks: readChunks(file, entry, context),
  };
}

/** These alone are held in memory. */
function readTexts(file: Blob, entry: ZipEntry): Promise<TextStore> {
  return readSharedStrings(readEntryText(file, entry, tableLimits.sharedTextBytes));
}

async function* readChunks(file: Blob, entry: ZipEntry, context: SheetContext): AsyncGenerator<TableChunk, void> {
  const collector = createRowCollector();
  const scanner = createXmlScanner(createSheetHandler(context, collector));
  let read = 0;
  for await (const piece of readEntryText(file, entry)) {
    read += piece.length;
    scanner.push(piece);
    yield* takeAll(() => collector.take(Math.min(1, read / entry.size), false));
  }
  scanner.end();
  yield* takeAll(() => collector.take(1, true));
}
