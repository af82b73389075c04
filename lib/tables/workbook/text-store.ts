/** Many short texts in little room: a workbook names its texts by number, and may have a million of them. */
export interface TextStore {
  readonly length: number;
  add(text: string): void;
  get(index: number): string | undefined;
}

const blockLength = 1024;

/** Texts are joined to blocks: a slice of what was just parsed would keep all of that in memory. */
export function createTextStore(): TextStore {
  const blocks: { text: string; ends: Uint32Array }[] = [];
  let open: string[] = [];
  return {
    get length() {
      return blocks.length * blockLength + open.length;
    },
    add(text) {
      open.push(text);
      if (open.length < blockLength) return;
      let end = 0;
      const ends = Uint32Array.from(open, (one) => {
        end += one.length;
        return end;
      });
      blocks.push({ text: open.join(''), ends });
      open = [];
    },
    get(index) {
      const block = blocks[Math.floor(index / blockLength)];
      if (!block) return open[index - blocks.length * blockLength];
      const at = index % blockLength;
      return block.text.slice(at === 0 ? 0 : block.ends[at - 1], block.ends[at]);
    },
  };
}
