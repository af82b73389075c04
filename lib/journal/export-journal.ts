import { canonicalJson } from '@/lib/json/canonical-json';
import type { JournalEntry } from '@/lib/storage/journal-records';
import type { Database } from '@/lib/storage/open-database';
import { firstPreviousHash } from './entry-hash';
import { createFilter, type JournalFilter, maskFilter } from './filter-entries';

/** How far an export has come. The worker keeps nothing between two calls: it may be another by then. */
export interface ExportCursor {
  /** When it began, ISO 8601. */
  exportedAt: string;
  filter?: JournalFilter | undefined;
  /** Read up to here, */
  after: number;
  /** and to be read up to here. */
  upTo: number;
  /** What has been written: how many, the last one, and all their numbers as “1-5,9,”, the last run being open. */
  entries: number;
  lastSequence: number;
  lastHash: string;
  closedRuns: string;
  runFrom: number;
}

export interface ExportedPart {
  /** Whole lines. */
  text: string;
  cursor: ExportCursor;
  /** False once the last line was written. */
  more: boolean;
}

const readAtOnce = 250;
const readInOneCall = 2000;
/** A message holds 64 MB at most; entries of many objects are long. */
const mostCharacters = 1_000_000;

/** The first line of the file, which says what it is. `upTo`: the newest entry that is to be in it. */
export function beginExport(nowMs: number, upTo: number, filter?: JournalFilter): ExportedPart {
  const exportedAt = new Date(nowMs).toISOString();
  const begun = { exportedAt, after: 0, upTo, entries: 0, lastSequence: 0, lastHash: firstPreviousHash };
  const cursor: ExportCursor = { ...begun, filter, closedRuns: '', runFrom: 0 };
  return { text: line(headOf(cursor)), cursor, more: true };
}

/** The next lines: entries oldest first, each in its canonical text, and at the end a line that counts them. */
export async function exportSome(database: Database, before: ExportCursor): Promise<ExportedPart> {
  const isWanted = createFilter(before.filter);
  const cursor = { ...before };
  const until = cursor.after + readInOneCall;
  let text = '';
  while (cursor.after < Math.min(cursor.upTo, until) && text.length < mostCharacters) {
    const last = Math.min(cursor.after + readAtOnce, cursor.upTo);
    for (const entry of await database.getAll('journal', IDBKeyRange.bound(cursor.after, last, true, false))) {
      if (!isWanted(entry)) continue;
      text += line(entry);
      count(cursor, entry);
    }
    cursor.after = last;
  }
  const more = cursor.after < cursor.upTo;
  return { text: more ? text : text + line(footOf(cursor)), cursor, more };
}

function count(cursor: ExportCursor, { sequence, hash }: JournalEntry): void {
  if (cursor.entries === 0) cursor.runFrom = sequence;
  else if (sequence !== cursor.lastSequence + 1) {
    cursor.closedRuns += `${run(cursor)},`;
    cursor.runFrom = sequence;
  }
  cursor.entries += 1;
  cursor.lastSequence = sequence;
  cursor.lastHash = hash;
}

function run({ runFrom, lastSequence }: ExportCursor): string {
  return runFrom === lastSequence ? `${runFrom}` : `${runFrom}-${lastSequence}`;
}

function headOf({ exportedAt, filter }: ExportCursor) {
  const asked = maskFilter(filter ?? {});
  const isAll = Object.keys(asked).length === 0;
  return { format: 'crm-sidekick-journal', version: 1, exportedAt, ...(isAll ? {} : { filter: asked }) };
}

/** Repeats the first line, which no hash covers, and names every entry, so that one that is missing has a name. */
function footOf(cursor: ExportCursor) {
  const { entries, lastSequence, lastHash, closedRuns } = cursor;
  const sequences = entries === 0 ? '' : closedRuns + run(cursor);
  return { ...headOf(cursor), entries, lastSequence, lastHash, sequences };
}

function line(value: unknown): string {
  return `${canonicalJson(value)}\n`;
}
