import type { Language } from './language';

/** A count with its groups: 5,000. Never for ids, which are text. */
export function formatCount(language: Language, count: number): string {
  return new Intl.NumberFormat(language).format(count);
}

/** A share of a whole as a percentage, rounded down so that 100 % means all of it. */
export function formatShare(language: Language, part: number, whole: number): string {
  const percent = whole === 0 ? 0 : Math.floor((part / whole) * 100);
  return new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100);
}

/** A size in bytes, in the unit that keeps it under a thousand: 1.2 MB. */
export function formatBytes(language: Language, bytes: number): string {
  const power = Math.min(byteUnits.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const amount = new Intl.NumberFormat(language, { maximumFractionDigits: power === 0 ? 0 : 1 }).format(
    bytes / 1000 ** power,
  );
  return `${amount} ${byteUnits[power]}`;
}

const byteUnits = ['B', 'kB', 'MB', 'GB'];
