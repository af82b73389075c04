import type { Merge } from './find-merges';

/**
 * Gives every row of a merged area the text of its first, as it is seen: a territory that stands once for five rows
 * belongs to all five. Only downwards: a title over eight columns is no heading of each of them.
 */
export function createMergeFiller(merges: readonly Merge[]): (row: number, cells: string[]) => void {
  let next = 0;
  const open = new Map<number, { bottom: number; text: string }>();
  return (row, cells) => {
    for (const [column, { bottom, text }] of open) {
      if (row > bottom) open.delete(column);
      else {
        while (cells.length <= column) cells.push('');
        cells[column] = text;
      }
    }
    for (let merge = merges[next]; merge && merge.top <= row; merge = merges[next]) {
      next += 1;
      const text = cells[merge.column] ?? '';
      if (merge.top === row && text !== '') open.set(merge.column, { bottom: merge.bottom, text });
    }
  };
}
