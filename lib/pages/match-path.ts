/** Whether a match pattern's path names the address. `*` stands for any text. */
export function matchesPath(path: string, url: URL): boolean {
  return matchesGlob(path, url.pathname + url.search);
}

/** Each piece is searched once, from where the last ended: no pattern makes it backtrack. */
function matchesGlob(glob: string, text: string): boolean {
  const pieces = glob.split('*');
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return text === glob;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let position = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, position);
    if (found === -1 || found + piece.length > end) return false;
    position = found + piece.length;
  }
  return true;
}
