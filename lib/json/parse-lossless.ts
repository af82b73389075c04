import { AppError } from '@/lib/errors/app-error';

/** The longest text that is parsed, in UTF-16 units (about 10 MB). */
export const maximumJsonLength = 10 * 1024 * 1024;

type SourceReviver = (this: unknown, key: string, value: unknown, context?: { source?: string }) => unknown;

/** The proposal's reviver (Chrome 114, Firefox 135, Node 22) is not in TypeScript's library yet. */
const parseWithSource = JSON.parse as (text: string, reviver: SourceReviver) => unknown;

/** A decimal of at most this many significant digits always comes back from a double unchanged. */
const safeSignificantDigits = 15;

/**
 * Reads JSON without rounding: a number that a JS number cannot hold exactly becomes the string of its digits, so
 * that ids beyond 2^53 stay whole. A key `__proto__` is dropped.
 * Throws `unreadable-answer` with reason `not-json` or `too-large`.
 */
export function parseLossless(text: string): unknown {
  if (text.length > maximumJsonLength) throw new AppError('unreadable-answer', { reason: 'too-large' });
  try {
    return parseWithSource(text, keepDigits);
  } catch (error) {
    // The parser's own message quotes the text, which may hold personal data: it goes no further than `cause`.
    throw new AppError('unreadable-answer', { reason: 'not-json' }, error);
  }
}

/**
 * As `parseLossless`, for servers that leave raw control characters inside strings: on a failure they are replaced by
 * spaces and the text is read once more.
 */
export function parseTolerant(text: string): unknown {
  try {
    return parseLossless(text);
  } catch (error) {
    if (text.length > maximumJsonLength) throw error;
    const cleaned = replaceControlCharacters(text);
    if (cleaned === text) throw error;
    return parseLossless(cleaned);
  }
}

function replaceControlCharacters(text: string): string {
  const firstPrintable = ' ';
  let cleaned = '';
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text.charAt(index) >= firstPrintable) continue;
    cleaned += `${text.slice(from, index)} `;
    from = index + 1;
  }
  return cleaned + text.slice(from);
}

const keepDigits: SourceReviver = (key, value, context) => {
  if (key === '__proto__') return undefined;
  if (typeof value !== 'number') return value;
  const source = context?.source;
  // Without source text a rounded id would look like a real one: better no answer than a wrong one.
  if (source === undefined) throw new TypeError('this engine gives no source text');
  return survives(value, source) ? value : source;
};

function survives(value: number, source: string): boolean {
  if (/^-?\d+$/.test(source)) return Number.isSafeInteger(value);
  if (!Number.isFinite(value)) return false;
  if (String(value) === source) return true;
  const mantissa = source
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  const isUnderflow = value === 0 && mantissa !== '';
  return mantissa.length <= safeSignificantDigits && !isUnderflow;
}
