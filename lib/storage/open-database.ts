import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { SidekickDatabase } from './schema';

export type Database = IDBPDatabase<SidekickDatabase>;

export const databaseName = 'crm-sidekick';

type Upgrade = IDBPTransaction<SidekickDatabase, StoreNames<SidekickDatabase>[], 'versionchange'>;

/** One step per version, in order; a landed step is never edited, and has a test from a frozen database before it. */
const migrations: readonly ((database: Database, upgrade: Upgrade) => void)[] = [createFirstStores];

export const databaseVersion = migrations.length;

/**
 * Opens the database and brings it up to date.
 * `whenClosed` is called when the connection is gone although nobody closed it: another context wanted a newer
 * version, or the browser cleared its data.
 */
export async function openDatabase(name: string = databaseName, whenClosed: () => void = () => {}): Promise<Database> {
  const database: Database = await openDB<SidekickDatabase>(name, databaseVersion, {
    upgrade(opened, oldVersion, _newVersion, transaction) {
      for (const migrate of migrations.slice(oldVersion)) migrate(opened, transaction);
    },
    blocking() {
      database.close();
      whenClosed();
    },
    terminated() {
      whenClosed();
    },
  });
  return database;
}

function createFirstStores(database: Database): void {
  const jobs = database.createObjectStore('jobs', { keyPath: 'id' });
  jobs.createIndex('by-intent', 'intentId', { unique: true });
  jobs.createIndex('by-state', 'state');
  jobs.createIndex('by-decision', 'needsDecision');
  const rows = database.createObjectStore('rows', { keyPath: ['jobId', 'index'] });
  rows.createIndex('by-state', ['jobId', 'state']);
  rows.createIndex('by-open-subject', 'openSubject');
  rows.createIndex('by-subject', 'subject');
  const requests = database.createObjectStore('requests', { keyPath: 'id' });
  requests.createIndex('by-job', 'jobId');
  requests.createIndex('by-state', 'state');
  const journal = database.createObjectStore('journal', { keyPath: 'sequence' });
  journal.createIndex('by-job', 'jobId');
  journal.createIndex('by-subject', 'subject');
  database.createObjectStore('limits', { keyPath: 'id' });
  database.createObjectStore('drafts', { keyPath: 'scope' });
  database.createObjectStore('edits', { keyPath: 'jobId' });
  database.createObjectStore('crmCache', { keyPath: 'id' });
  database.createObjectStore('keys', { keyPath: 'id' });
  database.createObjectStore('imSettings', { keyPath: 'id' });
  database.createObjectStore('imChanges', { keyPath: ['cacheId', 'number'] });
}
