import { AppError } from '@/lib/errors/app-error';
import { readStart } from './read-pieces';
import { type TableOptions, type TableReader, type TableSource, tableLimits } from './table';
import { openText } from './text/read-text';
import { openWorkbook } from './workbook/read-workbook';

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
const zipFile = [0x50, 0x4b, 0x03, 0x04];

/** What reads a source, by its content. Runs anywhere; pages use `openTable`, which runs it in a worker. */
export async function openReader(source: TableSource, options: TableOptions = {}): Promise<TableReader> {
  const size = 'file' in source ? source.file.size : source.text.length;
  if (size > tableLimits.fileBytes) throw new AppError('invalid-input', { reason: 'table-too-large' });
  if (!('file' in source)) return openText(source, options);
  const start = await readStart(source.file, 4);
  if (zipFile.every((byte, index) => start[index] === byte)) return openWorkbook(source.file, options);
  if (compoundFile.every((byte, index) => start[index] === byte)) throw await explainCompoundFile(source.file);
  return openText(source, options);
}

/** An encrypted workbook and one from before 2007 come in the same container; its directory names what is inside. */
async function explainCompoundFile(file: File): Promise<AppError> {
  const header = await readStart(file, 512);
  const view = new DataView(header.buffer);
  const sectorBytes = 2 ** (header.length === 512 ? view.getUint16(30, true) : 9);
  const directory = header.length === 512 ? (view.getUint32(48, true) + 1) * sectorBytes : 0;
  const names = new TextDecoder('utf-16le').decode(await readStart(file.slice(directory), 4096));
  return new AppError('invalid-input', {
    reason: names.includes('EncryptedPackage') ? 'workbook-encrypted' : 'old-workbook',
  });
}
