import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAfter } from './compare-after';
import { difference } from './difference';
import { readOpportunity } from './read-opportunity';
import { sampleOpportunity, sampleRecord } from './sample-record';
import { planUndo } from './undo-plan';

describe('an undo', () => {
  const wanted = { expect_amount: '1', stage: '3510', get_time: '2025-03-01', note: '新', user_id: '7', kind: '9' };

  it('puts back what is still as the edit left it, and refuses what changed since', () => {
    const now = sampleOpportunity({ user: {} });
    const saved = sampleOpportunity({ ...wanted, user: { id: 7 } });
    const { results } = compareAfter(difference(now, wanted), now, saved);
    const current = sampleOpportunity({ ...wanted, user: { id: 7 }, stage: '3599', get_time: '2025-02-14' });
    const { restore, refused } = planUndo(results, current);
    expect(restore).toEqual({ expect_amount: '20000.0', note: '第一行\r\n第二行', kind: '' });
    expect(refused).toEqual([
      { field: 'stage', reason: 'changed-since', before: '3514', left: '3510', is: '3599' },
      { field: 'user_id', reason: 'cannot-be-empty', before: '', left: '7', is: '7' },
    ]);
  });

  it('leaves alone what the CRM had refused, and has nothing to go back to where the record did not say', () => {
    const { note, ...silent } = sampleRecord();
    const now = readOpportunity(silent);
    if (!now) throw new Error('the sample is a record');
    const after = sampleOpportunity({ note: '新' });
    const { results } = compareAfter(difference(now, { note: '新', stage: '3510' }), now, after);
    expect(planUndo(results, after)).toEqual({
      restore: {},
      refused: [{ field: 'note', reason: 'before-not-known', before: undefined, left: '新', is: '新' }],
    });
  });

  it('of any edit that was saved restores the record', () => {
    const text = fc.string({ maxLength: 20 });
    const values = fc.record({ title: text, note: text, stage: text, source: text, customer_requirement: text });
    fc.assert(
      fc.property(values, values, (held, asked) => {
        const now = sampleOpportunity(held);
        const changes = difference(now, asked);
        const after = sampleOpportunity({
          ...held,
          ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
        });
        const { results } = compareAfter(changes, now, after);
        expect(results.every(({ state }) => state === 'saved')).toBe(true);
        const { restore, refused } = planUndo(results, after);
        expect(refused.every(({ reason, before }) => reason === 'cannot-be-empty' && before?.trim() === '')).toBe(true);
        const asBefore = sampleOpportunity({
          ...held,
          ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
          ...restore,
        });
        const refusedFields = refused.map(({ field }) => field);
        expect(difference(asBefore, held).filter(({ field }) => !refusedFields.includes(field))).toEqual([]);
      }),
    );
  });
});
