import { crc32 } from '@/lib/tables/crc32';

interface PackedPart {
  name: Uint8Array<ArrayBuffer>;
  data: Blob;
  crc: number;
  size: number;
}

const deflated = 8;
const version = 20;
/** 1 January 1980, the first day of ZIP: the same table makes the same file. */
const dosDate = 0x21;

export interface ZipWriter {
  /** One part at a time; each is packed as its texts come, and only what is packed is kept. */
  addPart(name: string, texts: AsyncIterable<string> | Iterable<string>): Promise<void>;
  finish(type: string): Blob;
}

/** A ZIP archive (PKWARE APPNOTE 6.3.10, section 4.3) below 4 GB. */
export function createZipWriter(): ZipWriter {
  const parts: PackedPart[] = [];
  return {
    async addPart(name, texts) {
      parts.push({ name: new TextEncoder().encode(name), ...(await pack(texts)) });
    },
    finish(type) {
      const bodies: BlobPart[] = [];
      const directory: BlobPart[] = [];
      let offset = 0;
      let directorySize = 0;
      for (const part of parts) {
        const local = localHeader(part);
        const central = centralHeader(part, offset);
        bodies.push(local, part.name, part.data);
        directory.push(central, part.name);
        offset += local.length + part.name.length + part.data.size;
        directorySize += central.length + part.name.length;
      }
      return new Blob([...bodies, ...directory, endRecord(parts.length, directorySize, offset)], { type });
    },
  };
}

async function pack(texts: AsyncIterable<string> | Iterable<string>): Promise<Omit<PackedPart, 'name'>> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const data = new Response(readable).blob();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  let crc = 0;
  let size = 0;
  try {
    for await (const text of texts) {
      const bytes = encoder.encode(text);
      crc = crc32(bytes, crc);
      size += bytes.length;
      await writer.write(bytes);
    }
    await writer.close();
  } catch (error) {
    // Both ends hear of it; the one who waits here tells.
    data.catch(() => undefined);
    await writer.abort(error);
    throw error;
  }
  return { data: await data, crc, size };
}

function localHeader(part: PackedPart): Uint8Array<ArrayBuffer> {
  return record(30, [[0, 4, 0x04034b50], [4, 2, version], ...sharedFields(part, 8)]);
}

function centralHeader(part: PackedPart, offset: number): Uint8Array<ArrayBuffer> {
  return record(46, [[0, 4, 0x02014b50], [4, 2, version], [6, 2, version], ...sharedFields(part, 10), [42, 4, offset]]);
}

/** Method, time, date, checksum, sizes and the name's length stand in both headers in the same order. */
function sharedFields({ name, data, crc, size }: PackedPart, at: number): Field[] {
  return [
    [at, 2, deflated],
    [at + 4, 2, dosDate],
    [at + 6, 4, crc],
    [at + 10, 4, data.size],
    [at + 14, 4, size],
    [at + 18, 2, name.length],
  ];
}

function endRecord(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  return record(22, [
    [0, 4, 0x06054b50],
    [8, 2, count],
    [10, 2, count],
    [12, 4, size],
    [16, 4, offset],
  ]);
}

type Field = readonly [at: number, length: 2 | 4, value: number];

function record(length: number, fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length));
  for (const [at, bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return new Uint8Array(view.buffer);
}
