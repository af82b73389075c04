import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/storage/open-database';
import { openTestDatabase } from '@/test/fakes/job-world';
import { appendAll, chainOf, plantJournal, threeEntriesEach } from '@/test/fakes/journal-world';
import type { JournalFilter } from './filter-entries';
import { type JournalPage, type JournalQuestion, readJournal } from './read-journal';

async function journalOfSix(): Promise<Database> {
  const database = await openTestDatabase();
  await appendAll(database, ...threeEntriesEach('1', '2'));
  return database;
}

const sequences = ({ entries }: JournalPage) => entries.map(({ sequence }) => sequence);

describe('reading', () => {
  it('begins with the newest, and goes on from below the last one shown', async () => {
    const database = await journalOfSix();
    const first = await readJournal(database, { limit: 4 });
    expect([sequences(first), first.next, first.newest]).toEqual([[6, 5, 4, 3], 3, 6]);
    const second = await readJournal(database, { before: 3, limit: 4 });
    expect([sequences(second), second.next, second.newest]).toEqual([[2, 1], undefined, 6]);
  });

  it('does not promise more when a page ends with the first entry', async () => {
    const database = await journalOfSix();
    expect((await readJournal(database, { limit: 6 })).next).toBeUndefined();
    expect((await readJournal(database, { limit: 5 })).next).toBe(2);
    expect(await readJournal(database, { before: 1, limit: 5 })).toEqual({ entries: [], newest: 6 });
    expect(await readJournal(await openTestDatabase(), { limit: 5 })).toEqual({ entries: [], newest: 0 });
  });

  it('from above the newest one known gives what was written since', async () => {
    const database = await journalOfSix();
    expect(sequences(await readJournal(database, { after: 4, limit: 5 }))).toEqual([6, 5]);
    expect(await readJournal(database, { after: 6, limit: 5 })).toEqual({ entries: [], newest: 6 });
    const many = await readJournal(database, { after: 2, limit: 3 });
    expect([sequences(many), many.next]).toEqual([[6, 5, 4], 4]);
  });

  it('of one job shows its entries only, page by page', async () => {
    const database = await journalOfSix();
    await appendAll(database, ...threeEntriesEach('1'));
    const first = await readJournal(database, { jobId: 'job-1', limit: 4 });
    expect([sequences(first), first.next]).toEqual([[9, 8, 7, 3], 3]);
    const second = await readJournal(database, { jobId: 'job-1', before: 3, limit: 4 });
    expect([sequences(second), second.next]).toEqual([[2, 1], undefined]);
    expect(await readJournal(database, { jobId: 'nobody', limit: 4 })).toEqual({ entries: [], newest: 9 });
  });

  it('does not say that there is more when only other jobs’ entries follow', async () => {
    const database = await journalOfSix();
    expect((await readJournal(database, { jobId: 'job-2', limit: 3 })).next).toBeUndefined();
  });

  it('shows what is left of a journal in which entries are missing', async () => {
    const database = await journalOfSix();
    const all = await database.getAll('journal');
    await plantJournal(database, [...all.slice(0, 2), ...all.slice(5)]);
    expect(sequences(await readJournal(database, { limit: 4 }))).toEqual([6, 2, 1]);
  });
});

/** Every page of an answer, as the interface asks for them. */
async function readAll(database: Database, question: Omit<JournalQuestion, 'before'>) {
  const pages: JournalPage[] = [];
  let before: number | undefined;
  do {
    const page = await readJournal(database, { ...question, before });
    pages.push(page);
    before = page.next;
  } while (before !== undefined);
  return { pages, found: pages.flatMap(sequences) };
}

describe('a search of a long journal', () => {
  const facts = Array.from({ length: 9000 }, (_, index) => ({
    at: 1_793_257_200_000 + index * 1000,
    event: index % 2 === 0 ? ('sent' as const) : ('answered' as const),
    jobId: `job-${Math.floor(index / 1000)}`,
    operation: 'release-opportunity',
    subject: String(20_191_000_000 + index),
    key: `KEY-${index}`,
    operator: index % 3 === 0 ? { id: 'kyr13386', name: '王五' } : { id: 'kyr2', name: '赵六' },
    ...(index % 2 === 0
      ? {}
      : { outcome: index % 5 === 0 ? 'failed' : 'succeeded', platformRequestId: `req-${index}` }),
  }));
  const chain = chainOf(facts);

  async function long(): Promise<Database> {
    const database = await openTestDatabase();
    await plantJournal(database, chain);
    return database;
  }

  it('looks at a bounded part in one call, and says where to go on though nothing was found', async () => {
    const database = await long();
    const first = await readJournal(database, { filter: { search: 'KEY-17' }, limit: 50 });
    expect(first).toEqual({ entries: [], next: 7001, newest: 9000 });
    const { pages, found } = await readAll(database, { filter: { search: '20191000017' }, limit: 50 });
    expect([found, pages.length]).toEqual([[18], 5]);
  });

  it.each<[string, JournalFilter]>([
    ['an event', { event: 'answered' }],
    ['an outcome', { outcome: 'failed' }],
    ['part of an operator’s name', { operator: '王' }],
    ['an operator’s id in other letters', { operator: 'KYR2' }],
    ['a span of time', { from: chain[100]?.at, to: chain[6000]?.at }],
    ['all at once', { event: 'answered', outcome: 'failed', operator: '赵六', from: chain[9]?.at, search: 'job-3' }],
    ['an operation that there is none of', { operation: 'sell-cards' }],
    ['nothing', {}],
  ])('by %s finds each once, newest first, page after page', async (_what, filter) => {
    const database = await long();
    const { operator = '', search = '' } = filter;
    const expected = chain
      .filter(
        (entry) =>
          (!filter.event || entry.event === filter.event) &&
          (!filter.outcome || entry.outcome === filter.outcome) &&
          (!filter.operation || entry.operation === filter.operation) &&
          `${entry.operator?.id} ${entry.operator?.name}`.includes(operator.toLowerCase()) &&
          (entry.jobId ?? '').includes(search) &&
          entry.at >= (filter.from ?? 0) &&
          entry.at < (filter.to ?? Number.POSITIVE_INFINITY),
      )
      .map(({ sequence }) => sequence)
      .reverse();
    const { pages, found } = await readAll(database, { filter, limit: 700 });
    expect(found).toEqual(expected);
    for (const { entries } of pages) expect(entries.length).toBeLessThanOrEqual(700);
  });
});

describe('a search by id', () => {
  async function search(text: string) {
    const database = await openTestDatabase();
    await appendAll(
      database,
      {
        at: 1,
        event: 'sent',
        operation: 'sell-cards',
        jobId: '01KAFSVAH6',
        key: 'KEY-A',
        subjects: ['00081', '00082'],
      },
      {
        at: 2,
        event: 'answered',
        operation: 'release-opportunity',
        subject: '20191214888',
        platformRequestId: '16r9x',
      },
      { at: 3, event: 'sent', operation: 'submit-outreach', subject: '13812345678' },
      { at: 4, event: 'exported', note: '00082' },
    );
    return sequences(await readJournal(database, { filter: { search: text }, limit: 9 }));
  }

  it.each([
    ['an object', '20191214888', [2]],
    ['part of an object', '1214', [2]],
    ['one object of several', '00082', [1]],
    ['a request_id', '16R9X', [2]],
    ['a key', 'key-a', [1]],
    ['a job', '01kafs', [1]],
    ['a phone number, as it is kept', '138 1234 5678', [3]],
    ['an entry’s number, whole', '4', [4, 2]],
    ['spaces around it', ' 00081 ', [1]],
    ['nothing that is there', '99999', []],
    ['nothing but spaces', '  ', [4, 3, 2, 1]],
  ])('finds %s', async (_what, text, found) => {
    expect(await search(text)).toEqual(found);
  });
});
