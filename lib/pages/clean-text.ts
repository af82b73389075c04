import { longestTextLength } from './page-context';

/**
 * A page's text as one plain line: no control, bidirectional, zero-width or private-use characters (icon fonts) and no lone
 * surrogates, white space folded, cut without splitting a character. Looks at no more than four times the length it returns.
 */
export function cleanText(raw: string, longest: number = longestTextLength): string {
  const line = raw
    .slice(0, longest * 4)
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    // Once more: what stood between two spaces may be gone now.
    .replace(/ {2,}/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  return line
    .slice(0, longest)
    .replace(/\p{Cs}$/u, '')
    .trimEnd();
}

/** Full-width digits become ASCII, and thin spaces that only group digits go; a common or no-break space stays. */
export function plainDigits(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)[\u2006-\u200d\u202f\u2060\ufeff]+(?=\d)/g, '');
}
