import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/test/fakes/job-world';
import { appendAll, chainOf, plantJournal, threeEntriesEach } from '@/test/fakes/journal-world';
import { createStorageArea } from '@/test/fakes/storage-area';
import { createJournalHead } from './journal-head';
import { verifyJournal } from './verify-journal';

async function createNoted() {
  const database = await openTestDatabase();
  const local = createStorageArea();
  const startWorker = () => createJournalHead({ database, local });
  const head = startWorker();
  await appendAll(database, ...threeEntriesEach('1', '2'));
  await head.follow();
  const judged = async () => startWorker().judge(await verifyJournal(database));
  return { database, local, head, startWorker, judged };
}

describe('the head noted outside the database', () => {
  it('says nothing of a journal that is whole, has grown since, or was never noted', async () => {
    const { database, head, judged } = await createNoted();
    expect(await judged()).toEqual({ entries: 6 });
    await appendAll(database, ...threeEntriesEach('3'));
    expect(await judged()).toEqual({ entries: 9 });
    await head.follow();
    expect(await judged()).toEqual({ entries: 9 });
    const other = await openTestDatabase();
    const none = createJournalHead({ database: other, local: createStorageArea() });
    await none.follow();
    expect(await none.judge(await verifyJournal(other))).toEqual({ entries: 0 });
  });

  it.each([1, 4, 6])('misses the last %d entries when they are cut off', async (cut) => {
    const { database, judged } = await createNoted();
    await plantJournal(database, (await database.getAll('journal')).slice(0, 6 - cut));
    expect(await verifyJournal(database)).toEqual({ entries: 6 - cut });
    expect(await judged()).toEqual({ entries: 6 - cut, brokenAt: 7 - cut, problem: 'cut-off' });
  });

  it('goes on missing them, however much is written afterwards', async () => {
    const { database, startWorker, judged } = await createNoted();
    await plantJournal(database, (await database.getAll('journal')).slice(0, 4));
    const head = startWorker();
    await appendAll(database, { at: 1, event: 'exported' });
    await head.follow();
    expect(await judged()).toMatchObject({ brokenAt: 6, problem: 'cut-off' });
    await appendAll(database, ...threeEntriesEach('8', '9'));
    await head.follow();
    expect(await judged()).toEqual({ entries: 11, brokenAt: 6, problem: 'rewritten' });
  });

  it('finds a journal that was hashed anew as a whole, which no chain can show', async () => {
    const { database, judged } = await createNoted();
    await plantJournal(database, chainOf(threeEntriesEach('1', '9')));
    expect(await verifyJournal(database)).toEqual({ entries: 6 });
    expect(await judged()).toEqual({ entries: 6, brokenAt: 6, problem: 'rewritten' });
  });

  it('leaves a fault in the chain as it is, and a part as a part', async () => {
    const { startWorker } = await createNoted();
    const broken = { entries: 2, brokenAt: 3, problem: 'changed' } as const;
    expect(await startWorker().judge(broken)).toEqual(broken);
    const part = { entries: 2, next: { sequence: 2, hash: '', of: 6 } };
    expect(await startWorker().judge(part)).toEqual(part);
  });

  it('is written once for each new entry, and a damaged note is none', async () => {
    const { database, local, head, judged } = await createNoted();
    local.plant({ 'journal-head': 'damaged' });
    expect(await judged()).toEqual({ entries: 6 });
    await head.follow();
    expect(local.contents()).toEqual({ 'journal-head': 'damaged' });
    await appendAll(database, { at: 1, event: 'exported' });
    await head.follow();
    expect(local.contents()).toMatchObject({ 'journal-head': { sequence: 7 } });
  });
});
