import { expect, it } from 'vitest';
import { readCustomerOpportunities } from './customer-opportunities';

const data = {
  opportunities: [
    { id: '9007199254740993', title: '甲', stage: '3514', expect_amount: '20000.0' },
    { id: 2, title: '乙', stage: '3510', stage_mapped: '接洽', expect_amount: {} },
    { title: '没有编号' },
    null,
  ],
  counts_by_stage: [{ id: 3514, value: '谈判', count: 1, amount: 20000.5 }, { id: 1 }, 'x'],
};

it("reads a customer's opportunities and names their stages", () => {
  expect(readCustomerOpportunities(data)).toEqual({
    opportunities: [
      { id: '9007199254740993', title: '甲', stage: '3514', stageLabel: '谈判', amount: '20000.0' },
      { id: '2', title: '乙', stage: '3510', stageLabel: '接洽', amount: '' },
    ],
    stages: [{ stage: '3514', label: '谈判', count: '1', amount: '20000.5' }],
  });
});

it.each([undefined, null, {}, 'x', { opportunities: {} }])('does not take %j for an empty list', (unknown) => {
  expect(readCustomerOpportunities(unknown)).toBeUndefined();
});
