import { describe, expect, it } from 'vitest';
import type { JournalFacts } from '@/lib/storage/journal-records';
import { openTestDatabase } from '@/test/fakes/job-world';
import { appendAll, threeEntriesEach } from '@/test/fakes/journal-world';
import { appendEntry } from './append-entry';
import { firstPreviousHash, hashEntry } from './entry-hash';
import { verifyJournal } from './verify-journal';

const facts: JournalFacts = { at: 1793257200000, event: 'asked', subject: '20191214888' };

describe('an appended entry', () => {
  it('points back to the one before, the first to nothing', async () => {
    const database = await openTestDatabase();
    await appendAll(database, ...threeEntriesEach('1', '2'));
    const entries = await database.getAll('journal');
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(entries.map(({ previousHash }) => previousHash)).toEqual([
      firstPreviousHash,
      ...entries.slice(0, -1).map(({ hash }) => hash),
    ]);
    for (const entry of entries) expect(entry.hash).toBe(hashEntry(entry));
  });

  it('keeps no member that is undefined, so that what is stored is what was hashed', async () => {
    const database = await openTestDatabase();
    await appendAll(database, { ...facts, memo: undefined, outcome: undefined, operator: undefined });
    const [entry] = await database.getAll('journal');
    expect(Object.keys(entry ?? {}).sort()).toEqual(['at', 'event', 'hash', 'previousHash', 'sequence', 'subject']);
    expect(await verifyJournal(database)).toEqual({ entries: 1 });
  });

  it('has phones and emails masked in memo and note, whatever it is about', async () => {
    const database = await openTestDatabase();
    const text = '老板 13812345678 wang@example.com';
    await appendAll(database, { ...facts, memo: text, note: text });
    expect(await database.get('journal', 1)).toMatchObject({
      memo: '老板 138****5678 w***@example.com',
      note: '老板 138****5678 w***@example.com',
    });
    expect(await verifyJournal(database)).toEqual({ entries: 1 });
  });

  it.each([
    ['submit-outreach', '13812345678', '138****5678'],
    ['submit-outreach', 'campaign-7/13812345678', 'campaign-7/138****5678'],
    ['submit-outreach', 'wang@example.com', 'w***@example.com'],
    ['submit-outreach', '０13812345678', '０13812345678'],
    ['submit-outreach', '2026111313812345678', '2026111313812345678'],
    ['submit-outreach', '010-1234-5678', '010-1234-5678'],
    [undefined, '13812345678', '138****5678'],
    ['release-opportunity', '13812345678', '13812345678'],
    ['sell-cards', '013812345678', '013812345678'],
  ])('of %s about %s says %s', async (operation, subject, kept) => {
    const database = await openTestDatabase();
    await appendAll(database, { ...facts, operation, subject });
    await appendAll(database, { at: 1, event: 'sent', operation, subjects: ['7', subject] });
    expect(await database.getAll('journal')).toMatchObject([{ subject: kept }, { subjects: ['7', kept] }]);
    expect(await verifyJournal(database)).toEqual({ entries: 2 });
  });

  it('cannot pass for another: what the facts claim of sequence and hash is not taken', async () => {
    const database = await openTestDatabase();
    const forged = { ...facts, sequence: 99, previousHash: 'x', hash: 'x' };
    await appendAll(database, facts, forged);
    expect((await database.getAll('journal')).map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(await verifyJournal(database)).toEqual({ entries: 2 });
  });

  it('is not there when the step that it belongs to is not taken', async () => {
    const database = await openTestDatabase();
    await appendAll(database, facts);
    const transaction = database.transaction(['journal', 'jobs'], 'readwrite');
    await appendEntry(transaction, { ...facts, event: 'sent' });
    transaction.abort();
    await expect(transaction.done).rejects.toThrow();
    await appendAll(database, { ...facts, event: 'called-off' });
    expect((await database.getAll('journal')).map(({ event }) => event)).toEqual(['asked', 'called-off']);
    expect(await verifyJournal(database)).toEqual({ entries: 2 });
  });

  it('finds its place among many at once: no gap, no fork', async () => {
    const database = await openTestDatabase();
    await Promise.all(threeEntriesEach('1', '2', '3', '4', '5').map((one) => appendAll(database, one)));
    expect((await database.getAll('journal')).map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    );
    expect(await verifyJournal(database)).toEqual({ entries: 15 });
  });
});
