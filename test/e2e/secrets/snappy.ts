/** Undoes Snappy's block format (google/snappy, format_description.txt): a length, then literals and copies. */
export function decompressSnappy(input: Uint8Array): Uint8Array {
  const reader = readBytes(input);
  const output = new Uint8Array(reader.varint());
  let written = 0;
  while (written < output.length) {
    const tag = reader.next();
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const literal = reader.take((short < 60 ? short : reader.littleEndian(short - 59)) + 1);
      output.set(literal, written);
      written += literal.length;
      continue;
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = kind === 1 ? ((tag >> 5) << 8) + reader.next() : reader.littleEndian(kind === 2 ? 2 : 4);
    if (back === 0 || back > written) throw new Error('The Snappy block copies from before its beginning.');
    // Byte by byte: a copy may run into what it is just writing.
    for (let index = 0; index < size; index += 1) output[written + index] = output[written + index - back] ?? 0;
    written += size;
  }
  return output;
}

function readBytes(input: Uint8Array) {
  let place = 0;
  const take = (size: number): Uint8Array => {
    if (place + size > input.length) throw new Error('The Snappy block is cut off.');
    place += size;
    return input.subarray(place - size, place);
  };
  const next = (): number => take(1)[0] ?? 0;
  return {
    take,
    next,
    littleEndian: (bytes: number): number => take(bytes).reduce((sum, byte, index) => sum + byte * 256 ** index, 0),
    varint(): number {
      let value = 0;
      for (let index = 0; ; index += 1) {
        const byte = next();
        value += (byte & 0x7f) * 2 ** (7 * index);
        if (byte < 0x80) return value;
      }
    },
  };
}
