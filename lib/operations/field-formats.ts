import { parseChinaTime } from '@/lib/time/china-time';
import type { FieldFormat, FieldReason } from './field';

/** The largest number that the documents' Number (a Java Long) holds. */
const largestLong = 9223372036854775807n;

// Predicates rather than a schema library: forms check with them at every keystroke, in a popup that must be small.
const isWellFormed: Readonly<Record<FieldFormat, (text: string) => boolean>> = {
  text: () => true,
  // What cannot be seen comes along with a copied id, and would make it another one.
  id: (text) => /^[^\s\p{Cc}\p{Cf}\p{DI}]+$/u.test(text),
  // Two cards pasted as one, and the signs by which the answer's map of cards is told apart, are no id.
  'card-id': (text) => /^[^\s\p{Cc}\p{Cf}\p{DI},，;；、=:{}"']+$/u.test(text),
  'opportunity-id': (text) => /^\d+$/.test(text),
  'whole-number': (text) => /^(0|[1-9]\d*)$/.test(text) && BigInt(text) <= largestLong,
  // Text all the way: a sum of money must not become a double.
  amount: (text) => /^(0|[1-9]\d*)(\.\d{1,4})?$/.test(text),
  phone: (text) => /^\+?\d(-?\d){4,19}$/.test(text),
  email: (text) => /^(?!.*[\p{Cf}\p{DI}])[^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+$/u.test(text),
  date: (text) => isLikelyTime(`${text} 00:00:00`),
  'china-time': isLikelyTime,
  'json-object': isJsonObject,
};

const formatReasons: Readonly<Record<FieldFormat, FieldReason>> = {
  text: 'too-long',
  id: 'not-an-id',
  'card-id': 'not-an-id',
  'opportunity-id': 'not-an-id',
  'whole-number': 'not-a-whole-number',
  amount: 'not-an-amount',
  phone: 'not-a-phone',
  email: 'not-an-email',
  date: 'not-a-date',
  'china-time': 'not-a-china-time',
  'json-object': 'not-a-json-object',
};

/** What a spreadsheet makes of a card's number, or shows in its place: 1.23E+17, 6600000002.0, ####, #N/A. */
const spoiltCard = /^#(?!\d)|^\d+(?:\.0+|[.,]?\d*E\+\d+)$/i;

/** Why `text` is not of that format; undefined when it is. */
export function checkFormat(format: FieldFormat, text: string): FieldReason | undefined {
  const isSpoilt = format === 'card-id' && spoiltCard.test(text);
  return isWellFormed[format](text) && !isSpoilt ? undefined : formatReasons[format];
}

/** Whoever types a year of two digits means none of the first century, where a native control puts it. */
function isLikelyTime(text: string): boolean {
  return text >= '1900' && parseChinaTime(text) !== undefined;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
