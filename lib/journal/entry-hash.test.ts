import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '@/lib/storage/journal-records';
import { firstPreviousHash, hashEntry } from './entry-hash';

const entry: Omit<JournalEntry, 'hash'> = {
  sequence: 1,
  previousHash: firstPreviousHash,
  at: 1793257200000,
  event: 'answered',
  jobId: '01KAFSVAH6M2R4T6V8X0Z2B4D6',
  operation: 'release-opportunity',
  connection: { id: 'top', name: '淘宝开放平台', endpoint: 'https://eco.taobao.com/router/rest', appKey: '12345678' },
  operator: { id: 'kyr13386', name: '王五' },
  subject: '20191214888',
  memo: '老板"不接受"\n✔️',
  attempt: 1,
  outcome: 'succeeded',
};

/** Written out by hand: names in code-unit order, nothing between, raw UTF-8. */
const text =
  '{"at":1793257200000,"attempt":1,' +
  '"connection":{"appKey":"12345678","endpoint":"https://eco.taobao.com/router/rest","id":"top","name":"淘宝开放平台"},' +
  '"event":"answered","jobId":"01KAFSVAH6M2R4T6V8X0Z2B4D6","memo":"老板\\"不接受\\"\\n✔️","operation":"release-opportunity",' +
  '"operator":{"id":"kyr13386","name":"王五"},"outcome":"succeeded",' +
  '"previousHash":"0000000000000000000000000000000000000000000000000000000000000000","sequence":1,"subject":"20191214888"}';

const expected = createHash('sha256').update(text, 'utf8').digest('hex');

describe('an entry’s hash', () => {
  it('covers every object of several, and their order', () => {
    const { subject: _one, ...rest } = entry;
    const hashOf = (...subjects: string[]) => hashEntry({ ...rest, ...{ subjects } });
    const text = `{"at":1793257200000,"event":"sent","previousHash":"${firstPreviousHash}","sequence":1,"subjects":["1","02"]}`;
    const several = { at: 1793257200000, event: 'sent', sequence: 1, previousHash: firstPreviousHash } as const;
    expect(hashEntry({ ...several, ...{ subjects: ['1', '02'] } })).toBe(
      createHash('sha256').update(text).digest('hex'),
    );
    expect(new Set([hashOf('1', '2'), hashOf('2', '1'), hashOf('1'), hashOf('12'), hashOf()]).size).toBe(5);
  });

  it('is SHA-256 over the canonical text, as another implementation computes it', () => {
    expect(hashEntry(entry)).toBe(expected);
    expect(expected).toMatch(/^[\da-f]{64}$/);
  });

  it('does not cover itself, nor the order in which the entry was put together', () => {
    const reversed = Object.fromEntries(Object.entries(entry).reverse()) as typeof entry;
    expect(hashEntry({ ...reversed, hash: 'anything' })).toBe(expected);
  });

  it('does not cover members that are undefined, since IndexedDB and JSON exports tell them apart differently', () => {
    expect(hashEntry({ ...entry, note: undefined, error: undefined })).toBe(expected);
  });

  it.each<[string, Partial<JournalEntry>]>([
    ['at', { at: entry.at + 1 }],
    ['event', { event: 'lost' }],
    ['subject', { subject: '20191214889' }],
    ['memo', { memo: '老板不接受' }],
    ['operator.name', { operator: { id: 'kyr13386', name: '赵六' } }],
    ['connection.endpoint', { connection: { id: 'top', name: '淘宝开放平台', endpoint: '', appKey: '12345678' } }],
    ['outcome', { outcome: 'failed' }],
    ['sequence', { sequence: 2 }],
    ['previousHash', { previousHash: '1'.repeat(64) }],
    ['a member more', { note: '' }],
  ])('is another when %s is another', (_member, change) => {
    expect(hashEntry({ ...entry, ...change })).not.toBe(expected);
  });
});
