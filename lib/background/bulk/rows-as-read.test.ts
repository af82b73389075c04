import { expect, it } from 'vitest';
import type { CallInput } from '@/lib/messages/extension-contract';
import { stageBulk } from '@/test/fakes/bulk-stage';
import { type BulkWorld, refusalOf, releaseShared } from '@/test/fakes/bulk-world';
import { createTestClock } from '@/test/fakes/job-world';
import type { Sandbox } from '../../../test/sandbox/sandbox.ts';

let sandbox: Sandbox;
let world: BulkWorld;

stageBulk(createTestClock(), {}, (stage) => {
  ({ sandbox, world } = stage);
});

const someIds = (count: number) => [...sandbox.crm().opportunities.keys()].slice(0, count);

type Added = Omit<CallInput<'bulk.addRows'>, 'jobId' | 'from'>;

/** A draft of releases that is still open for rows. */
async function begin(mapping: string[], added: Added): Promise<string> {
  const header = mapping.map((field) => field || '合计');
  const { jobId } = await world.call('bulk.begin', {
    ...{ operation: 'release-opportunity', connectionId: 'top', source: 'panel' },
    ...{ header, mapping, shared: releaseShared },
  });
  await world.call('bulk.addRows', { jobId, from: 0, ...added });
  return jobId;
}

const excluded = async (jobId: string) =>
  (await world.call('bulk.rows', { jobId, filter: 'excluded', from: 0, limit: 200 })).rows;

it('rows that a spreadsheet hides, or that are empty, are out from the start, however early the page ends', async () => {
  const [one = '', two = '', three = ''] = someIds(3);
  const jobId = await begin(['opportunity_id'], { rows: [[one], [two], [' '], [three]], hidden: [1, 3] });
  const reading = (await world.call('bulk.read', { jobId })).import;
  expect(reading).toMatchObject({ phase: 'reading', excluded: 3, hidden: 2 });
  await world.call('bulk.endRows', { jobId });
  expect((await world.checked(jobId)).import).toMatchObject({ total: 4, faulty: 0, excluded: 3, hidden: 2 });
  expect((await excluded(jobId)).map(({ leftOut }) => leftOut)).toEqual(['hidden', 'empty', 'hidden']);
  await world.call('bulk.exclude', { jobId, rows: 'hidden', excluded: false });
  await world.call('bulk.exclude', { jobId, rows: [3], excluded: true });
  expect((await world.checked(jobId)).import).toMatchObject({ excluded: 2, hidden: 0 });
  expect((await world.run(jobId)).counts).toMatchObject({ succeeded: 2, skipped: 2 });
  const told = await world.call('job.rows', { jobId, state: 'skipped', from: 0, limit: 200 });
  expect(told.rows.map(({ outcome }) => outcome?.reason)).toEqual(['empty-row', 'excluded']);
});

it('a formula without a value is a fault only where its column is used, and until somebody puts one there', async () => {
  const [one = '', two = ''] = someIds(2);
  const rows = [
    [one, '', ''],
    [two, '', ''],
  ];
  const faults = [1, 2].map((column) => ({ row: 1, column, reason: 'formula-without-value' as const }));
  const jobId = await begin(['opportunity_id', '', 'memo'], { rows, faults });
  await world.call('bulk.endRows', { jobId });
  expect((await world.checked(jobId)).import.faulty).toBe(1);
  const page = await world.call('bulk.rows', { jobId, filter: 'faulty', from: 0, limit: 200 });
  expect(page.rows).toMatchObject([{ index: 1, issues: [{ field: 'memo', reason: 'formula-without-value' }] }]);
  await world.call('bulk.editCell', { jobId, index: 1, column: 2, text: '' });
  expect((await world.checked(jobId)).import.faulty).toBe(0);
  await world.call('bulk.configure', { jobId, mapping: ['opportunity_id', 'memo', ''] });
  expect((await world.checked(jobId)).import.faulty).toBe(1);
});

it('a row of nothing but a formula without a value is none that nobody meant', async () => {
  const [one = ''] = someIds(1);
  const faults = [{ row: 1, column: 0, reason: 'formula-without-value' as const }];
  const jobId = await begin(['opportunity_id'], { rows: [[one], ['']], faults });
  await world.call('bulk.endRows', { jobId });
  expect((await world.checked(jobId)).import).toMatchObject({ faulty: 1, excluded: 0 });
});

it('a cell right of the header is a fault of a text’s row until it is emptied, and a column of a sheet', async () => {
  const [one = '', two = ''] = someIds(2);
  const rows = [[one], [two, '', '已联系']];
  const faultyOf = async (added: Added) => {
    const jobId = await begin(['opportunity_id'], added);
    await world.call('bulk.endRows', { jobId });
    return { jobId, table: (await world.checked(jobId)).import };
  };
  const { jobId, table } = await faultyOf({ rows });
  expect(table).toMatchObject({ faulty: 1, mapping: ['opportunity_id'] });
  const page = await world.call('bulk.rows', { jobId, filter: 'faulty', from: 0, limit: 200 });
  expect(page.rows).toMatchObject([{ cells: rows[1], issues: [{ field: '', reason: 'too-many-cells' }] }]);
  await world.call('bulk.editCell', { jobId, index: 1, column: 2, text: '' });
  expect((await world.checked(jobId)).import.faulty).toBe(0);
  const twice = await begin(['opportunity_id'], { rows: [...rows, [one, '', '']], isSheet: true });
  const again = { jobId: twice, from: 0, rows: [...rows, [one, '', '']], isSheet: true };
  expect(await world.call('bulk.addRows', again)).toEqual({ total: 3 });
  const sheet = await faultyOf({ rows, isSheet: true });
  expect(sheet.table).toMatchObject({
    faulty: 0,
    mapping: ['opportunity_id', '', ''],
    header: ['opportunity_id', '', ''],
  });
});

it('a policy counts the rows that may go, as they come and when they run', async () => {
  await world.changePolicy({ maxBatchRows: 2 });
  const [one = '', two = '', three = '', four = ''] = someIds(4);
  const jobId = await begin(['opportunity_id'], { rows: [[one], [two], [''], [three]], hidden: [1] });
  const more = world.call('bulk.addRows', { jobId, from: 4, rows: [[four]] });
  expect(await refusalOf(more)).toBe('invalid-input too-many-rows');
  await world.call('bulk.endRows', { jobId });
  await world.checked(jobId);
  await world.call('bulk.exclude', { jobId, rows: 'hidden', excluded: false });
  const { revision } = await world.checked(jobId);
  expect(await refusalOf(world.call('bulk.run', { jobId, revision }))).toBe('invalid-input too-many-rows');
  await world.call('bulk.exclude', { jobId, rows: [3], excluded: true });
  expect((await world.run(jobId)).counts).toMatchObject({ succeeded: 2, skipped: 2 });
});
