import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '@/lib/storage/journal-records';
import type { Database } from '@/lib/storage/open-database';
import { openTestDatabase } from '@/test/fakes/job-world';
import { appendAll, chainOf, plantJournal, threeEntriesEach } from '@/test/fakes/journal-world';
import { hashEntry } from './entry-hash';
import { type JournalProblem, verifyJournal, verifySome } from './verify-journal';

async function journalOfSix(): Promise<Database> {
  const database = await openTestDatabase();
  await appendAll(database, ...threeEntriesEach('1', '2'));
  return database;
}

async function tamper(database: Database, rewrite: (entries: JournalEntry[]) => JournalEntry[]): Promise<void> {
  await plantJournal(database, rewrite(await database.getAll('journal')));
}

function rehashed(entry: JournalEntry, change: Partial<JournalEntry>): JournalEntry {
  const changed = { ...entry, ...change };
  return { ...changed, hash: hashEntry(changed) };
}

const change = (sequence: number, part: Partial<JournalEntry>) => (entries: JournalEntry[]) =>
  entries.map((entry) => (entry.sequence === sequence ? { ...entry, ...part } : entry));

describe('verifying', () => {
  it('finds nothing wrong with what was written, nor with an empty journal', async () => {
    expect(await verifyJournal(await journalOfSix())).toEqual({ entries: 6 });
    expect(await verifyJournal(await openTestDatabase())).toEqual({ entries: 0 });
  });

  it.each<[string, JournalProblem, number, (entries: JournalEntry[]) => JournalEntry[]]>([
    ['a changed subject', 'changed', 3, change(3, { subject: '9' })],
    ['a changed time', 'changed', 1, change(1, { at: 0 })],
    ['a changed outcome', 'changed', 6, change(6, { outcome: 'succeeded' })],
    ['a changed hash', 'changed', 2, change(2, { hash: '0'.repeat(64) })],
    [
      'a member taken away',
      'changed',
      4,
      (all) => all.map(({ memo, ...rest }) => (rest.sequence === 4 ? rest : { ...rest, memo })),
    ],
    ['a member put in', 'changed', 5, change(5, { note: '' })],
    ['the first removed', 'missing', 1, (all) => all.slice(1)],
    ['one removed in the middle', 'missing', 4, (all) => all.filter(({ sequence }) => sequence !== 4)],
    [
      'one removed in the middle, the later ones numbered anew',
      'unlinked',
      4,
      (all) =>
        all
          .filter(({ sequence }) => sequence !== 4)
          .map((entry) => (entry.sequence > 4 ? rehashed(entry, { sequence: entry.sequence - 1 }) : entry)),
    ],
    [
      'a number left out, all hashed anew from there',
      'missing',
      4,
      (all) => {
        let previousHash = all[2]?.hash ?? '';
        return all.map((entry) => {
          if (entry.sequence < 4) return entry;
          const moved = rehashed(entry, { sequence: entry.sequence + 1, previousHash });
          previousHash = moved.hash;
          return moved;
        });
      },
    ],
    [
      'two that changed places',
      'changed',
      2,
      (all) => all.map((entry) => ({ ...entry, sequence: { 2: 3, 3: 2 }[entry.sequence] ?? entry.sequence })),
    ],
    [
      'two that changed places, hashed anew',
      'unlinked',
      2,
      (all) => all.map((entry) => rehashed(entry, { sequence: { 2: 3, 3: 2 }[entry.sequence] ?? entry.sequence })),
    ],
    [
      'one put in between, the later ones numbered anew',
      'unlinked',
      4,
      (all) =>
        all.flatMap((entry) => {
          const moved = entry.sequence > 3 ? rehashed(entry, { sequence: entry.sequence + 1 }) : entry;
          return entry.sequence === 3 ? [moved, rehashed(entry, { sequence: 4, event: 'decided' })] : [moved];
        }),
    ],
    [
      'one put in between two numbers',
      'missing',
      4,
      (all) => [...all, ...all.slice(2, 3).map((entry) => rehashed(entry, { sequence: 3.5 }))],
    ],
    [
      'a changed one, hashed anew: the next no longer points to it',
      'unlinked',
      4,
      (all) => all.map((entry) => (entry.sequence === 3 ? rehashed(entry, { subject: '9' }) : entry)),
    ],
  ])('finds %s (%s), and says where', async (_what, problem, brokenAt, rewrite) => {
    const database = await journalOfSix();
    await tamper(database, rewrite);
    expect(await verifyJournal(database)).toEqual({ entries: brokenAt - 1, brokenAt, problem });
  });
});

describe('verifying in parts', () => {
  const many = Array.from({ length: 4500 }, (_, index) => ({ at: index, event: 'sent' as const, subject: `${index}` }));

  it('goes on where it left off, telling how far it is, to the same result', async () => {
    const database = await openTestDatabase();
    await plantJournal(database, chainOf(many));
    const first = await verifySome(database);
    expect(first).toMatchObject({ entries: 2000, next: { sequence: 2000, of: 4500 } });
    const second = await verifySome(database, first.next);
    expect(second).toMatchObject({ entries: 4000, next: { sequence: 4000 } });
    expect(await verifySome(database, second.next)).toEqual({ entries: 4500 });
    expect(await verifyJournal(database)).toEqual({ entries: 4500 });
  });

  it('finds a fault in a later part, and at the seam of two', async () => {
    const database = await openTestDatabase();
    const chain = chainOf(many);
    for (const at of [2001, 3999, 4500]) {
      await plantJournal(
        database,
        chain.map((entry) => (entry.sequence === at ? { ...entry, subject: '?' } : entry)),
      );
      expect(await verifyJournal(database)).toEqual({ entries: at - 1, brokenAt: at, problem: 'changed' });
    }
  });

  it('ends where what was found whole is the end', async () => {
    const database = await openTestDatabase();
    const chain = chainOf(many.slice(0, 2000));
    await plantJournal(database, chain);
    const first = await verifySome(database);
    expect(first.next).toMatchObject({ sequence: 2000, of: 2000 });
    expect(await verifySome(database, first.next)).toEqual({ entries: 2000 });
  });
});

it('any single member of any entry, changed, is found in its place', async () => {
  const facts = Array.from({ length: 12 }, (_, index) => ({
    ...{ at: index, event: 'answered' as const, jobId: 'job', operation: 'sell-cards', key: `K${index}` },
    ...{ subjects: [`00${index}`, `01${index}`], outcome: 'succeeded', memo: '老板不接受', attempt: 1 },
  }));
  const chain = chainOf(facts);
  const members = [
    'at',
    'event',
    'jobId',
    'operation',
    'key',
    'subjects',
    'outcome',
    'memo',
    'hash',
    'previousHash',
  ] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: chain.length }),
      fc.constantFrom(...members),
      fc.jsonValue(),
      async (at, member, value) => {
        const target = chain[at - 1];
        fc.pre(JSON.stringify(target?.[member]) !== JSON.stringify(value));
        const database = await openTestDatabase();
        const planted = chain.map((entry) => (entry === target ? { ...entry, [member]: value } : entry));
        await plantJournal(database, planted as typeof chain);
        expect(await verifyJournal(database)).toMatchObject({ entries: at - 1, brokenAt: at });
        database.close();
      },
    ),
    { numRuns: 150 },
  );
});
