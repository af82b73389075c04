import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { reply } from '@/lib/platforms/ikcrm/local-crm';
import type { Reply } from '@/lib/platforms/top/local-gateway';
import { editOpportunity } from './edit-opportunity';
import { localRecord } from './local-record';
import { planUndo } from './undo-plan';

const wanted = { expect_amount: '30,000.50', stage: '3510', note: '新的备注' };
const down = reply('<html>', 502);
const states = (outcome: object) =>
  'results' in outcome && Array.isArray(outcome.results) ? outcome.results.map(({ state }) => state) : undefined;

describe('an edit', () => {
  it('reads, writes only what changed with the two required fields, reads again, and is saved', async () => {
    const { call, before, puts, received } = await localRecord();
    const outcome = await editOpportunity({ call, before, wanted });
    expect(outcome).toMatchObject({ kind: 'saved', settledBy: 'answer', alsoChanged: [], now: { id: '568587' } });
    expect(received.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET']);
    expect(puts).toEqual([
      {
        title: '总部收银系统',
        customer_id: '9007199254740993',
        expect_amount: '30000.50',
        stage: '3510',
        note: '新的备注',
      },
    ]);
    expect(received[1]?.body).toContain('"customer_id":9007199254740993,');
  });

  it('changes every field that is offered', async () => {
    const { call, before, puts } = await localRecord();
    const all = {
      ...wanted,
      title: '新标题',
      user_id: '9007199254740995',
      want_department_id: '12',
      expect_sign_date: '2025-12-31',
      get_time: '2025-01-02',
      customer_requirement: '需求',
      source: '21',
      kind: '31',
      text_asset_8b1eeedd: '乙',
    };
    expect(await editOpportunity({ call, before, wanted: all })).toMatchObject({ kind: 'saved' });
    expect(puts[0]).toEqual({
      ...all,
      expect_amount: '30000.50',
      want_department_id: 12,
      customer_id: '9007199254740993',
    });
  });

  it('is written down before it leaves, and does not leave when that fails', async () => {
    const kept: unknown[] = [];
    const { call, before, puts } = await localRecord();
    const beforeWrite = async (sent: { changes: readonly unknown[] }) => {
      kept.push(sent.changes.length, puts.length);
    };
    await editOpportunity({ call, before, wanted, beforeWrite });
    expect(kept).toEqual([3, 0]);
    const other = await localRecord();
    const outcome = await editOpportunity({
      ...other,
      wanted,
      async beforeWrite() {
        throw new AppError('storage-full');
      },
    });
    expect(outcome).toMatchObject({ kind: 'not-processed', error: { code: 'storage-full' } });
    expect(other.puts).toEqual([]);
  });

  it('that is not well-formed makes no call', async () => {
    const { call, before, received } = await localRecord();
    expect(await editOpportunity({ call, before, wanted: { title: '', customer_id: '1' } })).toEqual({
      kind: 'invalid',
      issues: [
        { field: 'title', reason: 'required' },
        { field: 'customer_id', reason: 'not-offered' },
      ],
    });
    expect(received).toEqual([]);
  });
});

describe('before it is written', () => {
  it.each([
    [{ is_editable: false, approve_status: 'applying' }, 'approval-pending'],
    [{ is_editable: undefined, approve_status: 'applying' }, 'approval-pending'],
    [{ approve_status: 'applying' }, 'approval-pending'],
    [{ is_editable: false }, 'record-locked'],
    [{ customer: {} }, 'record-without-customer'],
    [{ title: undefined }, 'record-without-title'],
  ])('a record with %j is not edited: %s', async (changed, reason) => {
    const { call, before, record, puts } = await localRecord();
    Object.assign(record, changed);
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({
      kind: 'not-editable',
      error: { code: 'not-allowed', detail: { reason } },
    });
    expect(puts).toEqual([]);
  });

  it("a colleague's change of an edited field is a conflict, and settled by editing again from there", async () => {
    const { call, before, record, puts } = await localRecord();
    Object.assign(record, { stage: '3599', title: '同事改的' });
    const outcome = await editOpportunity({ call, before, wanted });
    expect(outcome).toMatchObject({
      kind: 'conflict',
      conflicts: [{ field: 'stage', before: '3514', theirs: '3599', yours: '3510' }],
    });
    expect(puts).toEqual([]);
    if (outcome.kind !== 'conflict') return;
    expect(await editOpportunity({ call, before: outcome.now, wanted })).toMatchObject({ kind: 'saved' });
    expect(puts).toMatchObject([{ title: '同事改的', stage: '3510' }]);
  });

  it("a field that the person left as it was keeps a colleague's change, though the form names it", async () => {
    const { call, before, record, puts } = await localRecord();
    Object.assign(record, { title: '同事改的', source: '21' });
    const form = { title: '总部收银系统', source: '', stage: '3510' };
    expect(await editOpportunity({ call, before, wanted: form })).toMatchObject({ kind: 'saved' });
    expect(puts).toEqual([{ title: '同事改的', customer_id: '9007199254740993', stage: '3510' }]);
  });

  it('what a colleague has already set to the same is not sent', async () => {
    const { call, before, record, puts } = await localRecord();
    Object.assign(record, { stage: '3510' });
    await editOpportunity({ call, before, wanted });
    expect(puts[0]).not.toHaveProperty('stage');
    const other = await localRecord();
    Object.assign(other.record, { ...wanted, expect_amount: 30000.5 });
    expect(await editOpportunity({ ...other, wanted })).toMatchObject({ kind: 'nothing-to-do' });
    expect(other.puts).toEqual([]);
  });

  it.each([
    ['signed in elsewhere', reply({ code: 100401 }), 'not-processed', 'sign-in-again'],
    ['throttled', reply('', 429), 'not-processed', 'throttled'],
    ['down', down, 'not-processed', 'offline'],
    ['a web page', reply('<html>'), 'not-processed', 'unreadable-answer'],
    ['gone', reply({ code: 404 }, 404), 'refused', 'not-found'],
    ['forbidden', reply({ code: 100100 }), 'refused', 'not-allowed'],
    ['about another record', reply({ code: 0, data: { id: 1 } }), 'refused', 'unreadable-answer'],
    ['a list', reply({ code: 0, data: [] }), 'refused', 'unreadable-answer'],
  ] satisfies [string, Reply, string, string][])('a reading that is %s stops it', async (_what, first, kind, code) => {
    const { call, before, puts } = await localRecord({}, { answerGet: { 1: first } });
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({ kind, error: { code } });
    expect(puts).toEqual([]);
  });
});

describe('after it was written', () => {
  it('a field that the CRM did not take is refused, the others are saved', async () => {
    const { call, before } = await localRecord({}, { locked: ['stage'] });
    const outcome = await editOpportunity({ call, before, wanted });
    expect(outcome).toMatchObject({ kind: 'partly-refused' });
    expect(states(outcome)).toEqual(['saved', 'refused', 'saved']);
  });

  it('nothing taken at all is refused', async () => {
    const { call, before } = await localRecord({}, { isIgnored: true });
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({
      kind: 'refused',
      error: { code: 'rejected', detail: { reason: 'fields-not-taken' } },
    });
  });

  it('what a workflow made of it is told', async () => {
    const rewrite = (record: Record<string, unknown>) => Object.assign(record, { stage: '3599', source: '21' });
    const { call, before } = await localRecord({}, { rewrite });
    const outcome = await editOpportunity({ call, before, wanted });
    expect(outcome).toMatchObject({ kind: 'partly-refused', alsoChanged: [{ field: 'source', from: '', to: '21' }] });
    expect(states(outcome)).toEqual(['saved', 'changed-by-crm', 'saved']);
  });

  it("the CRM's own copy stands in where the record cannot be read again", async () => {
    const { call, before } = await localRecord({}, { answerGet: { 2: down } });
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({ kind: 'saved', settledBy: 'answer' });
  });

  it('a yes without a record to look at is unknown', async () => {
    const behaviour = { answerGet: { 2: down }, answerPut: reply({ code: 0, data: null }) };
    const { call, before } = await localRecord({}, behaviour);
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({ kind: 'unknown' });
  });

  it('a yes about fields that the record does not show is unknown', async () => {
    const rewrite = (record: Record<string, unknown>) => Object.assign(record, { note: undefined });
    const { call, before } = await localRecord({}, { rewrite });
    expect(await editOpportunity({ call, before, wanted: { note: '新' } })).toMatchObject({
      kind: 'unknown',
      error: { detail: { reason: 'fields-not-shown' } },
    });
  });

  it('a no of an unlisted kind is unknown where a field is not shown, whatever the others show', async () => {
    const rewrite = (record: Record<string, unknown>) => Object.assign(record, { note: undefined });
    const { call, before } = await localRecord({}, { rewrite, answerPut: reply({ code: 100999 }) });
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({
      kind: 'unknown',
      error: { code: 'rejected' },
    });
  });

  it.each([
    ['422', reply({ code: 422, errors: { title: ['太短'] } }, 422), 'refused', 'invalid-input'],
    ['100100', reply({ code: 100100 }), 'refused', 'not-allowed'],
    ['403', reply('', 403), 'refused', 'not-allowed'],
    ['100401', reply({ code: 100401 }), 'not-processed', 'sign-in-again'],
    ['429', reply('', 429), 'not-processed', 'throttled'],
    ['an unlisted code', reply({ code: 100999, message: '流程不允许' }), 'refused', 'rejected'],
  ] satisfies [string, Reply, string, string][])('%s says so', async (_what, answerPut, kind, code) => {
    const { call, before } = await localRecord({}, { answerPut, isIgnored: true });
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({ kind, error: { code } });
  });

  it("keeps the CRM's words about each field", async () => {
    const answerPut = reply({ code: 422, errors: { title: ['太短'] } }, 422);
    const { call, before } = await localRecord({}, { answerPut, isIgnored: true });
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({
      fields: [{ field: 'title', message: '太短' }],
    });
  });
});

it('an edit can be undone, but for what somebody changed since', async () => {
  const { call, before, record, puts } = await localRecord();
  const saved = await editOpportunity({ call, before, wanted });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  Object.assign(record, { stage: '3599' });
  const checked = await editOpportunity({ call, before: saved.after, wanted: { stage: '3514' }, origin: 'undo' });
  if (checked.kind !== 'conflict') throw new Error(checked.kind);
  const { restore, refused } = planUndo(saved.results, checked.now);
  expect(refused).toMatchObject([{ field: 'stage', reason: 'changed-since' }]);
  expect(await editOpportunity({ call, before: checked.now, wanted: restore, origin: 'undo' })).toMatchObject({
    kind: 'saved',
  });
  expect(puts.at(-1)).toEqual({
    title: '总部收银系统',
    customer_id: '9007199254740993',
    expect_amount: '20000.0',
    note: '第一行\n第二行',
  });
});

it('an undo may put back what people may not type', async () => {
  const { call, record, before } = await localRecord({ expect_amount: '0.12345' });
  const saved = await editOpportunity({ call, before, wanted: { expect_amount: '2' } });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  const { restore } = planUndo(saved.results, saved.after);
  expect(await editOpportunity({ call, before: saved.after, wanted: restore })).toMatchObject({ kind: 'invalid' });
  expect(await editOpportunity({ call, before: saved.after, wanted: restore, origin: 'undo' })).toMatchObject({
    kind: 'saved',
  });
  expect(record.expect_amount).toBe('0.12345');
});
