import { describe, expect, it } from 'vitest';
import { compareAfter } from './compare-after';
import { difference, findConflicts } from './difference';
import { editValues } from './edit-values';
import { readOpportunity } from './read-opportunity';
import { sampleOpportunity, sampleRecord } from './sample-record';

describe('the difference', () => {
  it.each([
    { expect_amount: '20000' },
    { expect_amount: ' 20,000.00 ' },
    { note: '第一行\n第二行' },
    { title: ' 总部收银系统 ' },
    { kind: '' },
    { expect_sign_date: '' },
  ])('is none where the meaning is the same: %j', (wanted) => {
    expect(difference(sampleOpportunity(), wanted)).toEqual([]);
  });

  it('holds what it was and what is sent', () => {
    expect(difference(sampleOpportunity(), { expect_amount: '30,000.5', stage: '3510', note: '' })).toEqual([
      { field: 'expect_amount', from: '20000.0', to: '30000.5' },
      { field: 'stage', from: '3514', to: '3510' },
      { field: 'note', from: '第一行\r\n第二行', to: '' },
    ]);
  });

  it('from a field that the record does not show has no beginning', () => {
    const { note, ...others } = sampleRecord();
    const before = readOpportunity(others);
    expect(before && difference(before, { note: '新' })).toEqual([{ field: 'note', from: undefined, to: '新' }]);
    expect(before && difference(before, { note: '' })).toEqual([]);
  });
});

describe('a conflict', () => {
  it('is an edited field that holds neither the old nor the wanted value', () => {
    const now = sampleOpportunity({ stage: '3599', expect_amount: 30000, note: '别人写的', title: '别人改的' });
    const wanted = { stage: '3510', expect_amount: '30000.00', get_time: '2025-03-01' };
    expect(findConflicts(sampleOpportunity(), now, wanted)).toEqual([
      { field: 'stage', before: '3514', theirs: '3599', yours: '3510' },
    ]);
  });
});

describe('what is sent', () => {
  it('is the title and the customer as they are now, and only what changes', () => {
    const now = sampleOpportunity({ title: '别人刚改的 ' });
    expect(editValues(now, difference(now, { stage: '3510' }))).toEqual({
      title: '别人刚改的 ',
      customer_id: '9007199254740993',
      stage: '3510',
    });
  });
});

describe('afterwards', () => {
  it('each field is saved, refused, changed by the CRM or not shown, and what else changed is named', () => {
    const now = sampleOpportunity();
    const changes = difference(now, { expect_amount: '1', stage: '3510', get_time: '2025-03-01', note: '新' });
    const { note, ...after } = sampleRecord({ expect_amount: 1.0, get_time: '2025-03-02', title: '流程改的' });
    const opportunity = readOpportunity(after);
    if (!opportunity) throw new Error('the sample is a record');
    const { results, alsoChanged } = compareAfter(changes, now, opportunity);
    expect(results.map(({ field, state }) => [field, state])).toEqual([
      ['expect_amount', 'saved'],
      ['stage', 'refused'],
      ['get_time', 'changed-by-crm'],
      ['note', 'not-shown'],
    ]);
    expect(alsoChanged).toEqual([{ field: 'title', from: '总部收银系统', to: '流程改的' }]);
  });
});
