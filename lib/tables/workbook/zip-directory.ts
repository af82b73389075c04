import { AppError } from '@/lib/errors/app-error';
import { readStart } from '@/lib/tables/read-pieces';

/** PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.3. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  isEncrypted: boolean;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

const endSignature = 0x06054b50;
const end64LocatorSignature = 0x07064b50;
const end64Signature = 0x06064b50;
const entrySignature = 0x02014b50;
const unset16 = 0xffff;
const unset32 = 0xffffffff;
/** The end record and the longest comment. */
const tailBytes = 22 + 65_535;
const directoryLimit = 20_000_000;

/** What an archive's directory names, by path with forward slashes. A file without one was cut off. */
export async function readZipDirectory(file: Blob): Promise<Map<string, ZipEntry>> {
  const tail = await viewOf(file, Math.max(0, file.size - tailBytes), file.size);
  const { offset, size } = await findDirectory(file, tail);
  if (size > directoryLimit || offset + size > file.size) throw cut();
  const directory = await viewOf(file, offset, offset + size);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= directory.byteLength && directory.getUint32(at, true) === entrySignature) {
    const { entry, length } = readEntry(directory, at);
    entries.set(entry.name, entry);
    at += length;
  }
  return entries;
}

async function findDirectory(file: Blob, tail: DataView): Promise<{ offset: number; size: number }> {
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== endSignature) continue;
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    const isLong = size === unset32 || offset === unset32 || tail.getUint16(at + 10, true) === unset16;
    if (isLong && at >= 20 && tail.getUint32(at - 20, true) === end64LocatorSignature) {
      const start = readLong(tail, at - 20 + 8);
      const end = await viewOf(file, start, start + 56);
      if (end.byteLength < 56 || end.getUint32(0, true) !== end64Signature) throw cut();
      return { size: readLong(end, 40), offset: readLong(end, 48) };
    }
    return { size, offset };
  }
  throw cut();
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; length: number } {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const length = 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + length > view.byteLength) throw cut();
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, nameLength));
  const entry = {
    name: name.replaceAll('\\', '/').replace(/^\//, ''),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  readLongFields(new DataView(view.buffer, at + 46 + nameLength, extraLength), entry);
  return { entry, length };
}

/** Zip64: numbers that do not fit, or that the writer did not know in advance, stand in an extra field, in this order. */
function readLongFields(extra: DataView, entry: ZipEntry): void {
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const length = extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === 1) {
      let field = at + 4;
      for (const key of ['size', 'packedSize', 'offset'] as const) {
        if (entry[key] !== unset32 || field + 8 > extra.byteLength) continue;
        entry[key] = readLong(extra, field);
        field += 8;
      }
    }
    at += 4 + length;
  }
}

function readLong(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

export async function viewOf(file: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView((await readStart(file.slice(from, to), to - from)).buffer);
}

export function cut(): AppError {
  return new AppError('invalid-input', { reason: 'file-cut' });
}
