import { decompressSnappy } from './snappy.ts';

const footerBytes = 48;
const tableMagic = 0xdb4775248b80fb57n;
const snappyCompressed = 1;

type BlockHandle = { offset: number; size: number };

/**
 * The blocks of a LevelDB table file (.ldb; doc/table_format.md), decompressed: a secret stored twice in one block
 * would otherwise be cut up by the compression. Gives nothing for a file that is no such table.
 */
export function readLevelDbBlocks(file: Buffer): Buffer[] {
  if (file.length < footerBytes || file.readBigUInt64LE(file.length - 8) !== tableMagic) return [];
  const footer = file.subarray(file.length - footerBytes);
  const [, afterMeta] = readHandle(footer, 0);
  const [index] = readHandle(footer, afterMeta);
  const blocks = readIndex(readBlock(file, index)).map((handle) => readBlock(file, handle));
  return blocks.map(joinKeysAndValues);
}

function readBlock(file: Buffer, { offset, size }: BlockHandle): Buffer {
  const content = file.subarray(offset, offset + size);
  return file[offset + size] === snappyCompressed ? Buffer.from(decompressSnappy(content)) : content;
}

type Entry = { key: Buffer; value: Buffer };

/** Keys are stored as a shared length with the one before, and the rest. */
function readEntries(block: Buffer): Entry[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - restarts * 4;
  const entries: Entry[] = [];
  let key = Buffer.alloc(0);
  let place = 0;
  while (place < end) {
    const [shared, afterShared] = readVarint(block, place);
    const [rest, afterRest] = readVarint(block, afterShared);
    const [valueSize, start] = readVarint(block, afterRest);
    key = Buffer.concat([key.subarray(0, shared), block.subarray(start, start + rest)]);
    entries.push({ key, value: block.subarray(start + rest, start + rest + valueSize) });
    place = start + rest + valueSize;
  }
  return entries;
}

function readIndex(block: Buffer): BlockHandle[] {
  return readEntries(block).map(({ value }) => readHandle(value, 0)[0]);
}

function joinKeysAndValues(block: Buffer): Buffer {
  return Buffer.concat(readEntries(block).flatMap(({ key, value }) => [key, value]));
}

function readHandle(bytes: Buffer, start: number): [BlockHandle, number] {
  const [offset, afterOffset] = readVarint(bytes, start);
  const [size, end] = readVarint(bytes, afterOffset);
  return [{ offset, size }, end];
}

function readVarint(bytes: Buffer, start: number): [number, number] {
  let value = 0;
  for (let index = 0; ; index += 1) {
    const byte = bytes.readUInt8(start + index);
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return [value, start + index + 1];
  }
}
