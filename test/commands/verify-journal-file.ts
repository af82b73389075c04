import { createHash } from 'node:crypto';

/** What the lines of an exported journal show. A second implementation: nothing of the product's own is used here. */
export type Finding =
  | { kind: 'whole'; entries: number; lastSequence: number; lastHash: string; filter?: unknown }
  | { kind: 'broken'; line: number; sequence?: number; what: string }
  | { kind: 'unreadable'; what: string };

type Json = { [name: string]: unknown };

/** One entry's line; `fault` says what is wrong with it for itself. */
type Entry = { line: number; sequence: number; hash: string; previousHash: string; fault?: string };

const format = 'crm-sidekick-journal';
const noHash = '0'.repeat(64);
const asWritten = 'changed: the line is not the text that was written';

/** A line and what it holds; `value` is undefined where it is no JSON object, or one too deep to be read. */
type Line = { line: number; bytes: number; text: string | undefined; value: Json | undefined };

/** A file in its parts: its first line, the entries, its last line, and what should not be there. */
type Parts = { head: Line | undefined; entries: Entry[]; foot: Line | undefined; after: Line[] };

/** `lines`: the file's lines as bytes, without their line ends; a file that ends with a line end has an empty last line. */
export async function verifyLines(lines: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Finding> {
  const parts: Parts = { head: undefined, entries: [], foot: undefined, after: [] };
  let number = 0;
  for await (const bytes of lines) {
    number += 1;
    const line = readLine(number, bytes);
    if (!parts.head) {
      if (line.value?.format !== format) return unreadable('line 1 is not the first line of a journal export');
      if (line.value.version !== 1)
        return unreadable(`version ${canonical(line.value.version)} of the format is not known`);
      parts.head = line;
    } else if (parts.foot) parts.after.push(line);
    else if (line.value?.format === format) parts.foot = line;
    else parts.entries.push(readEntry(line));
  }
  return judge(parts);
}

function judge({ head, entries, foot, after }: Parts): Finding {
  if (!head?.value) return unreadable('the file is empty');
  if (head.text !== canonical(head.value)) return { kind: 'broken', line: 1, what: asWritten };
  if (foot && !repeats(foot, head.value))
    return { kind: 'broken', line: 1, what: `changed: line ${foot.line} repeats this line, and says something else` };
  // Without its last line a file ends with a line end or within an entry: neither is an entry.
  if (!foot && entries.at(-1)?.fault !== undefined) entries.pop();
  return judgeEntries(entries, dueIn(head.value, entries, foot?.value)) ?? judgeEnd(head.value, entries, foot, after);
}

function unreadable(what: string): Finding {
  return { kind: 'unreadable', what };
}

function readLine(line: number, bytes: Uint8Array): Line {
  const text = decode(bytes);
  return { line, bytes: bytes.length, text, value: text === undefined ? undefined : parse(text) };
}

/**
 * Which entry is due where. An export of everything holds them all; of a filtered one the last line names them, unless
 * that line itself is the one that does not fit: as many entries as it counts, and in their order.
 */
function dueIn(head: Json, entries: readonly Entry[], foot: Json | undefined): (index: number) => number | undefined {
  if (!('filter' in head)) return (index) => index + 1;
  const isRising = entries.every(({ sequence }, index) => sequence > (entries[index - 1]?.sequence ?? 0));
  if (!foot || (isRising && foot.entries === entries.length)) return (index) => entries[index]?.sequence;
  const named = readSequences(foot.sequences);
  return (index) => named[index];
}

function judgeEnd(head: Json, entries: readonly Entry[], foot: Line | undefined, after: readonly Line[]): Finding {
  const last = entries.at(-1);
  const cutOff = (line: number): Finding => ({
    kind: 'broken',
    line,
    what: `cut off: after ${last ? `entry ${last.sequence}` : 'the first line'} the export’s own end is missing`,
  });
  if (!foot?.value) return cutOff((last?.line ?? 1) + 1);
  const closing = closingLine(head, entries);
  const fits = foot.text === canonical(closing);
  const [end, ...others] = after;
  if (!fits && (others.length > 0 || (end?.bytes ?? 0) > 0))
    return { kind: 'broken', line: foot.line, what: 'moved: this is an export’s last line, and lines follow' };
  if (!fits) return judgeFoot(foot.line, foot.value, closing);
  if (!end) return { kind: 'broken', line: foot.line, what: 'cut off: the last line has no line end' };
  if (end.bytes > 0 || others.length > 0)
    return { kind: 'broken', line: end.line, what: 'added: the export ended on the line before' };
  return {
    kind: 'whole',
    entries: entries.length,
    lastSequence: closing.lastSequence,
    lastHash: closing.lastHash,
    ...('filter' in head ? { filter: head.filter } : {}),
  };
}

function readEntry({ line, text, value }: Line): Entry {
  const { sequence, hash, previousHash } = value ?? {};
  const entry = {
    line,
    sequence: typeof sequence === 'number' ? sequence : Number.NaN,
    hash: typeof hash === 'string' ? hash : '',
    previousHash: typeof previousHash === 'string' ? previousHash : '',
  };
  if (value === undefined) return { ...entry, fault: 'changed: the line is not readable' };
  if (text !== canonical(value)) return { ...entry, fault: asWritten };
  const { hash: _own, ...covered } = value;
  const isOwn = sha256(canonical(covered)) === hash;
  return isOwn ? entry : { ...entry, fault: 'changed: its content does not fit its hash' };
}

/** The first fault in the order of the lines. */
function judgeEntries(entries: readonly Entry[], dueAt: ReturnType<typeof dueIn>): Finding | undefined {
  let before: Entry | undefined;
  for (const [index, entry] of entries.entries()) {
    const { line, sequence, fault } = entry;
    const found = Number.isNaN(sequence) ? {} : { sequence };
    if (fault) return { kind: 'broken', line, ...found, what: fault };
    const due = dueAt(index);
    if (sequence !== due) return misplaced(entries, index, due);
    const isNext = sequence === (before?.sequence ?? 0) + 1;
    if (isNext && entry.previousHash !== (before?.hash ?? noHash))
      return { kind: 'broken', line, sequence, what: 'not linked: it was made for another entry before it' };
    before = entry;
  }
  return undefined;
}

/** Another entry stands where `due` should: which of the two is out of its place? */
function misplaced(entries: readonly Entry[], index: number, due: number | undefined): Finding {
  const { line, sequence } = entries[index] ?? { line: 0, sequence: 0 };
  const places = (wanted: number | undefined) => entries.filter((entry) => entry.sequence === wanted);
  const broken = { kind: 'broken', line, sequence } as const;
  if (places(sequence).length > 1) {
    const other = places(sequence).find((entry) => entry.line !== line);
    return { ...broken, what: `duplicated: it stands on line ${other?.line} as well` };
  }
  if (due === undefined) return { ...broken, what: 'added: the last line does not name it' };
  const [elsewhere] = places(due);
  if (elsewhere) return { ...broken, what: `moved: entry ${due} belongs here, which stands on line ${elsewhere.line}` };
  return { kind: 'broken', line, sequence: due, what: `removed: entry ${sequence} stands where it was` };
}

function closingLine(head: Json, entries: readonly Entry[]) {
  const last = entries.at(-1);
  return {
    ...head,
    entries: entries.length,
    lastSequence: last?.sequence ?? 0,
    lastHash: last?.hash ?? noHash,
    sequences: writeSequences(entries.map(({ sequence }) => sequence)),
  };
}

function judgeFoot(line: number, foot: Json, closing: ReturnType<typeof closingLine>): Finding {
  const missing = readSequences(foot.sequences).find((sequence) => sequence > closing.lastSequence);
  if (missing !== undefined && foot.entries !== closing.entries)
    return { kind: 'broken', line, sequence: missing, what: 'removed: the last line says that it stood here' };
  return { kind: 'broken', line, what: 'changed: the last line does not fit the lines before it' };
}

/** The last line repeats the first, which no hash covers. Where they differ, either may have been changed. */
function repeats(foot: Line, head: Json): boolean {
  const { entries: _entries, lastSequence: _last, lastHash: _hash, sequences: _all, ...repeated } = foot.value ?? {};
  return canonical(repeated) === canonical(head);
}

/** “1-3,7” → 1, 2, 3, 7. What is no such text is an empty list: the closing line is then found to be changed. */
function readSequences(text: unknown): number[] {
  if (typeof text !== 'string' || !/^\d{1,9}(-\d{1,9})?(,\d{1,9}(-\d{1,9})?)*$/.test(text)) return [];
  const numbers: number[] = [];
  for (const run of text.split(',')) {
    const [from = 0, to = from] = run.split('-').map(Number);
    for (let sequence = from; sequence <= to && numbers.length < 10_000_000; sequence += 1) numbers.push(sequence);
  }
  return numbers;
}

function writeSequences(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const sequence of numbers) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === sequence) run[1] = sequence;
    else runs.push([sequence, sequence]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    canonical(value); // the stack ends before a line made to be deep does
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** Names in code-unit order, no white space. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Json)[name])}`).join()}}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
