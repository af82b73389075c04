const shape = /^([^{}]*)\{(id|text)\}([^{}]*)$/;

/** What is left of a text or an address to look in. */
export const longestPatternText = 2000;

/**
 * Whether the text is a pattern with this one place to read: words as they stand, `*` for anything, and `{id}` or `{text}`. Not a
 * regular expression: those of browsers can take for ever, and one that cannot is no small thing to carry into a page.
 */
export function isTextPattern(pattern: string, place: 'id' | 'text'): boolean {
  return pattern.length <= 200 && shape.exec(pattern)?.[2] === place && !pattern.includes('**');
}

/**
 * What stands in a text at the pattern's place, the first time the pattern fits anywhere in it. `{id}`: a whole run of 1 to 32 digits.
 * `{text}`: as little as can be, up to what follows or the end. Every step goes forward, so it takes no longer than the text is long.
 */
export function readPattern(pattern: string, text: string): string | undefined {
  const [, before = '', place, after = ''] = shape.exec(pattern) ?? [];
  const head = before.split('*');
  const prefix = head.pop() ?? '';
  const [suffix = '', ...tail] = after.split('*');
  const start = passAll(head, text, 0);
  if (place === undefined || start === undefined || text.length > longestPatternText) return undefined;
  // What is not found behind the first place that fits is not found behind a later one either.
  const endsAt = (end: number) => passAll(tail, text, end + suffix.length) !== undefined;
  if (place === 'text') {
    const from = passAll([prefix], text, start) ?? text.length;
    const end = suffix === '' ? text.length : text.indexOf(suffix, from);
    return end !== -1 && endsAt(end) ? text.slice(from, end).trim() || undefined : undefined;
  }
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    const from = index - prefix.length;
    const fits = from >= start && text.startsWith(prefix, from) && text.startsWith(suffix, index + digits.length);
    if (fits && digits.length <= 32) return endsAt(index + digits.length) ? digits : undefined;
  }
  return undefined;
}

/** The place behind all the pieces, one after another, from a place on. */
function passAll(pieces: readonly string[], text: string, from: number): number | undefined {
  let position = from;
  for (const piece of pieces) {
    const found = text.indexOf(piece, position);
    if (found === -1) return undefined;
    position = found + piece.length;
  }
  return position;
}
