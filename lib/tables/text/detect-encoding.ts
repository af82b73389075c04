import { AppError, isErrorData } from '@/lib/errors/app-error';
import { readStart } from '@/lib/tables/read-pieces';
import type { Encoding } from '@/lib/tables/table';
import { decodeText } from './decode-text';

const sampleBytes = 4096;

/** By its byte order mark, its zero bytes, or what decodes to the end: UTF-8 before GB18030, which takes nearly anything. */
export async function detectEncoding(file: Blob): Promise<Encoding> {
  const sample = await readStart(file, sampleBytes);
  const marked = byMark(sample) ?? byZeroBytes(sample);
  if (marked) return marked;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    if (await decodes(file, encoding)) return encoding;
  }
  throw new AppError('invalid-input', { reason: 'not-a-table' });
}

function byMark([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** No other text has zero bytes. In UTF-16 separators, newlines and digits have one each, always on the same side. */
function byZeroBytes(sample: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2) odd += 1;
    else even += 1;
  });
  if (even === odd) {
    if (even > 0) throw new AppError('invalid-input', { reason: 'not-a-table' });
    return undefined;
  }
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** A text that ends in the middle of a character is of that encoding, and cut: reading it says so. */
async function decodes(file: Blob, encoding: Encoding): Promise<boolean> {
  try {
    for await (const _piece of decodeText(file, encoding));
    return true;
  } catch (error) {
    if (isErrorData(error) && error.detail.reason === 'wrong-encoding') return false;
    if (isErrorData(error) && error.detail.reason === 'file-cut') return true;
    throw error;
  }
}
