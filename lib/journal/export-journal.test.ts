import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/json/canonical-json';
import type { Database } from '@/lib/storage/open-database';
import { openTestDatabase } from '@/test/fakes/job-world';
import { appendAll, chainOf, plantJournal, threeEntriesEach } from '@/test/fakes/journal-world';
import { beginExport, type ExportedPart, exportSome } from './export-journal';
import type { JournalFilter } from './filter-entries';

const now = Date.UTC(2026, 10, 20, 4, 0, 0);

async function exportAll(database: Database, upTo: number, filter?: JournalFilter) {
  const parts: ExportedPart[] = [beginExport(now, upTo, filter)];
  for (let last = parts[0]; last?.more; last = parts.at(-1)) parts.push(await exportSome(database, last.cursor));
  const text = parts.map((part) => part.text).join('');
  expect(text.endsWith('\n')).toBe(true);
  return { parts, lines: text.slice(0, -1).split('\n') };
}

describe('an export', () => {
  it('says what it is, holds every entry in its canonical text, oldest first, and counts them', async () => {
    const database = await openTestDatabase();
    await appendAll(database, ...threeEntriesEach('1', '2'));
    const entries = await database.getAll('journal');
    const { lines } = await exportAll(database, 6);
    const head = { format: 'crm-sidekick-journal', version: 1, exportedAt: '2026-11-20T04:00:00.000Z' };
    expect(JSON.parse(lines[0] ?? '')).toEqual(head);
    expect(lines.slice(1, -1)).toEqual(entries.map(canonicalJson));
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      ...head,
      ...{ entries: 6, lastSequence: 6, lastHash: entries[5]?.hash, sequences: '1-6' },
    });
  });

  it('holds what the filter shows, and names each', async () => {
    const database = await openTestDatabase();
    await appendAll(database, ...threeEntriesEach('1', '2', '3'));
    const { lines } = await exportAll(database, 9, { event: 'sent' });
    expect(lines.slice(1, -1).map((line) => JSON.parse(line) as object)).toMatchObject(
      ['1', '2', '3'].map((subject) => ({ event: 'sent', subject })),
    );
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ filter: { event: 'sent' } });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ entries: 3, lastSequence: 8, sequences: '2,5,8' });
    const runs = await exportAll(database, 9, { search: 'job-2' });
    expect(JSON.parse(runs.lines.at(-1) ?? '')).toMatchObject({ entries: 3, sequences: '4-6' });
  });

  it('ends with what there was when it began', async () => {
    const database = await openTestDatabase();
    await appendAll(database, ...threeEntriesEach('1', '2'));
    const { lines } = await exportAll(database, 4);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ entries: 4, lastSequence: 4 });
  });

  it('of nothing has its first and its last line', async () => {
    const database = await openTestDatabase();
    await appendAll(database, ...threeEntriesEach('1'));
    const { lines } = await exportAll(database, 3, { operation: 'sell-cards' });
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ entries: 0, lastSequence: 0, sequences: '' });
  });

  it('of a long journal is made in bounded parts, each of whole lines', async () => {
    const database = await openTestDatabase();
    const facts = Array.from({ length: 5000 }, (_, at) => ({ at, event: 'sent' as const }));
    await plantJournal(database, chainOf(facts));
    const { parts, lines } = await exportAll(database, 5000);
    expect(parts.map(({ cursor }) => cursor.after)).toEqual([0, 2000, 4000, 5000]);
    expect(lines).toHaveLength(5002);
    for (const { text } of parts) expect(text.endsWith('\n')).toBe(true);
  });

  it('is handed out in smaller parts where entries are about many objects', async () => {
    const database = await openTestDatabase();
    const subjects = Array.from({ length: 1000 }, (_, index) => `2026111300000${index}`);
    await plantJournal(database, chainOf(Array.from({ length: 600 }, (_, at) => ({ at, event: 'sent', subjects }))));
    const { parts } = await exportAll(database, 600);
    expect(parts.length).toBeGreaterThan(3);
    for (const { text } of parts) expect(text.length).toBeLessThan(8_000_000);
  });

  it('does not hand out the phone number that somebody looked for', async () => {
    const database = await openTestDatabase();
    await appendAll(database, { at: 1, event: 'sent', operation: 'submit-outreach', subject: '13812345678' });
    const { lines } = await exportAll(database, 1, { search: '13812345678' });
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain('13812345678');
    expect(lines[0]).toContain('"filter":{"search":"138****5678"}');
  });
});
