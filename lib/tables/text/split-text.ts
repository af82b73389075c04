import { AppError } from '@/lib/errors/app-error';
import { type Separator, tableLimits } from '@/lib/tables/table';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

export interface TextSplitter {
  push(piece: string): void;
  /** The text is over: what was begun is finished, and a quote that is still open is an error. */
  end(): void;
}

/**
 * Splits a text that comes in pieces into rows of cells: RFC 4180, with any separator and any newlines, even mixed.
 * A quote that opens a cell and closes before its end is a part of the text (`"A" grade`), as spreadsheets copy it;
 * if a separator or a newline stands inside, nobody can tell, and the line is named.
 */
export function createTextSplitter(
  separator: Separator,
  onRow: (cells: string[]) => void,
  firstLine = 1,
): TextSplitter {
  const divider = separator.charCodeAt(0);
  let text = '';
  let cells: string[] = [];
  /** Where the search for the end of the unfinished cell goes on, counted from its start. */
  let searched = 0;
  let line = firstLine;
  let isAfterCarriageReturn = false;

  function endOfPlain(from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === lineFeed || code === carriageReturn || code === divider) return at;
    }
    return -1;
  }

  /** The closing quote, or -1 with `searched` set to where to go on. At the end of a piece a quote may be half of two. */
  function endOfQuoted(start: number, isEnd: boolean): number {
    let at = text.indexOf('"', start + Math.max(searched, 1));
    while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
    if (at >= 0 && (at + 1 < text.length || isEnd)) return at;
    searched = (at < 0 ? text.length : at) - start;
    return -1;
  }

  /** The index just behind the cell, or -1 if its end has not come yet. */
  function readCell(start: number, isEnd: boolean): number {
    if (text.charCodeAt(start) !== quote) return readPlain(start, isEnd);
    const close = endOfQuoted(start, isEnd);
    if (close < 0) {
      if (isEnd) throw new AppError('invalid-input', { reason: 'unclosed-quote', path: String(line) });
      return -1;
    }
    const next = text.charCodeAt(close + 1);
    if (close + 1 < text.length && next !== divider && next !== lineFeed && next !== carriageReturn) {
      return readStray(start, close, isEnd);
    }
    const inner = text.slice(start + 1, close);
    cells.push(inner.includes('"') ? inner.replaceAll('""', '"') : inner);
    line += countNewlines(inner);
    return close + 1;
  }

  function readPlain(start: number, isEnd: boolean): number {
    let end = endOfPlain(start + searched);
    if (end < 0) {
      searched = text.length - start;
      if (!isEnd) return -1;
      end = text.length;
    }
    cells.push(text.slice(start, end));
    return end;
  }

  function readStray(start: number, close: number, isEnd: boolean): number {
    const end = endOfPlain(start);
    if (end >= 0 && end < close) throw new AppError('invalid-input', { reason: 'stray-quote', path: String(line) });
    searched = 0;
    const read = readPlain(start, isEnd);
    // If its end is yet to come, the next attempt meets the opening quote again.
    searched = 0;
    return read;
  }

  /** Behind a cell stands a separator, a newline or the end of the text. */
  function readEnd(end: number): number {
    const code = text.charCodeAt(end);
    if (code === divider) return end + 1;
    onRow(cells);
    cells = [];
    line += 1;
    isAfterCarriageReturn = code === carriageReturn;
    return end + 1;
  }

  function read(isEnd: boolean): void {
    let start = 0;
    while (start < text.length || (isEnd && cells.length > 0)) {
      if (isAfterCarriageReturn) {
        isAfterCarriageReturn = false;
        if (text.charCodeAt(start) === lineFeed) {
          start += 1;
          continue;
        }
      }
      const end = readCell(start, isEnd);
      if (end < 0) break;
      searched = 0;
      start = readEnd(end);
    }
    text = text.slice(start);
    if (text.length > tableLimits.cellCharacters) {
      const reason = text.charCodeAt(0) === quote ? 'unclosed-quote' : 'cell-too-long';
      throw new AppError('invalid-input', { reason, path: String(line) });
    }
  }

  return {
    push(piece) {
      text += piece;
      read(false);
    },
    end() {
      read(true);
    },
  };
}

function countNewlines(text: string): number {
  return text.includes('\n') || text.includes('\r') ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}
