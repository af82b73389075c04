import { AppError } from '@/lib/errors/app-error';
import { readPieces } from '@/lib/tables/read-pieces';
import type { Encoding } from '@/lib/tables/table';

/** A file's text in pieces, without its byte order mark. Bytes that the encoding does not know are an error. */
export async function* decodeText(
  file: Blob,
  encoding: Encoding,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of readPieces(file.stream())) {
    onRead(bytes.length);
    yield orFail(() => decoder.decode(bytes, { stream: true }), 'wrong-encoding');
  }
  yield orFail(() => decoder.decode(), 'file-cut');
}

function orFail(decode: () => string, reason: string): string {
  try {
    return decode();
  } catch (error) {
    throw new AppError('invalid-input', { reason }, error);
  }
}
