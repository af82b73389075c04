import { AppError } from '@/lib/errors/app-error';
import { createRowCollector, type RowCollector, takeAll } from '@/lib/tables/row-collector';
import { separators, type TableChunk, type TableOptions, type TableReader, type TableSource } from '@/lib/tables/table';
import { decodeText } from './decode-text';
import { detectEncoding } from './detect-encoding';
import { guessSeparator } from './guess-separator';
import { createTextSplitter, type TextSplitter } from './split-text';
import { unwrapCell } from './unwrap-cell';

const pieceCharacters = 262_144;
const sampleCharacters = 65_536;

/** A pasted text, or a file that is none of the binary kinds. */
export async function openText(source: TableSource, options: TableOptions): Promise<TableReader> {
  return 'file' in source ? openTextFile(source.file, options) : openPasted(source.text, options);
}

async function openTextFile(file: File, options: TableOptions): Promise<TableReader> {
  const encoding = options.encoding ?? (await detectEncoding(file));
  let read = 0;
  const pieces = decodeText(file, encoding, (bytes) => {
    read += bytes;
  });
  const sample = await takeSample(pieces);
  checkSample(sample);
  const told = /^sep=([,;|｜\t])(?:\r\n|\n|\r)/i.exec(sample);
  const separator =
    options.separator ??
    separators.find((one) => one === told?.[1]) ??
    guessSeparator(sample.slice(0, sampleCharacters), /\.csv$/i.test(file.name) ? ',' : '\t');
  const collector = createRowCollector();
  const splitter = createTextSplitter(separator, (cells) => collector.add(cells.map(unwrapCell)), told ? 2 : 1);
  const text = startingWith(told ? sample.slice(told[0].length) : sample, pieces);
  return {
    info: { kind: 'text', encoding, separator },
    chunks: readChunks(text, splitter, collector, () => read / file.size),
  };
}

function openPasted(text: string, options: TableOptions): TableReader {
  const separator = options.separator ?? guessSeparator(text.slice(0, sampleCharacters), '\t');
  const collector = createRowCollector();
  const splitter = createTextSplitter(separator, (cells) => collector.add(cells));
  let read = 0;
  const pieces = cutText(text, (characters) => {
    read += characters;
  });
  return {
    info: { kind: 'text', encoding: undefined, separator },
    chunks: readChunks(pieces, splitter, collector, () => read / text.length),
  };
}

async function* readChunks(
  pieces: AsyncIterable<string>,
  splitter: TextSplitter,
  collector: RowCollector,
  progress: () => number,
): AsyncGenerator<TableChunk, void> {
  for await (const piece of pieces) {
    splitter.push(piece);
    yield* takeAll(() => collector.take(progress(), false));
  }
  splitter.end();
  yield* takeAll(() => collector.take(1, true));
}

async function* startingWith(first: string, others: AsyncIterable<string>): AsyncGenerator<string, void> {
  yield first;
  yield* others;
}

async function* cutText(text: string, onRead: (characters: number) => void): AsyncGenerator<string, void> {
  for (let at = 0; at < text.length; at += pieceCharacters) {
    const piece = text.slice(at, at + pieceCharacters);
    onRead(piece.length);
    yield piece;
  }
}

async function takeSample(pieces: AsyncGenerator<string, void>): Promise<string> {
  let sample = '';
  while (sample.length < sampleCharacters) {
    const { done, value } = await pieces.next();
    if (done) break;
    sample += value;
  }
  return sample;
}

/** Systems call a page of HTML .xls and a picture is easily chosen by mistake: neither is a table to us. */
function checkSample(sample: string): void {
  if (sample.includes('\0')) throw new AppError('invalid-input', { reason: 'not-a-table' });
  if (/^\s*<(?:!doctype|html|head|table|meta|\?xml)/i.test(sample)) {
    throw new AppError('invalid-input', { reason: 'page-not-table' });
  }
}
