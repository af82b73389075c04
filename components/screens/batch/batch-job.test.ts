import { expect, it } from 'vitest';
import { lostAttempts, requestsOf, sortRows } from './batch-job';

type Rows = Parameters<typeof sortRows>[0];
const row = (index: number, state: Rows[number]['state'], part: Partial<Rows[number]> = {}): Rows[number] => ({
  index,
  subject: String(index),
  values: {},
  state,
  attempts: [],
  ...part,
});
const lost = { number: 1, startedAt: 1, endedAt: 2, result: 'lost' };

it('what needs a look stands first, each kind in the order of its input', () => {
  const rows = [row(0, 'succeeded'), row(1, 'failed'), row(2, 'unknown'), row(3, 'succeeded'), row(4, 'failed')];
  expect(sortRows(rows).map(({ index }) => index)).toEqual([2, 1, 4, 0, 3]);
});

it('requests are told by their keys, with how many rows each carries', () => {
  const rows = [
    row(0, 'succeeded', { key: 'a', attempts: [lost] }),
    row(1, 'succeeded', { key: 'a' }),
    row(2, 'waiting'),
  ];
  expect(requestsOf(rows)).toEqual([{ key: 'a', rows: 2, attempts: [lost] }]);
});

it('counts what was lost of what is still to be answered only', () => {
  expect(lostAttempts([row(0, 'succeeded', { attempts: [lost] })])).toBe(0);
  expect(lostAttempts([row(0, 'waiting', { attempts: [lost, { ...lost, number: 2 }] })])).toBe(2);
});
