import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { type IndexNames, openDB, type StoreNames } from 'idb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addsUp } from '@/lib/jobs/job-transaction';
import { readJob } from '@/lib/jobs/read-jobs';
import { verifyJournal } from '@/lib/journal/verify-journal';
import { makeVersion1 } from '@/test/fixtures/databases/make-version-1';
import { makeVersion2 } from '@/test/fixtures/databases/make-version-2';
import { type Database, databaseVersion, openDatabase } from './open-database';
import type { RowRecord, SidekickDatabase } from './schema';

type Indexes = { [S in StoreNames<SidekickDatabase>]: Record<IndexNames<SidekickDatabase, S>, string> };

/** Every index that the schema names, and how many of the frozen records stand in it. A new one does not compile without its line. */
const named: Indexes = {
  jobs: { 'by-intent': 'intentId unique: 5', 'by-state': 'state: 5', 'by-decision': 'needsDecision: 1' },
  rowBlocks: { 'by-state': 'states: 12' },
  subjects: { 'by-subject': 'subjects: 9' },
  requests: { 'by-job': 'jobId: 6', 'by-state': 'state: 6', 'by-job-state': 'jobId,state: 6' },
  journal: { 'by-job': 'jobId: 21', 'by-subject': 'subject: 21', 'by-subjects': 'subjects: 0' },
  limits: {},
  drafts: {},
  edits: {},
  crmCache: {},
  keys: {},
  imSettings: {},
  imChanges: {},
  imports: {},
  templates: {},
};

async function open(name: string, whenOutdated?: () => void): Promise<Database> {
  const database = await openDatabase(name, whenOutdated);
  onTestFinished(() => database.close());
  return database;
}

/** A database that version 1 left behind, opened with today's code. */
async function openFrozen() {
  const name = randomUUID();
  const stores = await makeVersion1(name);
  return { stores, database: await open(name) };
}

function describeStores(database: Database) {
  return Array.from(database.objectStoreNames, (storeName) => {
    const { store } = database.transaction(storeName);
    const indexes = Array.from(store.indexNames, (indexName) => {
      const { keyPath, unique, multiEntry } = store.index(indexName as never);
      return { indexName: String(indexName), keyPath, unique, multiEntry };
    });
    return { storeName, keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes };
  });
}

async function countIndexes(database: Database): Promise<Record<string, Record<string, string>>> {
  const counted: Record<string, Record<string, string>> = {};
  for (const { storeName, indexes } of describeStores(database)) {
    const lines: Record<string, string> = {};
    for (const { indexName, keyPath, unique } of indexes) {
      const count = await database.countFromIndex(storeName, indexName as never);
      lines[indexName] = `${keyPath}${unique ? ' unique' : ''}: ${count}`;
    }
    counted[storeName] = lines;
  }
  return counted;
}

describe('a database that version 1 left', () => {
  it('keeps every record', async () => {
    const { stores, database } = await openFrozen();
    const { rows: _, ...others } = stores;
    expect(Array.from(database.objectStoreNames)).toEqual(expect.arrayContaining(Object.keys(others)));
    for (const [storeName, records] of Object.entries(others)) {
      const kept = await database.getAll(storeName as StoreNames<SidekickDatabase>);
      expect(kept, storeName).toHaveLength(records.length);
      // Edits gain their row's place.
      if (storeName !== 'keys')
        for (const record of records) expect(kept, storeName).toContainEqual(expect.objectContaining(record as object));
    }
  });

  it('keeps every row, in a block of its job, and finds it by what it is about', async () => {
    const { stores, database } = await openFrozen();
    const blocks = await database.getAll('rowBlocks');
    const kept = blocks.flatMap(({ jobId, rows }) => rows.map((row) => ({ jobId, ...row })));
    const rows = stores.rows as (RowRecord & { jobId: string; openSubject?: string })[];
    expect(kept).toEqual(rows.map(({ openSubject: _, ...row }) => row));
    for (const { jobId, subject } of rows)
      expect(await database.getAllKeysFromIndex('subjects', 'by-subject', subject)).toContainEqual([jobId, 0]);
  });

  it('gets every index that the schema names, with every record in it', async () => {
    const { database } = await openFrozen();
    expect(await countIndexes(database)).toEqual(named);
  });

  it('still has the device’s key, which opens what it closed and cannot be taken out', async () => {
    const { database } = await openFrozen();
    const [stored] = await database.getAll('keys');
    expect(stored?.key.extractable).toBe(false);
    const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) };
    if (!stored) throw new Error('no key was kept');
    const closed = await crypto.subtle.encrypt(algorithm, stored.key, new TextEncoder().encode('会话'));
    expect(new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, stored.key, closed))).toBe('会话');
  });

  it('has a journal that holds, and jobs whose sums are right', async () => {
    const { database } = await openFrozen();
    expect(await verifyJournal(database)).toEqual({ entries: 21 });
    for (const job of await database.getAll('jobs')) {
      expect(addsUp(job), job.id).toBe(true);
      const { rows } = await readJob(database, job.id, 100);
      expect(rows).toHaveLength(job.total);
      expect(rows.every(({ row, request }) => row.requestId === request?.id)).toBe(true);
    }
  });
});

describe('the numbered migrations', () => {
  it('make of an old database what a new one is', async () => {
    const { database } = await openFrozen();
    const fresh = await open(randomUUID());
    expect(describeStores(database)).toEqual(describeStores(fresh));
    expect([database.version, fresh.version]).toEqual([databaseVersion, databaseVersion]);
  });

  it('each have a frozen database of the version they make', () => {
    const files = readdirSync(new URL('../../test/fixtures/databases', import.meta.url));
    const versions = Array.from({ length: databaseVersion }, (_, index) => `version-${index + 1}.json`);
    expect(files).toEqual(expect.arrayContaining(versions));
  });

  it('leave a database of today’s version as it is', async () => {
    const name = randomUUID();
    const stores = await makeVersion2(name);
    const database = await open(name);
    for (const [storeName, records] of Object.entries(stores))
      expect(await database.getAll(storeName as StoreNames<SidekickDatabase>), storeName).toHaveLength(records.length);
    const fresh = await open(randomUUID());
    expect(describeStores(database)).toEqual(describeStores(fresh));
  });

  it('are not run twice: what was stored since is there when it is opened again', async () => {
    const name = randomUUID();
    await makeVersion1(name);
    const first = await open(name);
    await first.delete('drafts', 'release:');
    await first.put('limits', { id: 'new', calls: [1], notBefore: 2, clockOffsetMs: 3 });
    first.close();
    const again = await open(name);
    expect(await again.getAllKeys('drafts')).toEqual(['release:20230909321']);
    expect(await again.get('limits', 'new')).toEqual({ id: 'new', calls: [1], notBefore: 2, clockOffsetMs: 3 });
    expect(await again.count('journal')).toBe(21);
  });
});

describe('two connections', () => {
  it('of the same version go on side by side, and see each other’s writes', async () => {
    const name = randomUUID();
    let outdated = 0;
    const tell = () => {
      outdated += 1;
    };
    const [one, other] = [await open(name, tell), await open(name, tell)];
    await one.put('limits', { id: 'a', calls: [], notBefore: 1, clockOffsetMs: 0 });
    expect((await other.get('limits', 'a'))?.notBefore).toBe(1);
    expect(outdated).toBe(0);
  });

  it('do not block a newer version: the old one is closed, says so once, and keeps what it had committed', async () => {
    const name = randomUUID();
    const told: string[] = [];
    const old: Database = await open(name, () => {
      told.push(isOpen(old) ? 'told while open' : 'told when closed');
    });
    await old.put('limits', { id: 'a', calls: [7], notBefore: 0, clockOffsetMs: 0 });
    const newer = await openDB(name, databaseVersion + 1, { blocked: () => told.push('blocked') });
    onTestFinished(() => newer.close());
    expect(told).toEqual(['told when closed']);
    expect(newer.version).toBe(databaseVersion + 1);
    expect(await newer.get('limits', 'a')).toMatchObject({ calls: [7] });
  });

  it('finish the transaction that is under way before they make room', async () => {
    const name = randomUUID();
    const old = await open(name);
    const transaction = old.transaction('limits', 'readwrite');
    const newer = openDB(name, databaseVersion + 1);
    for (let place = 0; place < 5; place += 1) {
      await transaction.store.put({ id: `limit-${place}`, calls: [], notBefore: 0, clockOffsetMs: 0 });
    }
    await transaction.done;
    const opened = await newer;
    onTestFinished(() => opened.close());
    expect(await opened.count('limits')).toBe(5);
  });
});

function isOpen(database: Database): boolean {
  try {
    database.transaction('limits');
    return true;
  } catch {
    return false;
  }
}
