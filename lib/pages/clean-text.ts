import { longestTextLength } from './page-context';

/**
 * A page's text as one plain line: no control, bidirectional, zero-width or private-use characters (icon fonts) and no lone
 * surrogates, white space and letters that show nothing folded, at most four marks on a letter (a line cannot be broken between
 * them), cut without splitting a character. Looks at no more than four times the length it returns.
 */
export function cleanText(raw: string, longest: number = longestTextLength): string {
  const line = raw
    .slice(0, longest * 4)
    .replace(/(?!\s)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[\s\u115f\u1160\u2800\u3164\uffa0]+/g, ' ')
    .replace(/^[\p{M} ]+|(?<=\p{M}{4})\p{M}+| $/gu, '');
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
