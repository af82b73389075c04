import { describe, expect, it } from 'vitest';
import { overviewOf, stagesOf } from './overview';
import { sampleOpportunity } from './sample-record';

const plain = (text: string) => ({ text, isMasked: false });

describe('overview', () => {
  it('names what is an id, keeps ids as text, and tells empty from not said', () => {
    expect(overviewOf(sampleOpportunity({ expect_amount: undefined }))).toEqual({
      id: '568587',
      title: plain('总部收银系统'),
      customer: plain('北京样例软件有限公司'),
      customerId: '9007199254740993',
      stage: plain('谈判/合同'),
      stageValue: '3514',
      amount: undefined,
      signDate: plain(''),
      owner: plain('周舟'),
      unfollowed: '930天未跟进',
      flowAt: '2025-07-01 00:00',
      updatedAt: '2025-06-01 18:00',
      signPossibility: '80%',
      approval: { label: '已通过', isPending: false },
      isEditable: true,
    });
  });

  it('never holds what the CRM hides', () => {
    const raw = '34567.8';
    const hidden = overviewOf(
      sampleOpportunity({
        ...{ need_hidden_dispose: true, expect_amount: raw, expect_amount_hidden_result: '***' },
        ...{ title: '机密标题', title_hidden_result: null },
      }),
    );
    expect(hidden.amount).toEqual({ text: '***', isMasked: true });
    expect(hidden.title).toEqual({ text: '', isMasked: true });
    expect(JSON.stringify(hidden)).not.toMatch(/34567|机密|13800001465|13900002222/);
  });
});

describe('stages', () => {
  const maps = [
    {
      field: 'stage',
      options: [
        { value: '1', label: '接洽', isEnabled: true },
        { value: '2', label: '', isEnabled: true },
        { value: '3', label: '停用', isEnabled: false },
        { value: '3514', label: '谈判/合同', isEnabled: true },
      ],
    },
  ];
  it('stand in the company’s order, without what is not in use', () => {
    expect(stagesOf(maps)).toEqual([
      { value: '1', label: '接洽' },
      { value: '3514', label: '谈判/合同' },
    ]);
  });

  it.each([undefined, [], [{ field: 'stage', options: [] }]])('are not known from %j', (none) => {
    expect(stagesOf(none)).toBeUndefined();
  });
});
