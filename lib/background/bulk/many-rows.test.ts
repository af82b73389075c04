import { describe, expect, it } from 'vitest';
import { allowCalls, holdCallsUntil } from '@/lib/jobs/call-limit';
import { addsUp } from '@/lib/jobs/job-transaction';
import { verifyJournal } from '@/lib/journal/verify-journal';
import { stageBulk } from '@/test/fakes/bulk-stage';
import { type BulkWorld, refusalOf, releaseShared } from '@/test/fakes/bulk-world';
import { createTestClock } from '@/test/fakes/job-world';
import { defaultAccount } from '../../../test/sandbox/accounts.ts';
import type { Sandbox } from '../../../test/sandbox/sandbox.ts';

const clock = createTestClock();
let sandbox: Sandbox;
let world: BulkWorld;

stageBulk(clock, {}, (stage) => {
  ({ sandbox, world } = stage);
});

const someIds = (count: number) => [...sandbox.crm().opportunities.keys()].slice(0, count);
const written = (part: string) => sandbox.ledger().entries.filter(({ method }) => method?.includes(part));

const release = { operation: 'release-opportunity', header: ['商机ID', '原因'], mapping: ['opportunity_id', 'memo'] };
const cards = { operation: 'sell-cards', header: ['卡号'], mapping: ['physical_card_ids'] };
const cardsShared = { brand_id: '3396912', shop_id: '4564334', operator_id: 'kyr13386' };

/** A finished release of these ids, as a list. */
async function releaseList(ids: readonly string[]) {
  const rows = ids.map((id) => [id, '联系不上']);
  return world.run(await world.give({ ...release, shared: releaseShared }, rows));
}

describe('rows from the first to the result', () => {
  it('of a list of releases: each leaves once, and every row is there in its order', async () => {
    const ids = someIds(12);
    const job = await releaseList([...ids, '1.23E+17', ids[0] ?? '']);
    expect(job).toMatchObject({ state: 'finished', counts: { succeeded: 12, skipped: 2 } });
    expect(addsUp(job)).toBe(true);
    const released = written('unfollow').map(({ body }) => JSON.stringify(body));
    expect(released).toHaveLength(12);
    const { header, rows } = await world.call('job.resultRows', { jobId: job.id, from: 0, limit: 1000 });
    expect(header).toEqual(['商机ID', '原因']);
    expect(rows.map(({ index, cells }) => [index, cells[0]])).toEqual(
      [...ids, '1.23E+17', ids[0]].map((id, index) => [index, id]),
    );
    expect(rows.map(({ state, outcome }) => (state === 'skipped' ? outcome?.reason : state)).slice(11)).toEqual([
      'succeeded',
      'spoilt-id',
      'repeated',
    ]);
    expect(new Set(rows.slice(0, 12).map(({ key }) => key)).size).toBe(12);
    const failed = await world.call('job.rows', { jobId: job.id, state: 'skipped', from: 0, limit: 1 });
    expect(failed).toMatchObject({ rows: [{ index: 12 }], next: 13 });
    expect(await verifyJournal(world.database)).toMatchObject({ entries: expect.any(Number) });
  });

  it('of a delivery of cards: in requests of the size that was chosen', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => [String(6600001000 + index)]);
    const jobId = await world.give({ ...cards, shared: cardsShared }, rows);
    await world.call('bulk.configure', { jobId, rowsPerRequest: 200 });
    const { estimate } = await world.checked(jobId);
    expect(estimate).toMatchObject({ rows: 450, requests: 3, until: clock.read() + estimate.seconds * 1000 });
    await holdCallsUntil(world.database, `${sandbox.gatewayUrl}|${defaultAccount.appKey}`, clock.read() + 600_000);
    const held = (await world.call('bulk.read', { jobId })).estimate;
    expect(held.until).toBe(clock.read() + 600_000 + held.seconds * 1000);
    await allowCalls(world.database, `${sandbox.gatewayUrl}|${defaultAccount.appKey}`);
    const job = await world.run(jobId);
    expect(job).toMatchObject({ state: 'finished', counts: { succeeded: 450 } });
    expect(written('card.batch.sell')).toHaveLength(3);
  });

  it('of which no cell holds what a spreadsheet shows in place of a card: each is a fault at its place', async () => {
    const cells = ['6600000001', '########', '#N/A', '6600000002.0'];
    const jobId = await world.give(
      { ...cards, shared: cardsShared, rowsAbove: 2 },
      cells.map((cell) => [cell]),
    );
    expect((await world.checked(jobId)).import).toMatchObject({ hasHeader: true, rowsAbove: 2 });
    const { rows } = await world.call('bulk.rows', { jobId, filter: 'faulty', from: 0, limit: 200 });
    expect(rows.map(({ index, issues }) => [index, ...issues])).toEqual([
      [1, { field: 'physical_card_ids', reason: 'error-value' }],
      [2, { field: 'physical_card_ids', reason: 'error-value' }],
      [3, { field: 'physical_card_ids', reason: 'decimal-id' }],
    ]);
    await world.call('bulk.editCell', { jobId, index: 3, column: 0, text: '6600000002' });
    expect((await world.run(jobId)).counts).toMatchObject({ succeeded: 2, skipped: 2 });
  });

  it('of a campaign: numbers are masked wherever they are shown, and whole in the request and the result', async () => {
    const phones = ['13800001111', '13800002222'];
    const jobId = await world.give(
      {
        operation: 'submit-outreach',
        header: ['手机', '变量'],
        mapping: ['phone_number', 'input_params'],
        shared: { plan_id: '124', output_params: '{}' },
        channel: 'sms',
      },
      phones.map((phone) => [phone, '{"name":"王"}']),
    );
    const draft = await world.checked(jobId);
    expect(draft.sharedIssues).toEqual([]);
    expect(JSON.stringify(draft)).not.toContain('13800001111');
    const page = await world.call('bulk.rows', { jobId, filter: 'all', from: 0, limit: 200 });
    expect(JSON.stringify(page)).not.toContain('13800001111');
    expect((await world.call('bulk.readCell', { jobId, index: 0, column: 0 })).text).toBe('13800001111');
    const job = await world.run(jobId);
    expect(job).toMatchObject({ state: 'finished', counts: { succeeded: 2 } });
    const shown = await world.call('job.rows', { jobId, from: 0, limit: 200 });
    expect(JSON.stringify(shown)).not.toContain('13800001111');
    expect(JSON.stringify(await world.database.getAll('journal'))).not.toContain('13800001111');
    const { rows } = await world.call('job.resultRows', { jobId, from: 0, limit: 1000 });
    expect(rows.map(({ cells }) => cells[0])).toEqual(phones);
    expect(JSON.stringify(written('initiative.batch.task'))).toContain('13800002222');
  });

  it('goes on in another worker where the last one left it, while checking and while preparing', async () => {
    const rows = Array.from({ length: 900 }, (_, index) => [`77${String(index).padStart(8, '0')}`]);
    const jobId = await world.give({ ...cards, shared: cardsShared }, rows);
    await world.restart();
    const { revision, ...draft } = await world.checked(jobId);
    expect(draft.import).toMatchObject({ checkedRows: 900, faulty: 0 });
    await world.call('bulk.run', { jobId, revision });
    await world.restart();
    expect((await world.reach(jobId, 'held')).counts).toMatchObject({ waiting: 900 });
  });
});

describe('nothing leaves that a person has not confirmed as it is', () => {
  const draftOf = async (change: Partial<Parameters<BulkWorld['give']>[0]> = {}) => {
    const jobId = await world.give(
      { ...release, shared: releaseShared, ...change },
      someIds(3).map((id) => [id, '']),
    );
    return { jobId, revision: (await world.checked(jobId)).revision };
  };

  it('a draft can be neither paused, continued, cancelled nor called off into running', async () => {
    const { jobId } = await draftOf();
    for (const name of ['job.pause', 'job.cancel', 'job.callOff'] as const)
      expect(await refusalOf(world.call(name, { jobId })), name).toBe('conflict not-begun');
    await world.call('job.resume', { jobId });
    await world.current().background.engine.run();
    expect(await world.database.get('jobs', jobId)).toMatchObject({ state: 'draft', counts: { waiting: 3 } });
    expect(written('unfollow')).toEqual([]);
    expect(await world.database.count('journal')).toBe(0);
  });

  it('with something missing that all rows need, it does not run', async () => {
    const jobId = await world.give(cards, [['6600001001']]);
    const { revision, sharedIssues } = await world.checked(jobId);
    expect(sharedIssues.map(({ field }) => field)).toEqual(['operator_id', 'brand_id', 'shop_id']);
    expect(await refusalOf(world.call('bulk.run', { jobId, revision }))).toBe('invalid-input required');
    expect(await world.database.get('jobs', jobId)).toMatchObject({ state: 'draft' });
  });

  it('a draft that was changed since, or run before, is refused or the same job', async () => {
    const { jobId, revision } = await draftOf();
    await world.call('bulk.editCell', { jobId, index: 0, column: 1, text: '门店关闭' });
    expect(await refusalOf(world.call('bulk.run', { jobId, revision }))).toBe('conflict draft-changed');
    const now = (await world.checked(jobId)).revision;
    const both = await Promise.all([
      world.call('bulk.run', { jobId, revision: now }),
      world.call('bulk.run', { jobId, revision: now }),
    ]);
    expect(both).toEqual([{ jobId }, { jobId }]);
    await world.reach(jobId, 'held');
    const asked = await world.database.getAll('journal');
    expect(asked.map(({ event, subjects, subject }) => [event, subjects?.length ?? subject])).toEqual([
      ['asked', someIds(1)[0]],
      ['asked', 2],
    ]);
    expect(await refusalOf(world.call('bulk.discard', { jobId }))).toBe('conflict not-a-draft');
  });

  it('a policy is kept to: rows at once, the dry run, what is switched off', async () => {
    const { jobId, revision } = await draftOf();
    await world.changePolicy({ maxBatchRows: 2 });
    expect(await refusalOf(world.call('bulk.run', { jobId, revision }))).toBe('invalid-input too-many-rows');
    expect(
      await refusalOf(
        world.give(
          release,
          someIds(3).map((id) => [id, '']),
        ),
      ),
    ).toBe('invalid-input too-many-rows');
    await world.changePolicy({ maxBatchRows: 3, disabledOperations: ['release-opportunity'] });
    expect(await refusalOf(world.call('bulk.run', { jobId, revision }))).toBe('not-allowed operation-disabled');
    await world.changePolicy({ disabledOperations: [], requireDryRun: true });
    expect(await refusalOf(world.call('bulk.run', { jobId, revision }))).toBe('not-allowed dry-run-required');
    await world.call('bulk.preview', { jobId });
    expect(await world.checked(jobId)).toMatchObject({ isPreviewed: true, mustPreview: true, mostRows: 3 });
    expect(await refusalOf(world.call('bulk.run', { jobId, revision }))).toBe('not refused');
  });

  it('a locked vault and a missing permission are said before anything is written', async () => {
    const { jobId, revision } = await draftOf();
    await world.call('vault.lock', {});
    expect(await refusalOf(world.call('bulk.run', { jobId, revision }))).toBe('locked');
    expect(await world.database.get('jobs', jobId)).toMatchObject({ state: 'draft' });
  });
});

describe('the dry run', () => {
  it('shows the request as it will leave, key included where there is only one', async () => {
    const jobId = await world.give({ ...cards, shared: cardsShared }, [['6600001001'], ['6600001002']]);
    await world.checked(jobId);
    const preview = await world.call('bulk.preview', { jobId });
    expect(preview).toMatchObject({ requests: 1, rows: [0, 1], isExampleKey: false });
    expect(written('card.batch.sell')).toEqual([]);
    const job = await world.run(jobId);
    const [request] = await world.database.getAllFromIndex('requests', 'by-job', job.id);
    expect(JSON.stringify(preview.lines)).toContain(request?.key);
  });

  it('says that its key is an example where another one will be made', async () => {
    const rows = [...Array.from({ length: 100 }, (_, index) => [String(6600001000 + index)]), ['6600001999']];
    const jobId = await world.give({ ...cards, shared: cardsShared }, rows);
    await world.checked(jobId);
    await world.call('bulk.exclude', { jobId, rows: [0, 1, 2], excluded: true });
    const preview = await world.call('bulk.preview', { jobId });
    expect(preview).toMatchObject({ requests: 1, isExampleKey: true });
  });

  it('shows nothing of rows that were not looked at', async () => {
    const { jobId } = await world.call('bulk.begin', { ...release, connectionId: 'top', source: 'panel' });
    await world.call('bulk.addRows', { jobId, from: 0, rows: [['20191214888', '']] });
    expect(await refusalOf(world.call('bulk.preview', { jobId }))).toBe('conflict rows-not-checked');
  });
});

describe('what another job has done or is doing', () => {
  it('is warned of, or a fault, with the job; a list that was run meanwhile is not run twice', async () => {
    const ids = someIds(4);
    const give = () =>
      world.give(
        { ...release, shared: releaseShared },
        ids.map((id) => [id, '']),
      );
    const second = await give();
    await world.checked(second);
    const first = await releaseList(ids);
    expect(first.counts.succeeded).toBe(4);
    // Looked at before the first one ran, nothing warned of it.
    const late = await world.run(second);
    expect(late).toMatchObject({ state: 'finished', counts: { succeeded: 0, skipped: 4 } });
    expect(written('unfollow')).toHaveLength(4);
    const third = await give();
    expect((await world.checked(third)).import).toMatchObject({ warned: 4, faulty: 0 });
    const { rows } = await world.call('bulk.rows', { jobId: third, filter: 'warned', from: 0, limit: 200 });
    expect(rows[0]?.issues).toMatchObject([{ reason: 'done-earlier', earlier: { jobId: first.id } }]);
    // A person who has seen the warning may want it all the same.
    expect((await world.run(third)).counts.skipped).toBe(0);
  });
});
