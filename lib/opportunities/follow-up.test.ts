import { expect, it } from 'vitest';
import { checkFollowUp } from './follow-up';

it('a follow-up needs words, and times to the minute', () => {
  expect(checkFollowUp({ content: '已致电', remindAt: '2025-06-03 09:30', realRevisitAt: '' })).toEqual([]);
  expect(checkFollowUp({ content: ' ', remindAt: '2025-06-31 09:30', realRevisitAt: '2025-06-03 09:30:00' })).toEqual([
    { field: 'content', reason: 'required' },
    { field: 'remindAt', reason: 'not-a-minute' },
    { field: 'realRevisitAt', reason: 'not-a-minute' },
  ]);
  expect(checkFollowUp({ content: '长'.repeat(10_001) })).toEqual([{ field: 'content', reason: 'too-long' }]);
});
