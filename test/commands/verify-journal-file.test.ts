import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashEntry } from '@/lib/journal/entry-hash';
import { beginExport, type ExportCursor, exportSome } from '@/lib/journal/export-journal';
import type { JournalFilter } from '@/lib/journal/filter-entries';
import { canonicalJson } from '@/lib/json/canonical-json';
import type { JournalEntry } from '@/lib/storage/journal-records';
import type { Database } from '@/lib/storage/open-database';
import { openTestDatabase } from '@/test/fakes/job-world';
import { appendAll, plantJournal } from '@/test/fakes/journal-world';
import { verifyLines } from './verify-journal-file.ts';

async function writtenJournal(entries: number): Promise<Database> {
  const database = await openTestDatabase();
  for (let index = 0; index < entries; index += 1)
    await appendAll(database, {
      ...{
        at: 1_793_257_200_000 + index,
        jobId: 'job-1',
        key: `KEY-${index}`,
        attempt: 1,
        memo: '老板“不接受”\n✔️\u2028',
      },
      ...(index % 3 === 0
        ? { event: 'sent', subject: `2019121${index}` }
        : { event: 'answered', outcome: 'succeeded' }),
      ...(index % 3 === 1 ? { subjects: ['0001', '0002', `000${index}`] } : {}),
      operator: { id: 'kyr13386', name: '王五' },
    });
  return database;
}

/** The file as the product writes it. */
async function exported(database: Database, filter?: JournalFilter): Promise<string> {
  const begun = beginExport(1_793_257_200_000, await database.count('journal'), filter);
  let { text } = begun;
  for (let cursor: ExportCursor = begun.cursor, more = true; more; ) {
    const part = await exportSome(database, cursor);
    text += part.text;
    ({ cursor, more } = part);
  }
  return text;
}

const all = await exported(await writtenJournal(12));
const some = await exported(await writtenJournal(12), { event: 'answered' });

const encoder = new TextEncoder();
const verify = (text: string) => verifyLines(text.split('\n').map((line) => encoder.encode(line)));

/** The file's lines, the last line end left aside; line n is at n - 1. */
const linesOf = (file: string) => file.slice(0, -1).split('\n');
const fileOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const sequenceOn = (line: string | undefined) => (JSON.parse(line ?? '') as { sequence: number }).sequence;

/** What is drawn: one of both files, by its lines. */
const file = fc.constantFrom(linesOf(all), linesOf(some));
/** A place in the lines of entries: neither the first line nor the last. */
const entryOf = (lines: readonly string[]) => fc.integer({ min: 1, max: lines.length - 2 });

describe('an export that nobody touched', () => {
  it('is whole, by another implementation’s reckoning', async () => {
    const last = JSON.parse(linesOf(all).at(-2) ?? '') as { hash: string };
    expect(await verify(all)).toEqual({ kind: 'whole', entries: 12, lastSequence: 12, lastHash: last.hash });
  });

  it('of what a filter shows is whole, and says that it is a part', async () => {
    expect(linesOf(some)).toHaveLength(10);
    expect(await verify(some)).toMatchObject({
      kind: 'whole',
      entries: 8,
      lastSequence: 12,
      filter: { event: 'answered' },
    });
  });

  it('of nothing at all is whole', async () => {
    const none = await exported(await writtenJournal(3), { operation: 'sell-cards' });
    expect(await verify(none)).toMatchObject({ kind: 'whole', entries: 0, lastSequence: 0 });
  });

  it('shows a fault of the journal that it was made of', async () => {
    const database = await writtenJournal(6);
    const entries = await database.getAll('journal');
    await plantJournal(
      database,
      entries.filter(({ sequence }) => sequence !== 4),
    );
    const missing = await exported(database);
    expect(await verify(missing)).toMatchObject({ kind: 'broken', line: 5, sequence: 4 });
    await plantJournal(
      database,
      entries.map((entry) => (entry.sequence === 4 ? { ...entry, at: 0 } : entry)),
    );
    expect(await verify(await exported(database))).toMatchObject({ kind: 'broken', line: 5, sequence: 4 });
  });
});

describe('a single fault is found in its place:', () => {
  it('any character of any line that is another', async () => {
    const changed = file.chain((lines) =>
      fc.integer({ min: 0, max: lines.length - 1 }).chain((at) =>
        fc.record({
          lines: fc.constant(lines),
          at: fc.constant(at),
          place: fc.integer({ min: 0, max: (lines[at]?.length ?? 1) - 1 }),
          character: fc.constantFrom(...'0a9}",: 商\r\u0000'),
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(changed, async ({ lines, at, place, character }) => {
        const line = lines[at] ?? '';
        fc.pre(line[place] !== character);
        const found = await verify(fileOf(lines.with(at, line.slice(0, place) + character + line.slice(place + 1))));
        if (at === 0) expect(found.kind === 'unreadable' || (found.kind === 'broken' && found.line === 1)).toBe(true);
        // The last line repeats the first: which of the two was changed cannot be told.
        else if (at === lines.length - 1) expect([1, at + 1]).toContain(found.kind === 'broken' && found.line);
        else expect(found).toMatchObject({ kind: 'broken', line: at + 1 });
      }),
      { numRuns: 1500 },
    );
  });

  it('any member of any entry that has another value', async () => {
    const changed = file.chain((lines) => fc.tuple(fc.constant(lines), entryOf(lines), fc.nat(), fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(changed, async ([lines, at, nth, value]) => {
        const entry = JSON.parse(lines[at] ?? '') as Record<string, unknown>;
        const names = Object.keys(entry);
        const name = names[nth % names.length] ?? '';
        fc.pre(JSON.stringify(entry[name]) !== JSON.stringify(value));
        const found = await verify(fileOf(lines.with(at, JSON.stringify({ ...entry, [name]: value }))));
        expect(found).toMatchObject({ kind: 'broken', line: at + 1 });
      }),
      { numRuns: 500 },
    );
  });

  it.each(['sequence', 'hash', 'previousHash', 'memo'])('%s that is made to trip whoever reads it', async (name) => {
    const lines = linesOf(all);
    for (const value of ['{"toString":false,"valueOf":1}', '['.repeat(50_000) + ']'.repeat(50_000)]) {
      const line = (lines[5] ?? '').replace(/^\{/, `{"${name}":${value},`);
      const renamed = line.replace(new RegExp(`(?<=,)"${name}":`), '"other":');
      expect(await verify(fileOf(lines.with(5, renamed)))).toMatchObject({ kind: 'broken', line: 6 });
    }
  });

  it('any line that is removed', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.nat(), async (lines, nth) => {
        const at = nth % lines.length;
        const found = await verify(fileOf(lines.toSpliced(at, 1)));
        if (at === 0) expect(found).toEqual(expect.objectContaining({ kind: 'unreadable' }));
        else if (at === lines.length - 1) expect(found).toMatchObject({ kind: 'broken', line: at + 1 });
        else
          expect(found).toMatchObject({
            ...{ kind: 'broken', line: at + 1, sequence: sequenceOn(lines[at]) },
            what: expect.stringMatching(/^removed/),
          });
      }),
    );
  });

  it('any two entries that changed places', async () => {
    const swapped = file.chain((lines) => fc.tuple(fc.constant(lines), entryOf(lines), entryOf(lines)));
    await fc.assert(
      fc.asyncProperty(swapped, async ([lines, one, other]) => {
        fc.pre(one < other);
        const found = await verify(fileOf(lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '')));
        expect(found).toMatchObject({
          ...{ kind: 'broken', line: one + 1, sequence: sequenceOn(lines[other]) },
          what: `moved: entry ${sequenceOn(lines[one])} belongs here, which stands on line ${other + 1}`,
        });
      }),
    );
  });

  it('any entry that stands there twice', async () => {
    const copied = file.chain((lines) => fc.tuple(fc.constant(lines), entryOf(lines), entryOf(lines)));
    await fc.assert(
      fc.asyncProperty(copied, async ([lines, from, to]) => {
        const found = await verify(fileOf(lines.toSpliced(to, 0, lines[from] ?? '')));
        const sequence = sequenceOn(lines[from]);
        // A copy right before the entry cannot be told from one right behind it.
        const line = from === to ? to + 2 : to + 1;
        expect(found).toMatchObject({ kind: 'broken', line, sequence, what: expect.stringMatching(/^duplicated/) });
      }),
    );
  });

  it('an end that was cut off, wherever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(all, some), fc.nat(), async (text, nth) => {
        const bytes = encoder.encode(text);
        const length = nth % (bytes.length - 1);
        const lines = new TextDecoder().decode(bytes.subarray(0, length)).split('\n');
        const found = await verify(lines.join('\n'));
        const isBetweenLines = linesOf(text).includes(lines.at(-1) ?? '');
        if (lines.length === 1) expect(['unreadable', 'broken']).toContain(found.kind);
        else
          expect(found).toMatchObject({
            kind: 'broken',
            line: lines.length + Number(isBetweenLines),
            what: expect.stringMatching(/^cut off/),
          });
      }),
      { numRuns: 1000 },
    );
    const found = { kind: 'broken', line: linesOf(all).length, what: 'cut off: the last line has no line end' };
    expect(await verify(all.slice(0, -1))).toEqual(found);
  });

  it('a line put in anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.nat(), fc.constantFrom('', '{}', 'x', '{"sequence":3}'), async (lines, nth, line) => {
        const at = 1 + (nth % lines.length);
        const found = await verify(fileOf(lines.toSpliced(at, 0, line)));
        expect(found).toMatchObject({ kind: 'broken', line: at + 1 });
      }),
    );
  });

  it('an entry that was changed and hashed anew: the next was made for another', async () => {
    const lines = linesOf(all);
    const { hash: _own, ...entry } = JSON.parse(lines[5] ?? '') as JournalEntry;
    const changed = { ...entry, memo: '同意' };
    const line = canonicalJson({ ...changed, hash: hashEntry(changed) });
    expect(await verify(fileOf(lines.with(5, line)))).toMatchObject({
      ...{ kind: 'broken', line: 7, sequence: 6 },
      what: expect.stringMatching(/^not linked/),
    });
  });
});

describe('what is no export', () => {
  it.each([
    ['an empty file', ''],
    ['another file', '{"version":1}\n'],
    ['no JSON', 'hello\nworld\n'],
    ['a newer version', all.replace('"version":1', '"version":2')],
    ['a version that is no number', all.replace('"version":1', '"version":{"toString":false}')],
    ['an export without its first line', fileOf(linesOf(all).slice(1))],
  ])('%s cannot be read', async (_what, text) => {
    expect(await verify(text)).toMatchObject({ kind: 'unreadable' });
  });

  it('a file that an editor saved with its own line ends is not what was written', async () => {
    expect(await verify(all.replaceAll('\n', '\r\n'))).toMatchObject({ kind: 'broken', line: 1 });
  });
});
