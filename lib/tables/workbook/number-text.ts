import type { NumberFormat } from './number-format';
import { serialDate } from './serial-date';

/** Excel keeps and shows this many digits of a number; the sixteenth and seventeenth in a file are noise of its arithmetic. */
const keptDigits = 15;

/** A number cell as its author sees it, but for thousands separators and rounding: `raw` is the exact text in the file. */
export function numberText(raw: string, format: NumberFormat | undefined, startsIn1904: boolean): string {
  if (format?.hasDate || format?.hasTime) {
    const text = serialDate(Number(raw), format, startsIn1904);
    if (text !== undefined) return text;
  }
  if (format?.isPercent) return `${plainNumber(Number(raw) * 100) ?? raw}%`;
  if (/^-?\d+$/.test(raw)) return padded(raw, format?.digits ?? 0);
  const text = plainNumber(Number(raw)) ?? raw;
  return /^\d+$/.test(text) ? padded(text, format?.digits ?? 0) : text;
}

/** Whether a number cell can hold what was typed into it: of a longer number the last digits are gone. */
export function isTooLong(raw: string): boolean {
  return Math.abs(Number(raw)) >= 10 ** keptDigits;
}

/** Without an exponent and without noise: 19.989999999999998 is the 19.99 that was typed, 1E-3 is 0.001. */
function plainNumber(value: number): string | undefined {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 10 ** keptDigits) return undefined;
  if (value === 0) return '0';
  const decimals = Math.min(100, keptDigits - 1 - Math.floor(Math.log10(size)));
  const text = value.toFixed(Math.max(0, decimals));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function padded(whole: string, digits: number): string {
  return whole.startsWith('-') ? whole : whole.padStart(digits, '0');
}
