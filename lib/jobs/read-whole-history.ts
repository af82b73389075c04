import type { JournalEntry } from '@/lib/storage/journal-records';
import type { Database } from '@/lib/storage/open-database';
import { type RowState, rowStates } from '@/lib/storage/schema';
import { type HistoryEntry, readHistory } from './read-jobs';

/** Entries looked at for one object, newest first: far more than its last jobs wrote. */
const mostLookedAt = 200;

export interface WholeHistoryEntry extends HistoryEntry {
  /** The job was cleared; the journal still tells of it. */
  isCleared?: true;
}

/** What was done here with one object, newest first, by its jobs and, where these were cleared, by the journal. */
export async function readWholeHistory(
  database: Database,
  subject: string,
  limit: number,
): Promise<WholeHistoryEntry[]> {
  const entries: WholeHistoryEntry[] = await readHistory(database, subject, limit);
  if (entries.length >= limit || subject === '') return entries;
  for (const [jobId, told] of Map.groupBy(await readTold(database, subject), (entry) => entry.jobId ?? '')) {
    const isKnown = jobId === '' || entries.some((entry) => entry.jobId === jobId);
    const state = told.map(stateOf).find((found) => found !== undefined);
    const [last] = told;
    if (isKnown || !state || !last || (await database.getKey('jobs', jobId))) continue;
    const operatorName = told.find(({ operator }) => operator?.name)?.operator?.name;
    const connectionId = last.connection?.id;
    entries.push({
      jobId,
      connectionId,
      operation: last.operation ?? '',
      state,
      at: last.at,
      operatorName,
      isCleared: true,
    });
  }
  return entries.sort((one, other) => other.at - one.at).slice(0, limit);
}

/** What the journal says of it, newest first. */
async function readTold(database: Database, subject: string): Promise<JournalEntry[]> {
  const { store } = database.transaction('journal');
  const keys = await Promise.all([
    store.index('by-subject').getAllKeys(subject),
    store.index('by-subjects').getAllKeys(subject),
  ]);
  const newest = [...new Set(keys.flat())].sort((one, other) => other - one).slice(0, mostLookedAt);
  const entries = await Promise.all(newest.map((key) => store.get(key)));
  return entries.filter((entry) => entry !== undefined);
}

/** What an entry says that became of a row; nothing where it tells of something else. */
function stateOf({ event, outcome = '' }: JournalEntry): RowState | undefined {
  if (event === 'called-off') return 'cancelled';
  if (event === 'skipped') return 'skipped';
  if (event === 'decided') return ({ 'mark-succeeded': 'succeeded', 'mark-failed': 'failed' } as const)[outcome];
  return rowStates.find((state) => state === outcome);
}
