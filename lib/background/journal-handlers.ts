import { appendEntry } from '@/lib/journal/append-entry';
import { beginExport, exportSome } from '@/lib/journal/export-journal';
import { type JournalFilter, maskFilter } from '@/lib/journal/filter-entries';
import type { JournalHead } from '@/lib/journal/journal-head';
import { readJournal } from '@/lib/journal/read-journal';
import { verifySome } from '@/lib/journal/verify-journal';
import { canonicalJson } from '@/lib/json/canonical-json';
import type { Settings } from '@/lib/settings/settings';
import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction } from '@/lib/storage/write-transaction';
import type { Clock } from '@/lib/time/clock';
import type { HandlersOf } from './handlers';

const pageSize = 50;

export interface JournalParts {
  database: Database;
  head: JournalHead;
  settings(): Promise<Settings>;
  clock: Clock;
  /** Tells the surfaces that there is a new entry. */
  changed(): void;
}

export function createJournalHandlers({
  database,
  head,
  settings,
  clock,
  changed,
}: JournalParts): HandlersOf<'journal'> {
  /** Written down before anything is handed out; it is the last entry of an export of everything. */
  async function recordExport(filter: JournalFilter | undefined): Promise<number> {
    const { operator } = await settings();
    const asked = maskFilter(filter ?? {});
    const note = Object.keys(asked).length === 0 ? undefined : canonicalJson(asked);
    const facts = { at: clock(), event: 'exported', operator: operator.id ? operator : undefined, note } as const;
    const sequence = await inWriteTransaction(database, ['journal'], (transaction) => appendEntry(transaction, facts));
    changed();
    return sequence;
  }

  return {
    'journal.read': (question) => readJournal(database, { ...question, limit: pageSize }),
    'journal.verify': async ({ from }) => head.judge(await verifySome(database, from)),
    'journal.export': async ({ filter, cursor }) =>
      cursor ? exportSome(database, cursor) : beginExport(clock(), await recordExport(filter), filter),
  };
}
