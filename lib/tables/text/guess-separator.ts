import { type Separator, separators } from '@/lib/tables/table';
import { createTextSplitter } from './split-text';

const rowsEnough = 100;

/**
 * The separator that cuts the beginning of a text into rows of one width, the wider the better. `preferred` decides
 * where two do equally well, and is the answer for a single column.
 */
export function guessSeparator(sample: string, preferred: Separator): Separator {
  const text = withoutQuoted(sample);
  let best = { separator: preferred, score: 0 };
  for (const separator of new Set([preferred, ...separators])) {
    const score = rate(widths(text, separator));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** What is in quotes says nothing of separators; if quotes are anything but a cell's ends, they are left alone. */
function withoutQuoted(sample: string): string {
  const any = `${separators.join('')}\r\n`;
  const cell = new RegExp(`(?<=^|[${any}])"[^"]*(?:""[^"]*)*(?:"(?=$|[${any}])|$)`, 'g');
  const text = sample.replace(cell, 'x');
  return text.includes('"') ? sample : text;
}

/** The last, perhaps unfinished line does not count, unless it is the only one. */
function widths(sample: string, separator: Separator): number[] {
  const found: number[] = [];
  const splitter = createTextSplitter(separator, (cells) => {
    if (cells.some((cell) => cell !== '')) found.push(cells.length);
  });
  try {
    splitter.push(sample);
    if (found.length === 0) splitter.end();
  } catch {
    // A separator that leaves quotes open is not the one; if none fits, the reading names the line.
    return [];
  }
  return found.slice(0, rowsEnough);
}

function rate(found: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of found) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) best = Math.max(best, (count / found.length) * (1 - 1 / width));
  return best;
}
