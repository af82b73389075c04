import { describe, expect, it } from 'vitest';
import { reply } from '@/lib/platforms/ikcrm/local-crm';
import type { Reply } from '@/lib/platforms/top/local-gateway';
import { editOpportunity } from './edit-opportunity';
import { localRecord } from './local-record';
import { settleEdit } from './settle-edit';

const wanted = { expect_amount: '30,000.50', stage: '3510', note: '新的备注' };
const cut: Reply = (response) => response.destroy();

const down = reply('<html>', 502);

describe('a write without an answer', () => {
  const silences: [string, Reply][] = [
    ['cut', cut],
    ['late', () => {}],
    ['down', down],
    ['a web page', reply('<html>')],
    ['refused by an unlisted code', reply({ code: 100999 })],
  ];

  it.each(silences)('that is %s is saved when the record shows it', async (_what, answerPut) => {
    const { call, before, puts } = await localRecord({}, { answerPut });
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({ kind: 'saved', settledBy: 'reading' });
    expect(puts).toHaveLength(1);
  });

  it.each(silences)('that is %s is unknown when the record cannot be read', async (_what, answerPut) => {
    const { call, before, puts } = await localRecord({}, { answerPut, answerGet: { 2: cut } });
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({
      kind: 'unknown',
      changes: [{ field: 'expect_amount' }, { field: 'stage' }, { field: 'note' }],
    });
    expect(puts).toHaveLength(1);
  });

  it.each(silences.slice(0, 4))(
    'that is %s is unknown while the record shows nothing of it',
    async (_what, answerPut) => {
      const { call, before } = await localRecord({}, { answerPut, isIgnored: true });
      const outcome = await editOpportunity({ call, before, wanted });
      expect(outcome.kind).toBe('unknown');
      expect(outcome.kind === 'unknown' ? outcome.results?.map(({ state }) => state) : undefined).toEqual([
        'refused',
        'refused',
        'refused',
      ]);
    },
  );

  it('can be settled later, by reading alone', async () => {
    const { call, before, record, puts } = await localRecord({}, { answerPut: cut, isIgnored: true });
    const outcome = await editOpportunity({ call, before, wanted });
    if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
    expect(await settleEdit(call, outcome, outcome.error)).toMatchObject({ kind: 'unknown' });
    Object.assign(record, { expect_amount: 30000.5, stage: 3510, note: '新的备注' });
    expect(await settleEdit(call, outcome, outcome.error)).toMatchObject({ kind: 'saved', settledBy: 'reading' });
    expect(puts).toHaveLength(1);
  });
});
