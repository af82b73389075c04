import { columnOf } from '@/lib/tables/cell-place';

/** Cells of one column that are shown as one, from row to row, from 1 as in the file. */
export interface Merge {
  column: number;
  top: number;
  bottom: number;
}

/** More than a person would merge: an area each would cost more to keep than its file. */
const mergeLimit = 200_000;

/** The areas of a sheet that go over several rows, by their first row. They stand behind all cells, hence a reading of their own. */
export async function findMerges(pieces: AsyncIterable<string>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + piece;
    // Looking for the word alone is what makes this quick.
    if (text.includes('mergeCell ')) {
      for (const [, left = '', top, bottom] of text.matchAll(
        /mergeCell [^<>]{0,200}?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g,
      )) {
        if (merges.length < mergeLimit && top !== bottom) {
          merges.push({ column: columnOf(left), top: Number(top), bottom: Number(bottom) });
        }
      }
    }
    rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - 200));
  }
  return merges.sort((one, other) => one.top - other.top);
}
