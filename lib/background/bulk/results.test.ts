import { describe, expect, it } from 'vitest';
import { addsUp } from '@/lib/jobs/job-transaction';
import { stageBulk } from '@/test/fakes/bulk-stage';
import { type BulkWorld, refusalOf, releaseShared } from '@/test/fakes/bulk-world';
import { createTestClock } from '@/test/fakes/job-world';
import { unsubscribedPhone } from '../../../test/sandbox/outreach/outreach-data.ts';
import type { Sandbox } from '../../../test/sandbox/sandbox.ts';

const clock = createTestClock();
let sandbox: Sandbox;
let world: BulkWorld;

stageBulk(clock, {}, (stage) => {
  ({ sandbox, world } = stage);
});

const release = { operation: 'release-opportunity', header: ['商机ID'], mapping: ['opportunity_id'] };
const outreach = {
  operation: 'submit-outreach',
  header: ['手机', '单号'],
  mapping: ['phone_number', 'biz_id'],
  shared: { plan_id: '124', input_params: '{}', output_params: '{}' },
  channel: 'sms' as const,
};
const someIds = (count: number) => [...sandbox.crm().opportunities.keys()].slice(0, count);
const keysOf = (jobId: string) =>
  world.database.getAllFromIndex('requests', 'by-job', jobId).then((requests) => requests.map(({ key }) => key));

/** Every row of a job, page by page. */
async function wholeResult(jobId: string, limit: number) {
  const all = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: Awaited<ReturnType<typeof read>> = await read(from);
    all.push(...page.rows);
    from = page.next;
  }
  return all;
  function read(from: number) {
    return world.call('job.resultRows', { jobId, from, limit });
  }
}

it('a result has every row once, in the input’s order, whole, whatever the page', async () => {
  const ids = someIds(30);
  const rows = [...ids, 'x', ids[0] ?? '', '', '1.2E+18'].map((id) => [id]);
  const jobId = await world.give({ ...release, shared: releaseShared }, rows);
  await world.call('bulk.editCell', { jobId, index: 30, column: 0, text: someIds(31)[30] ?? '' });
  await world.checked(jobId);
  await world.call('bulk.exclude', { jobId, rows: [2], excluded: true });
  const job = await world.run(jobId);
  for (const limit of [1, 7, 1000]) {
    const all = await wholeResult(jobId, limit);
    expect(all.map(({ index, cells }) => [index, ...cells])).toEqual(rows.map((cells, index) => [index, ...cells]));
    const counted = Object.entries(Object.groupBy(all, ({ state }) => state)).map(([state, some]) => [
      state,
      some.length,
    ]);
    expect(Object.fromEntries(counted)).toEqual({ succeeded: 30, skipped: 4 });
    expect(all[30]).toMatchObject({ corrected: [{ column: 0, text: someIds(31)[30] }], state: 'succeeded' });
  }
  expect(addsUp(job)).toBe(true);
});

it('a row that is wider than the header moves nothing that is put behind it, and padding is no cell', async () => {
  const [one = '', two = '', three = ''] = someIds(3);
  const rows = [[one], [two, '', '内部备注'], [three, '', '', '']];
  const jobId = await world.give({ ...release, shared: releaseShared }, rows);
  await world.checked(jobId);
  await world.call('bulk.editCell', { jobId, index: 1, column: 2, text: '' });
  expect((await world.run(jobId)).counts).toMatchObject({ succeeded: 3 });
  const page = await world.call('job.resultRows', { jobId, from: 0, limit: 2 });
  expect(page.header).toEqual(['商机ID', '', '']);
  expect((await wholeResult(jobId, 2)).map(({ cells }) => cells)).toEqual([[one], rows[1], [three]]);
});

describe('another try of what failed', () => {
  it('is a draft of those rows alone, under another key, with our ids given anew and a person’s own kept', async () => {
    const jobId = await world.give(outreach, [
      ['13800001111', ''],
      [unsubscribedPhone, ''],
      [unsubscribedPhone, 'OWN-7'],
    ]);
    const job = await world.run(jobId);
    expect(job.counts).toMatchObject({ succeeded: 1, failed: 2 });
    const first = await wholeResult(jobId, 200);
    const retry = await world.call('job.retryFailed', { jobId });
    expect(await world.call('job.retryFailed', { jobId })).toEqual(retry);
    const draft = await world.checked(retry.jobId);
    expect(draft).toMatchObject({ summary: { retryOf: jobId }, import: { total: 2, faulty: 0, warned: 1 } });
    expect(JSON.stringify(draft)).not.toContain(unsubscribedPhone);
    for (const index of [0, 1])
      await world.call('bulk.editCell', { jobId: retry.jobId, index, column: 0, text: `1380000222${index}` });
    const again = await world.run(retry.jobId);
    expect(again.counts).toMatchObject({ succeeded: 2 });
    expect(await keysOf(retry.jobId)).not.toEqual(await keysOf(jobId));
    const second = await wholeResult(retry.jobId, 200);
    expect(second.map(({ subject }) => subject)).toEqual([`${again.intentId}-1`, 'OWN-7']);
    expect(second[0]?.subject).not.toBe(first[1]?.subject);
    expect(await refusalOf(world.call('job.retryFailed', { jobId: retry.jobId }))).toBe('not-found nothing-to-retry');
  });

  it('takes what is chosen anew for its columns and for all rows, and begins with what was chosen before', async () => {
    const [one = ''] = someIds(1);
    sandbox.addFaults([{ kind: 'error', code: 15, subCode: 'isv.opportunity-not-exist' }]);
    const table = { ...release, header: ['商机ID', '原因', '说明'], mapping: ['opportunity_id', 'memo', ''] };
    const jobId = await world.give({ ...table, shared: releaseShared }, [[one, '旧原因', '新原因']]);
    await world.run(jobId);
    const retry = await world.call('job.retryFailed', { jobId });
    expect(await world.checked(retry.jobId)).toMatchObject({ shared: releaseShared, sharedIssues: [] });
    const toggle = world.call('bulk.configure', { jobId: retry.jobId, hasHeader: false });
    expect(await refusalOf(toggle)).toBe('not-allowed rows-are-given');
    const changed = { mapping: ['opportunity_id', '', 'memo'], shared: { ...releaseShared, territory_code: 'T_1' } };
    await world.call('bulk.configure', { jobId: retry.jobId, ...changed });
    await world.run(retry.jobId);
    expect(JSON.stringify(sandbox.ledger().entries.at(-1)?.body)).toMatch(/T_1.*新原因|新原因.*T_1/);
  });

  it('that was cut off while its rows were copied is gone with the next worker', async () => {
    const jobId = await world.give(outreach, [[unsubscribedPhone, '']]);
    await world.run(jobId);
    const retry = await world.call('job.retryFailed', { jobId });
    await world.checked(retry.jobId);
    const table = await world.database.get('imports', retry.jobId);
    if (!table) throw new Error('no table');
    await world.database.put('imports', { ...table, phase: 'reading' });
    const begun = await world.call('bulk.begin', { ...release, connectionId: 'top', source: 'panel' });
    await world.restart();
    expect(await world.database.get('jobs', retry.jobId)).toBeUndefined();
    // What a page is still giving rows to stays.
    expect(await world.database.get('jobs', begun.jobId)).toMatchObject({ state: 'draft' });
  });
});

describe('what was cancelled before it left', () => {
  it('is a draft once more, with the cells that were corrected, and what left is not in it', async () => {
    const [one = '', two = '', three = ''] = someIds(3);
    const jobId = await world.give({ ...release, shared: releaseShared }, [[one], ['x'], [three]]);
    await world.checked(jobId);
    await world.call('bulk.editCell', { jobId, index: 1, column: 0, text: two });
    const { revision } = await world.checked(jobId);
    await world.call('bulk.run', { jobId, revision });
    await world.reach(jobId, 'held');
    expect(await refusalOf(world.call('job.retryFailed', { jobId, rows: 'cancelled' }))).toBe(
      'not-found nothing-to-retry',
    );
    expect(await world.call('job.callOff', { jobId })).toEqual({ calledOff: true });
    const again = await world.call('job.retryFailed', { jobId, rows: 'cancelled' });
    expect(await world.call('job.retryFailed', { jobId, rows: 'cancelled' })).toEqual(again);
    expect(await world.checked(again.jobId)).toMatchObject({
      summary: { retryOf: jobId },
      import: { total: 3, faulty: 0, warned: 0 },
    });
    expect(await world.run(again.jobId)).toMatchObject({ counts: { succeeded: 3 } });
    expect(await wholeResult(again.jobId, 200)).toMatchObject([
      {},
      { cells: ['x'], corrected: [{ column: 0, text: two }], subject: two },
      {},
    ]);
    expect(sandbox.ledger().entries).toHaveLength(3);
  });

  it('is the rest of a job alone: what was lost when it was cancelled is unknown, and is not taken up', async () => {
    const ids = someIds(6);
    const [lost = ''] = ids;
    const jobId = await world.give(
      { ...release, shared: releaseShared },
      ids.map((id) => [id]),
    );
    sandbox.addFaults([{ kind: 'answer-lost', match: { object: lost } }]);
    // The session is over: nothing more is let in, and the job stands still.
    sandbox.addFaults(ids.slice(1).map((object) => ({ kind: 'error', code: 27, match: { object } })));
    expect(await world.run(jobId)).toMatchObject({ state: 'paused' });
    await world.call('job.cancel', { jobId });
    const { counts } = await world.reach(jobId, 'finished');
    expect(counts).toMatchObject({ unknown: 1, cancelled: 5 });
    const again = await world.call('job.retryFailed', { jobId, rows: 'cancelled' });
    expect(await world.checked(again.jobId)).toMatchObject({ import: { total: 5, faulty: 0 } });
  });
});

describe('rows that nobody knows of', () => {
  const lose = async (count: number) => {
    sandbox.addFaults([{ kind: 'answer-lost', times: count }]);
    const jobId = await world.give(
      { ...release, shared: releaseShared },
      someIds(count).map((id) => [id]),
    );
    const job = await world.run(jobId);
    expect(job).toMatchObject({ counts: { unknown: count }, needsDecision: 1 });
    return jobId;
  };

  it('are decided together, and the choice is written down', async () => {
    const jobId = await lose(3);
    expect(await world.call('job.decideAll', { jobId, choice: 'mark-succeeded' })).toEqual({ decided: 3, left: 0 });
    const job = await world.database.get('jobs', jobId);
    expect(job).toMatchObject({ counts: { succeeded: 3, unknown: 0 } });
    expect(job?.needsDecision).toBeUndefined();
    expect((await world.database.getAll('journal')).at(-1)).toMatchObject({
      event: 'decided',
      outcome: 'mark-succeeded',
    });
    expect(await world.call('job.decideAll', { jobId, choice: 'mark-failed' })).toEqual({ decided: 0, left: 0 });
  });

  it('go again under the very keys they left with', async () => {
    const jobId = await lose(3);
    const keys = await keysOf(jobId);
    expect(await world.call('job.decideAll', { jobId, choice: 'send-again' })).toEqual({ decided: 3, left: 0 });
    clock.advance(60_000);
    await world.current().background.engine.run();
    const job = await world.reach(jobId, 'finished');
    expect(await keysOf(jobId)).toEqual(keys);
    expect(addsUp(job)).toBe(true);
    expect(job.counts.waiting + job.counts.sending).toBe(0);
    for (const { keys: under } of Object.values(sandbox.ledger().counts.byObject)) expect(under).toHaveLength(1);
  });
});

it('jobs are found by their id, name, connection and what their rows are about', async () => {
  const [one = '', two = ''] = someIds(2);
  const jobId = await world.give({ ...release, fileName: '周五释放.xlsx', shared: releaseShared }, [[one], [two]]);
  await world.run(jobId);
  for (const text of [jobId, '周五', two, '淘宝'])
    expect(
      (await world.call('job.search', { text })).jobs.map(({ id }) => id),
      text,
    ).toEqual([jobId]);
  expect(await world.call('job.search', { text: '没有' })).toEqual({ jobs: [], more: false });
});

it('templates are kept by operation and name', async () => {
  const fields = { 商机编号: 'opportunity_id' };
  const { id } = await world.call('templates.save', { operation: 'release-opportunity', name: '周五', fields });
  const again = await world.call('templates.save', {
    operation: 'release-opportunity',
    name: '周五',
    fields: { ...fields, 原因: 'memo' },
  });
  expect(again.id).toBe(id);
  const { templates } = await world.call('templates.list', { operation: 'release-opportunity' });
  expect(templates).toEqual([
    { id, operation: 'release-opportunity', name: '周五', fields: { ...fields, 原因: 'memo' } },
  ]);
  expect(await world.call('templates.list', { operation: 'sell-cards' })).toEqual({ templates: [] });
  await world.call('templates.delete', { id });
  expect(await world.call('templates.list', { operation: 'release-opportunity' })).toEqual({ templates: [] });
});

it('an id of ours is given anew at each further try of a form’s rows, and an empty row that is filled in goes', async () => {
  const { jobId } = await world.call('job.create', {
    ...{ operation: 'submit-outreach', connectionId: 'top', intentId: 'intent-of-form' },
    rows: [{ phone_number: unsubscribedPhone, input_params: '{}', output_params: '{}' }],
    ...{ shared: { plan_id: '124' }, channel: 'sms' as const, source: 'popup' as const },
  });
  clock.advance(60_000);
  await world.current().background.engine.run();
  await world.reach(jobId, 'finished');
  const subjects: (string | undefined)[] = [];
  let of = jobId;
  for (const _ of [1, 2]) {
    of = (await world.call('job.retryFailed', { jobId: of })).jobId;
    await world.run(of);
    const { intentId } = (await world.database.get('jobs', of)) ?? {};
    const [row] = await wholeResult(of, 200);
    expect([row?.subject, row?.state]).toEqual([`${intentId}-1`, 'failed']);
    subjects.push(row?.subject);
  }
  expect(new Set(subjects).size).toBe(2);

  const [one = '', two = ''] = someIds(2);
  const table = await world.give({ ...release, shared: releaseShared }, [[one], ['']]);
  await world.checked(table);
  await world.call('bulk.editCell', { jobId: table, index: 1, column: 0, text: two });
  expect((await world.run(table)).counts).toMatchObject({ succeeded: 2, skipped: 0 });
});
