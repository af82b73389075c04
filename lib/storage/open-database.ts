import { type IDBPDatabase, openDB } from 'idb';
import { createFirstStores } from './migrations/version-1';
import { putRowsIntoBlocks } from './migrations/version-2';
import type { SidekickDatabase } from './schema';

export type Database = IDBPDatabase<SidekickDatabase>;

export const databaseName = 'crm-sidekick';

/** One step per version, in order; a landed step is never edited, and has a test from a frozen database before it. */
const migrations = [createFirstStores, putRowsIntoBlocks] as const;

export const databaseVersion = migrations.length;

/**
 * Opens the database and brings it up to date.
 * `whenClosed` is called when the connection is gone although nobody closed it: another context wanted a newer
 * version, or the browser cleared its data.
 */
export async function openDatabase(name: string = databaseName, whenClosed: () => void = () => {}): Promise<Database> {
  const database: Database = await openDB<SidekickDatabase>(name, databaseVersion, {
    async upgrade(opened, oldVersion, _newVersion, transaction) {
      for (const migrate of migrations.slice(oldVersion)) await migrate(opened as never, transaction as never);
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
