import { expect, it } from 'vitest';
import { checkFollowUp } from './follow-up';

const stages = [{ value: '3511', label: '初步接洽', isEnabled: true }];

it('a follow-up needs words, and times to the minute', () => {
  expect(checkFollowUp({ content: '已致电', remindAt: '2025-06-03 09:30', realRevisitAt: '' })).toEqual([]);
  expect(checkFollowUp({ content: ' ', remindAt: '2025-06-31 09:30', realRevisitAt: '2025-06-03 09:30:00' })).toEqual([
    { field: 'content', reason: 'required' },
    { field: 'realRevisitAt', reason: 'not-a-minute' },
    { field: 'remindAt', reason: 'not-a-minute' },
  ]);
  expect(checkFollowUp({ content: '已致电', remindAt: '0026-06-03 09:30' })).toEqual([
    { field: 'remindAt', reason: 'not-a-minute' },
  ]);
  expect(checkFollowUp({ content: '长'.repeat(4001), category: '1'.repeat(65) })).toEqual([
    { field: 'content', reason: 'too-long' },
    { field: 'category', reason: 'too-long' },
  ]);
});

it('moves the stage only to one that is offered, and not twice', () => {
  expect(checkFollowUp({ content: '已致电', stage: '3511' }, { stages })).toEqual([]);
  expect(checkFollowUp({ content: '已致电', stage: '9' })).toEqual([]);
  expect(checkFollowUp({ content: '已致电', stage: '9' }, { stages })).toEqual([
    { field: 'stage', reason: 'not-an-option' },
  ]);
  expect(checkFollowUp({ content: '已致电', stage: '3511' }, { stages, isStageEdited: true })).toEqual([
    { field: 'stage', reason: 'stage-twice' },
  ]);
});
