/** A cell's place as spreadsheets write it, from row and column counted from 0: (16, 1) is B17. */
export function cellPlace(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** 0 is A, 25 Z, 26 AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** The column that a reference such as B17 begins with, from 0; -1 where it has no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
