import { AppError } from '@/lib/errors/app-error';

/** A stream's pieces; the oldest browser that we support cannot iterate a stream. */
export async function* readPieces<Piece>(
  stream: ReadableStream<Piece>,
  reason = 'table-unreadable',
): AsyncGenerator<Piece, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error) => {
        throw new AppError('invalid-input', { reason }, error);
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops early wants no more of it; what that cancelling meets is nobody's concern any longer.
    reader.cancel().catch(() => undefined);
  }
}

/** The first bytes of a file, or all there are. */
export async function readStart(file: Blob, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readPieces(file.slice(0, length).stream())) pieces.push(piece);
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
