import { expect, it } from 'vitest';
import { callOff, cancelJob } from '@/lib/jobs/change-job';
import { openTestDatabase } from '@/test/fakes/job-world';
import { rowOf, storeJob } from '@/test/fakes/new-job';
import { createDraftHandlers } from './draft-handlers';

const asked = { scope: 'outreach', intentId: 'INTENT-0002', source: 'panel' } as const;
const rows = ['1', '2', '3'].map((id) => ({ ...rowOf(id), phone_number: '13812345678' }));

async function createWorld() {
  const database = await openTestDatabase();
  const jobId = await storeJob(database, 1, { rows, shared: { plan_id: '7' }, channel: 'sms' });
  const drafts = createDraftHandlers(database, () => 2);
  const takeUp = () => drafts['draft.takeUp']({ ...asked, jobId }, {});
  const read = async () => (await drafts['draft.read']({ scope: 'outreach' }, {})).draft;
  return { database, jobId, drafts, takeUp, read };
}

it('a batch that was called off comes back whole, as another intention', async () => {
  const { database, jobId, takeUp, read } = await createWorld();
  expect(await callOff(database, jobId, 2)).toBe(true);
  await takeUp();
  const { intentId, source } = asked;
  const whole = { intentId, source, values: { plan_id: '7' }, rows, channel: 'sms', connectionId: 'top' };
  expect(await read()).toMatchObject(whole);
});

it('of a batch that was cancelled on its way only what never left comes back', async () => {
  const { database, jobId, takeUp, read } = await createWorld();
  const block = await database.get('rowBlocks', [jobId, 0]);
  const sent = block?.rows.map((row, at) => (at === 1 ? { ...row, state: 'succeeded' as const } : row)) ?? [];
  if (block) await database.put('rowBlocks', { ...block, rows: sent });
  await cancelJob(database, jobId, 2);
  await takeUp();
  expect((await read())?.rows).toEqual([rows[0], rows[2]]);
});

it('a form that holds something keeps that, and it is said', async () => {
  const { database, jobId, drafts, takeUp, read } = await createWorld();
  await callOff(database, jobId, 2);
  const draft = { intentId: 'INTENT-0003', source: 'panel', values: { plan_id: '8' } } as const;
  await drafts['draft.save']({ scope: 'outreach', draft }, {});
  await expect(takeUp()).rejects.toMatchObject({ code: 'conflict', detail: { reason: 'form-in-use' } });
  expect(await read()).toMatchObject(draft);
});

it('what another job has taken up since does not come back', async () => {
  const { database, jobId, takeUp, read } = await createWorld();
  await callOff(database, jobId, 2);
  await storeJob(database, 3, { id: 'job-2', intentId: 'intent-2', rows: rows.slice(0, 1), shared: { plan_id: '7' } });
  await takeUp();
  expect((await read())?.rows).toEqual(rows.slice(1));
});

it('nothing comes back where all of it is in another job, or where none was cancelled', async () => {
  const { database, jobId, takeUp, read } = await createWorld();
  const refused = { code: 'not-found', detail: { reason: 'nothing-to-take-up' } };
  await expect(takeUp()).rejects.toMatchObject(refused);
  await callOff(database, jobId, 2);
  const second = await storeJob(database, 3, { id: 'job-2', intentId: 'intent-2', rows, shared: { plan_id: '7' } });
  const block = await database.get('rowBlocks', [second, 0]);
  const done = block?.rows.map((row) => ({ ...row, state: 'succeeded' as const, outcome: { at: 4 } })) ?? [];
  if (block) await database.put('rowBlocks', { ...block, rows: done });
  await expect(takeUp()).rejects.toMatchObject(refused);
  expect(await read()).toBeUndefined();
});
