import type { JournalEntry } from '@/lib/storage/journal-records';
import type { Database } from '@/lib/storage/open-database';
import { createFilter, type JournalFilter } from './filter-entries';

export interface JournalQuestion {
  /** Entries below this sequence number only: where an earlier answer's `next` left off. */
  before?: number | undefined;
  /** Entries above this sequence number only: what was written since. */
  after?: number | undefined;
  jobId?: string | undefined;
  filter?: JournalFilter | undefined;
  limit: number;
}

export interface JournalPage {
  /** Newest first. */
  entries: JournalEntry[];
  /** Ask again with `before: next`; absent where nothing can follow. There may be more even where `entries` is empty. */
  next?: number;
  /** The sequence number of the newest entry there is; 0 for an empty journal. */
  newest: number;
}

/** Entries looked at in one call: about 20 ms of work, so that nothing else waits for a search. */
const mostExamined = 2000;
const readAtOnce = 250;

/** The newest entries that are asked for. However long the journal, one call looks at a bounded part of it. */
export async function readJournal(database: Database, question: JournalQuestion): Promise<JournalPage> {
  const newest = await newestSequence(database);
  const top = Math.min(question.before ?? newest + 1, newest + 1);
  const floor = question.after ?? 0;
  const isWanted = createFilter(question.filter);
  const batches =
    question.jobId === undefined
      ? everyEntry(database, top, floor)
      : entriesOfJob(database, question.jobId, top, floor);
  const entries: JournalEntry[] = [];
  let examined = 0;
  let next = top;
  for await (const batch of batches) {
    for (const entry of batch.entries) {
      if (!isWanted(entry)) continue;
      // One more than fits: there is more for certain.
      if (entries.length === question.limit) return { entries, next, newest };
      entries.push(entry);
      next = entry.sequence;
    }
    next = batch.downTo;
    examined += readAtOnce;
    if (batch.isLast) return { entries, newest };
    if (examined >= mostExamined) break;
  }
  return { entries, next, newest };
}

/** `downTo`: everything from this number upwards has been read. */
interface Batch {
  entries: JournalEntry[];
  downTo: number;
  isLast: boolean;
}

async function* everyEntry(database: Database, top: number, floor: number): AsyncGenerator<Batch> {
  for (let before = top; ; before -= readAtOnce) {
    const downTo = Math.max(before - readAtOnce, floor + 1);
    const isLast = downTo <= floor + 1;
    if (before <= downTo) return yield { entries: [], downTo, isLast: true };
    const entries = await database.getAll('journal', IDBKeyRange.bound(downTo, before, false, true));
    yield { entries: entries.reverse(), downTo, isLast };
  }
}

async function* entriesOfJob(database: Database, jobId: string, top: number, floor: number): AsyncGenerator<Batch> {
  const all = await database.getAllKeysFromIndex('journal', 'by-job', jobId);
  const keys = all.filter((key) => key < top && key > floor).reverse();
  for (let from = 0; ; from += readAtOnce) {
    const some = keys.slice(from, from + readAtOnce);
    const { store } = database.transaction('journal');
    const entries = await Promise.all(some.map((key) => store.get(key)));
    yield {
      entries: entries.filter((entry) => entry !== undefined),
      downTo: some.at(-1) ?? floor,
      isLast: from + readAtOnce >= keys.length,
    };
  }
}

async function newestSequence(database: Database): Promise<number> {
  const newest = await database.transaction('journal').store.openKeyCursor(null, 'prev');
  return newest?.primaryKey ?? 0;
}
