import { describe, expect, it } from 'vitest';
import { addsUp } from '@/lib/jobs/job-transaction';
import { stageBulk } from '@/test/fakes/bulk-stage';
import { type BulkWorld, refusalOf } from '@/test/fakes/bulk-world';
import { createTestClock } from '@/test/fakes/job-world';
import type { Sandbox } from '../../../test/sandbox/sandbox.ts';

const clock = createTestClock();
let sandbox: Sandbox;
let world: BulkWorld;

stageBulk(clock, { 'rest-limit': 'off' }, (stage) => {
  ({ sandbox, world } = stage);
});

const edits = (...fields: string[]) => ({
  operation: 'update-opportunity',
  header: ['商机ID', ...fields],
  mapping: ['id', ...fields],
});
const someIds = (count: number) => [...sandbox.crm().opportunities.keys()].slice(0, count);
const writes = () => sandbox.ledger().entries.filter(({ httpMethod }) => httpMethod === 'PUT');
const calls = () => sandbox.ledger().entries.map(({ httpMethod }) => httpMethod);
const outcomes = async (jobId: string) =>
  (await world.call('job.rows', { jobId, from: 0, limit: 200 })).rows.map(({ state, outcome }) => [
    state,
    outcome?.reason,
  ]);

describe('edits of many records', () => {
  it('write what differs, each record once, with what it held on disk before', async () => {
    const [one = '', two = '', three = ''] = someIds(3);
    const jobId = await world.give(edits('note', 'stage'), [
      [one, '新的备注', '谈判/合同'],
      [two, '', '3512'],
      [three, '另一条', ''],
    ]);
    const draft = await world.checked(jobId);
    expect(draft).toMatchObject({ areOptionsKnown: true, import: { faulty: 0 } });
    expect(draft.estimate).toMatchObject({ rows: 3, requests: 3 });
    const preview = await world.call('bulk.preview', { jobId });
    expect(preview).toMatchObject({ fromRecord: ['title', 'customer_id'], rows: [0] });
    expect(preview.body).toContain('"stage":"3514"');
    expect(writes()).toEqual([]);
    const job = await world.run(jobId);
    expect(addsUp(job)).toBe(true);
    expect((await outcomes(jobId)).map(([state]) => state)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(writes().map(({ violations }) => violations)).toEqual(writes().map(() => []));
    const kept = await world.call('crm.readEdit', { jobId });
    expect(kept.edit).toMatchObject({ sent: { now: { id: one } }, outcome: { kind: 'saved' } });
  });

  it('refuse before anything is read what is no option, no id, not offered or nothing at all', async () => {
    const [one = '', two = '', three = ''] = someIds(3);
    const jobId = await world.give(edits('stage', 'expect_amount', 'customer_id'), [
      [one, '没有这个阶段', '', ''],
      [two, '暂停跟进', '', ''],
      ['2.01912E+10', '3512', '', ''],
      [three, '', '一万', ''],
      [one, '', '', ''],
      ['7', '', '', '5'],
      ['8', '#N/A', '########', '#REF!'],
      ['20191214888.0', '', '1', ''],
    ]);
    await world.checked(jobId);
    const { rows } = await world.call('bulk.rows', { jobId, filter: 'faulty', from: 0, limit: 200 });
    expect(rows.map(({ index, issues }) => [index, ...issues.map(({ reason }) => reason)])).toEqual([
      [0, 'not-an-option'],
      [1, 'not-an-option'],
      [2, 'spoilt-id'],
      [3, 'not-an-amount'],
      [4, 'nothing-to-save', 'repeated'],
      [5, 'not-offered'],
      [6, 'error-value', 'error-value', 'error-value'],
      [7, 'decimal-id'],
    ]);
    expect(calls().filter((method) => method !== 'GET')).toEqual([]);
  });

  it('read dates and amounts as Excel shows them, and show what they read', async () => {
    const [one = '', two = '', three = ''] = someIds(3);
    const jobId = await world.give(edits('expect_sign_date', 'expect_amount'), [
      [one, '2026/11/30', '¥20,000.00'],
      [two, '2026年11月30日', '20,000元'],
      [three, '2026-11-30 10:30:00', '20000'],
    ]);
    await world.checked(jobId);
    const { rows } = await world.call('bulk.rows', { jobId, filter: 'all', from: 0, limit: 200 });
    expect(rows.map(({ read, issues }) => [read, ...issues.map(({ reason }) => reason)])).toEqual([
      [{ 1: '2026-11-30', 2: '20000.00' }],
      [{ 1: '2026-11-30', 2: '20000' }],
      [undefined, 'not-a-date'],
    ]);
    await world.run(jobId);
    expect(writes().map(({ violations }) => violations)).toEqual([[], []]);
    const { opportunity } = await world.call('crm.read', { connectionId: 'crm', opportunityId: two });
    expect(opportunity.values).toMatchObject({
      expect_sign_date: '2026-11-30',
      expect_amount: expect.stringMatching(/^20000(\.0+)?$/),
    });
  });

  it('take a label where the options were not known when the rows were looked at', async () => {
    const [one = '', two = ''] = someIds(2);
    sandbox.addFaults([{ kind: 'answer-lost', match: { method: 'GET /api/v2/field_maps/opportunity' } }]);
    const jobId = await world.give(edits('stage'), [
      [one, '谈判/合同'],
      [two, '没有这个阶段'],
    ]);
    expect(await world.checked(jobId)).toMatchObject({ areOptionsKnown: false, import: { faulty: 0 } });
    await world.run(jobId);
    expect(await outcomes(jobId)).toEqual([
      ['succeeded', expect.stringMatching(/^edit-/)],
      ['failed', 'not-an-option'],
    ]);
    expect(JSON.stringify(writes().map(({ body }) => body))).not.toContain('谈判');
  });

  it('of a record that cannot be edited or found fail alone', async () => {
    const [one = '', two = ''] = someIds(2);
    sandbox.changeData([{ kind: 'opportunity', id: two, set: { is_editable: false } }]);
    const jobId = await world.give(edits('note'), [
      [one, '新的备注'],
      [two, '新的备注'],
      ['999999999999', '新的备注'],
    ]);
    const job = await world.run(jobId);
    expect(job.counts).toMatchObject({ succeeded: 1, failed: 2 });
    const retry = await world.call('job.retryFailed', { jobId });
    expect((await world.checked(retry.jobId)).import).toMatchObject({ total: 2, faulty: 0 });
    sandbox.changeData([{ kind: 'opportunity', id: two, set: { is_editable: true } }]);
    // A cell without text asks for nothing: it does not empty the field.
    await world.call('bulk.editCell', { jobId: retry.jobId, index: 1, column: 1, text: '' });
    const again = await world.run(retry.jobId);
    expect(again).toMatchObject({ retryOf: jobId, counts: { succeeded: 1, skipped: 1 } });
  });

  it('of which one cannot be read fail that one and no other', async () => {
    const [one = '', two = '', three = ''] = someIds(3);
    const match = { method: 'GET /api/v2/opportunities/:id', object: two };
    sandbox.addFaults([{ kind: 'error', code: 100_777, status: 200, msg: '记录异常', times: null, match }]);
    const jobId = await world.give(
      edits('note'),
      [one, two, three].map((id) => [id, '新的备注']),
    );
    expect(await world.run(jobId)).toMatchObject({ state: 'finished', counts: { succeeded: 2, failed: 1 } });
    expect((await outcomes(jobId))[1]).toEqual(['failed', 'unlisted-code']);
  });

  it('whose answer was lost are settled by reading, and not written twice', async () => {
    const [one = ''] = someIds(1);
    sandbox.addFaults([{ kind: 'answer-lost', match: { method: 'PUT /api/v2/opportunities/:id' } }]);
    const jobId = await world.give(edits('note'), [[one, '新的备注']]);
    await world.run(jobId);
    expect(await outcomes(jobId)).toEqual([['succeeded', 'edit-saved']]);
    expect(writes()).toHaveLength(1);
  });
});

describe('edits that the CRM takes in part', () => {
  const both = edits('note', 'expect_amount');
  const give = async () => {
    const ids = someIds(5);
    for (const id of ids) sandbox.changeData([{ kind: 'opportunity', id, set: { locked_fields: ['expect_amount'] } }]);
    return world.give(
      both,
      ids.map((id) => [id, '批量改的备注', '77.00']),
    );
  };

  it('are counted as such, name the field, and the pause after five alike says why', async () => {
    const jobId = await give();
    const job = await world.run(jobId);
    expect(job).toMatchObject({ counts: { failed: 5 }, noted: { partly: 5 } });
    expect(job.lastFailure).toEqual({ code: 'rejected', detail: { reason: 'edit-partly-refused' } });
    const { rows } = await world.call('job.rows', { jobId, from: 0, limit: 1 });
    expect(rows[0]?.outcome).toMatchObject({ reason: 'edit-partly-refused', fields: ['expect_amount'] });
  });

  it('are taken back where they were done, once however often that is asked', async () => {
    const jobId = await give();
    await world.run(jobId);
    const undo = await world.call('bulk.undo', { jobId });
    expect(await world.call('bulk.undo', { jobId })).toEqual(undo);
    const draft = await world.checked(undo.jobId);
    expect(draft.import).toMatchObject({ hasFieldHeader: true });
    await world.call('bulk.exclude', { jobId: undo.jobId, rows: [0], excluded: true });
    const [, two = ''] = someIds(2);
    sandbox.changeData([{ kind: 'opportunity', id: two, set: { note: '同事改的' } }]);
    const undone = await world.run(undo.jobId);
    // Only what the record showed as changed since is counted as that.
    expect(undone).toMatchObject({ counts: { succeeded: 3, skipped: 2 }, noted: { kept: 1 } });
    expect((await world.call('bulk.undo', { jobId })).jobId).not.toBe(undo.jobId);
    const result = (of: string) => world.call('job.resultRows', { jobId: of, from: 0, limit: 1 });
    expect([await result(undo.jobId), await result(jobId)].map((one) => one.hasFieldHeader)).toEqual([true, undefined]);
  });
});

describe('an undo of many edits', () => {
  it('restores, keeps what somebody changed since, and fails what cannot be put back', async () => {
    const [one = '', two = '', three = '', four = ''] = someIds(4);
    const jobId = await world.give(
      edits('note', 'customer_requirement'),
      [one, two, three, four].map((id) => [id, '批量改的备注', '批量改的需求']),
    );
    const job = await world.run(jobId);
    expect(job.counts.succeeded).toBe(4);
    const before = (await world.call('crm.readEdit', { jobId })).edit?.sent?.now.values;
    sandbox.changeData([
      { kind: 'opportunity', id: two, set: { note: '同事改的', customer_requirement: '同事改的' } },
      { kind: 'opportunity', id: three, set: { is_editable: false } },
      { kind: 'opportunity', id: four, set: { note: '同事改的' } },
    ]);
    const undo = await world.call('bulk.undo', { jobId });
    const draft = await world.checked(undo.jobId);
    expect(draft).toMatchObject({ import: { total: 4, faulty: 0 }, summary: { undoOf: jobId } });
    const undone = await world.run(undo.jobId);
    expect(addsUp(undone)).toBe(true);
    expect(await outcomes(undo.jobId)).toEqual([
      ['succeeded', 'edit-saved'],
      ['skipped', 'undo-kept'],
      ['failed', 'record-locked'],
      ['succeeded', 'undo-partly-kept'],
    ]);
    const read = (id: string) => world.call('crm.read', { connectionId: 'crm', opportunityId: id });
    expect((await read(one)).opportunity.values).toMatchObject({
      note: before?.note,
      customer_requirement: before?.customer_requirement,
    });
    expect((await read(two)).opportunity.values).toMatchObject({ note: '同事改的' });
    expect((await read(four)).opportunity.values).toMatchObject({ note: '同事改的' });
    // Another try still takes back what was edited, and still keeps what others changed.
    sandbox.changeData([{ kind: 'opportunity', id: three, set: { is_editable: true, note: '同事改的' } }]);
    const retry = await world.run((await world.call('job.retryFailed', { jobId: undo.jobId })).jobId);
    expect(retry).toMatchObject({ undoOf: jobId, retryOf: undo.jobId, total: 1 });
    expect(await outcomes(retry.id)).toEqual([['succeeded', 'undo-partly-kept']]);
    expect((await read(three)).opportunity.values).toMatchObject({ note: '同事改的' });
  });

  it('is refused where nothing was changed, and says so of a row whose edit was cleared meanwhile', async () => {
    const [one = ''] = someIds(1);
    const jobId = await world.give(edits('note'), [[one, '新的备注']]);
    expect(await refusalOf(world.call('bulk.undo', { jobId }))).toBe('not-found nothing-to-undo');
    await world.run(jobId);
    const undo = await world.call('bulk.undo', { jobId });
    await world.database.clear('edits');
    await world.run(undo.jobId);
    expect(await outcomes(undo.jobId)).toEqual([['failed', 'before-not-known']]);
  });
});
