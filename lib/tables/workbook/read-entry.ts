import { AppError } from '@/lib/errors/app-error';
import { crc32 } from '@/lib/tables/crc32';
import { readPieces } from '@/lib/tables/read-pieces';
import { tableLimits } from '@/lib/tables/table';
import { cut, viewOf, type ZipEntry } from './zip-directory';

const localHeaderSignature = 0x04034b50;
const stored = 0;
const deflated = 8;

/** An entry's bytes in pieces: never more than it says or may be, and an error if they are not what was packed. */
async function* readEntry(file: Blob, entry: ZipEntry, limit: number): AsyncGenerator<Uint8Array, void> {
  checkEntry(file, entry, limit);
  // Its name and extra field may be of other lengths than in the directory.
  const header = await viewOf(file, entry.offset, entry.offset + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== localHeaderSignature) throw damaged();
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = file.slice(start, start + entry.packedSize).stream();
  let size = 0;
  let crc = 0;
  for await (const piece of readPieces(unpack(packed, entry.method), 'workbook-damaged')) {
    size += piece.length;
    if (size > entry.size) throw damaged();
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged();
}

/** The same as text. XML parts of a workbook are UTF-8 in all that write them. */
export async function* readEntryText(
  file: Blob,
  entry: ZipEntry,
  limit: number = tableLimits.unpackedBytes,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of readEntry(file, entry, limit)) {
    try {
      yield decoder.decode(piece, { stream: true });
    } catch (error) {
      throw damaged(error);
    }
  }
}

function checkEntry(file: Blob, entry: ZipEntry, limit: number): void {
  if (entry.isEncrypted) throw new AppError('invalid-input', { reason: 'workbook-encrypted' });
  if (entry.method !== stored && entry.method !== deflated) throw damaged();
  if (entry.size > limit) throw new AppError('invalid-input', { reason: 'unpacks-too-large' });
  if (entry.offset + entry.packedSize > file.size) throw cut();
}

function unpack(packed: ReadableStream<Uint8Array<ArrayBuffer>>, method: number): ReadableStream<Uint8Array> {
  return method === stored ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
}

export function damaged(cause?: unknown): AppError {
  return new AppError('invalid-input', { reason: 'workbook-damaged' }, cause);
}
