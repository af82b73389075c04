import { scanXml } from './scan-xml';
import { readAttribute } from './xml-text';

/** What a format makes of a number, as far as its text is another then: a date, a time, percent, or so many digits. */
export interface NumberFormat {
  hasDate: boolean;
  hasTime: boolean;
  isPercent: boolean;
  /** Digits that a whole number is filled up to with zeros, as by the format 00000000. */
  digits: number;
}

const general: NumberFormat = { hasDate: false, hasTime: false, isPercent: false, digits: 0 };
const date = { ...general, hasDate: true };
const time = { ...general, hasTime: true };
const dateAndTime = { ...general, hasDate: true, hasTime: true };
const percent = { ...general, isPercent: true };

/** The numbered formats that no file spells out (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 as in Chinese Excel. */
function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return percent;
  if (id === 22) return dateAndTime;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56) return time;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return date;
  return general;
}

/** Excel's own limit. The expressions below take the square of the length, and a file may spell out a million brackets. */
const longestCode = 255;

/** Reads a format code such as `yyyy"年"m"月"d"日"` or `0.00%`; of its sections the first, which is for positive numbers. */
export function parseFormat(whole: string): NumberFormat {
  const code = whole.slice(0, longestCode);
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(code);
  const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/;.*$/s, '');
  if (/^0{2,}$/.test(plain)) return { ...general, digits: plain.length };
  if (/general|standard/i.test(plain)) return general;
  // An m is minutes beside hours or seconds, months otherwise; e is the year in Chinese formats, but not in 0.00E+00.
  const hasTime = elapsed || /[hs]/i.test(plain);
  const hasDate = /[yd]|(?:^|[^0#?.])e/i.test(plain) || (!hasTime && /m/i.test(plain));
  return { ...general, hasDate, hasTime, isPercent: plain.includes('%') };
}

/** The format of each cell style, by the number that cells name in `s`. */
export async function readNumberFormats(pieces: AsyncIterable<string>): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  const styles: NumberFormat[] = [];
  let isCellStyle = false;
  await scanXml(pieces, {
    open(name, attributes) {
      if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'numFmt') {
        const code = readAttribute(attributes, 'formatCode') ?? '';
        own.set(Number(readAttribute(attributes, 'numFmtId')), parseFormat(code));
      } else if (name === 'xf' && isCellStyle) {
        const id = Number(readAttribute(attributes, 'numFmtId') ?? 0);
        styles.push(own.get(id) ?? builtInFormat(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return styles;
}
