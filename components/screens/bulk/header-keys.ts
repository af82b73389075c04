/** Between a header and its number: no spreadsheet's cell holds it. */
const numbered = '\u001f';

/**
 * What a template knows each column by: its header, and of several with the same header which one it is. Empty where
 * nothing stands above it.
 */
export function headerKeys(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((head) => {
    const times = (seen.get(head) ?? 0) + 1;
    seen.set(head, times);
    return head === '' || times === 1 ? head : `${head}${numbered}${times}`;
  });
}
