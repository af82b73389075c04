import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/storage/open-database';
import type { JournalEntry } from '@/lib/storage/schema';
import { openTestDatabase } from '@/test/fakes/job-world';
import { appendAll, threeEntriesEach } from '@/test/fakes/journal-world';
import { firstPreviousHash, hashEntry } from './entry-hash';
import { readJournal, verifyJournal } from './read-journal';

async function journalOfSix(): Promise<Database> {
  const database = await openTestDatabase();
  await appendAll(database, ...threeEntriesEach('1', '2'));
  return database;
}

/** Rewrites the stored entries behind the product's back, as somebody with the profile's files could. */
async function tamper(database: Database, rewrite: (entries: JournalEntry[]) => JournalEntry[]): Promise<void> {
  const entries = rewrite(await database.getAll('journal'));
  await database.clear('journal');
  for (const entry of entries) await database.put('journal', entry);
}

function rehashed(entry: JournalEntry, change: Partial<JournalEntry>): JournalEntry {
  const changed = { ...entry, ...change };
  return { ...changed, hash: hashEntry(changed) };
}

/** A whole new chain over these entries, as only somebody with our code could make it. */
function chainedAnew(entries: JournalEntry[]): JournalEntry[] {
  let previousHash = firstPreviousHash;
  return entries.map((entry) => {
    const chained = rehashed(entry, { previousHash });
    previousHash = chained.hash;
    return chained;
  });
}

const change = (sequence: number, part: Partial<JournalEntry>) => (entries: JournalEntry[]) =>
  entries.map((entry) => (entry.sequence === sequence ? { ...entry, ...part } : entry));

describe('verifying', () => {
  it('finds nothing wrong with what was written, nor with an empty journal', async () => {
    expect(await verifyJournal(await journalOfSix())).toEqual({ entries: 6 });
    expect(await verifyJournal(await openTestDatabase())).toEqual({ entries: 0 });
  });

  it.each<[string, number, (entries: JournalEntry[]) => JournalEntry[]]>([
    ['a changed subject', 3, change(3, { subject: '9' })],
    ['a changed time', 1, change(1, { at: 0 })],
    ['a changed outcome', 6, change(6, { outcome: 'succeeded' })],
    ['a changed hash', 2, change(2, { hash: '0'.repeat(64) })],
    [
      'a member taken away',
      4,
      (all) => all.map(({ memo, ...rest }) => (rest.sequence === 4 ? rest : { ...rest, memo })),
    ],
    ['a member put in', 5, change(5, { note: '' })],
    ['the first removed', 1, (all) => all.slice(1)],
    ['one removed in the middle', 4, (all) => all.filter(({ sequence }) => sequence !== 4)],
    [
      'one removed in the middle, the later ones numbered anew',
      4,
      (all) =>
        all
          .filter(({ sequence }) => sequence !== 4)
          .map((entry) => (entry.sequence > 4 ? rehashed(entry, { sequence: entry.sequence - 1 }) : entry)),
    ],
    [
      'a number left out, all hashed anew from there',
      4,
      (all) => chainedAnew(all.map((entry) => ({ ...entry, sequence: entry.sequence + (entry.sequence > 3 ? 1 : 0) }))),
    ],
    [
      'two that changed places',
      2,
      (all) => all.map((entry) => ({ ...entry, sequence: { 2: 3, 3: 2 }[entry.sequence] ?? entry.sequence })),
    ],
    [
      'two that changed places, hashed anew',
      2,
      (all) => all.map((entry) => rehashed(entry, { sequence: { 2: 3, 3: 2 }[entry.sequence] ?? entry.sequence })),
    ],
    [
      'one put in between, the later ones numbered anew',
      4,
      (all) =>
        all.flatMap((entry) => {
          const moved = entry.sequence > 3 ? rehashed(entry, { sequence: entry.sequence + 1 }) : entry;
          return entry.sequence === 3 ? [moved, rehashed(entry, { sequence: 4, event: 'decided' })] : [moved];
        }),
    ],
    [
      'one put in between two numbers',
      4,
      (all) => [...all, ...all.slice(2, 3).map((entry) => rehashed(entry, { sequence: 3.5 }))],
    ],
    [
      'a changed one, hashed anew: the next no longer points to it',
      4,
      (all) => all.map((entry) => (entry.sequence === 3 ? rehashed(entry, { subject: '9' }) : entry)),
    ],
  ])('finds %s, and says where', async (_what, brokenAt, rewrite) => {
    const database = await journalOfSix();
    await tamper(database, rewrite);
    expect(await verifyJournal(database)).toEqual({ entries: brokenAt - 1, brokenAt });
  });
});

describe('reading', () => {
  const sequences = ({ entries }: { entries: JournalEntry[] }) => entries.map(({ sequence }) => sequence);

  it('begins with the newest, and goes on from below the last one shown', async () => {
    const database = await journalOfSix();
    const first = await readJournal(database, { limit: 4 });
    expect([sequences(first), first.more]).toEqual([[6, 5, 4, 3], true]);
    const second = await readJournal(database, { before: 3, limit: 4 });
    expect([sequences(second), second.more]).toEqual([[2, 1], false]);
  });

  it('does not promise more when a page ends with the first entry', async () => {
    const database = await journalOfSix();
    expect((await readJournal(database, { limit: 6 })).more).toBe(false);
    expect((await readJournal(database, { limit: 5 })).more).toBe(true);
    expect(await readJournal(database, { before: 1, limit: 5 })).toEqual({ entries: [], more: false });
  });

  it('of one job shows its entries only, page by page', async () => {
    const database = await journalOfSix();
    await appendAll(database, ...threeEntriesEach('1'));
    const first = await readJournal(database, { jobId: 'job-1', limit: 4 });
    expect([sequences(first), first.more]).toEqual([[9, 8, 7, 3], true]);
    const second = await readJournal(database, { jobId: 'job-1', before: 3, limit: 4 });
    expect([sequences(second), second.more]).toEqual([[2, 1], false]);
    expect(await readJournal(database, { jobId: 'nobody', limit: 4 })).toEqual({ entries: [], more: false });
  });

  it('does not say that there is more when only other jobs’ entries follow', async () => {
    const database = await journalOfSix();
    expect(await readJournal(database, { jobId: 'job-2', limit: 3 })).toMatchObject({ more: false });
  });
});
