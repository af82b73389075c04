/**
 * Where a text stops being JSON: line and column, both from 1. Undefined when it is JSON. The engines' own messages name
 * the place each in its own way, or not at all.
 */
export function findJsonFault(text: string): { line: number; column: number } | undefined {
  const offset = findFaultOffset(text);
  if (offset === undefined) return undefined;
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

const space = /[ \t\r\n]*/y;
const mark = /[{}[\],:]/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A string as far as it is right, without its closing quote. */
const openString = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/uy;

type Place = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after-member' | 'after-item' | 'end';

const value = { scalar: 'done', string: 'done', '{': 'first-key', '[': 'first-value' } as const;

/** What may stand at a place, and the place after it; `done` ends a value. */
const grammar: Record<Place, Readonly<Partial<Record<string, Place | 'done'>>>> = {
  value,
  'first-value': { ...value, ']': 'done' },
  key: { string: 'colon' },
  'first-key': { string: 'colon', '}': 'done' },
  colon: { ':': 'value' },
  'after-member': { ',': 'key', '}': 'done' },
  'after-item': { ',': 'value', ']': 'done' },
  end: {},
};

/** A loop with a stack of its own, so that deep nesting cannot exhaust the engine's. */
function findFaultOffset(text: string): number | undefined {
  const open: string[] = [];
  let place: Place = 'value';
  let offset = lengthAt(space, text, 0);
  while (offset < text.length) {
    const { kind, length, isWhole } = readToken(text, offset);
    const next: Place | 'done' | undefined = grammar[place][kind];
    if (next === undefined) return offset;
    if (!isWhole) return offset + length;
    if (kind === '{' || kind === '[') open.push(kind);
    if (kind === '}' || kind === ']') open.pop();
    place = next === 'done' ? placeAfterValue(open.at(-1)) : next;
    offset += length;
    offset += lengthAt(space, text, offset);
  }
  return place === 'end' ? undefined : offset;
}

function readToken(text: string, offset: number): { kind: string; length: number; isWhole: boolean } {
  if (lengthAt(mark, text, offset) === 1) return { kind: text.charAt(offset), length: 1, isWhole: true };
  const stringLength = lengthAt(openString, text, offset);
  if (stringLength > 0) {
    const isWhole = text.charAt(offset + stringLength) === '"';
    return { kind: 'string', length: stringLength + (isWhole ? 1 : 0), isWhole };
  }
  const length = lengthAt(scalar, text, offset);
  return { kind: length > 0 ? 'scalar' : 'nothing', length, isWhole: true };
}

function placeAfterValue(opener: string | undefined): Place {
  if (opener === undefined) return 'end';
  return opener === '{' ? 'after-member' : 'after-item';
}

function lengthAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length ?? 0;
}
