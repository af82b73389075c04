import { readJournal, verifyJournal } from '@/lib/journal/read-journal';
import type { Database } from '@/lib/storage/open-database';
import type { HandlersOf } from './handlers';

const pageSize = 50;

export function createJournalHandlers(database: Database): HandlersOf<'journal'> {
  return {
    'journal.read': ({ before, jobId }) => readJournal(database, { before, jobId, limit: pageSize }),
    'journal.verify': () => verifyJournal(database),
  };
}
