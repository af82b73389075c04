import { expect, it } from 'vitest';
import { createJob } from '@/lib/jobs/create-job';
import type { RowOutcome } from '@/lib/operations/operation';
import { operations } from '@/lib/operations/registry';
import type { JobRecord } from '@/lib/storage/schema';
import { findOperation } from '@/test/fakes/find-operation';
import { createTestClock, createTestEngine, openTestDatabase } from '@/test/fakes/job-world';
import { newJob } from '@/test/fakes/new-job';
import { createRetryHandlers } from './retry-handlers';

const sender = {};
const old = 'INTENT-OLD';
const big = '9007199254740993';
const task = (phone_number: string, biz_id: string) => ({
  ...{ phone_number, biz_id },
  input_params: `{"code":${big}}`,
  output_params: '{}',
});
const tasks = [task('13912340001', `${old}-1`), task('13912340002', `${old}-2`), task('13912340003', 'OWN-3')];

/** A job whose rows ended as told. */
async function createWorld(operationId: string, rows: Record<string, string>[], states: RowOutcome['state'][]) {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const operation = findOperation(operationId);
  const shared = { plan_id: big };
  const part = { operation, intentId: old, rows, shared, channel: 'sms' as JobRecord['channel'], holdBackMs: 0 };
  const { jobId } = await createJob(database, newJob(part), clock.read());
  const engine = createTestEngine(
    database,
    operation,
    async () => ({ kind: 'answered', outcomes: states.map((state) => ({ state })) }),
    { clock: clock.read, sleep: clock.sleep },
  );
  await engine.run();
  const handlers = createRetryHandlers({ database, operations, clock: clock.read, newId: () => 'INTENT-NEW' });
  const prepare = (replace = false) => handlers['retry.prepare']({ jobId, source: 'panel', replace }, sender);
  return { database, prepare };
}

it('what failed goes whole into the form’s draft, under a new intention, and only its scope is answered', async () => {
  const { database, prepare } = await createWorld('submit-outreach', tasks, ['failed', 'succeeded', 'failed']);
  expect(await prepare()).toEqual({ scope: 'outreach' });
  expect(await database.getAll('drafts')).toMatchObject([
    {
      scope: 'outreach',
      intentId: 'INTENT-NEW',
      values: { plan_id: big },
      channel: 'sms',
      source: 'panel',
      // Ours is made anew, the person's own stays.
      rows: [
        { ...tasks[0], biz_id: 'INTENT-NEW-1' },
        { ...tasks[2], biz_id: 'OWN-3' },
      ],
    },
  ]);
});

it('cards that were not opened go back into the form of cards', async () => {
  const cards = ['0042', big].map((physical_card_ids) => ({ physical_card_ids }));
  const { database, prepare } = await createWorld('sell-cards', cards, ['succeeded', 'failed']);
  expect(await prepare()).toEqual({ scope: 'cards' });
  expect(await database.get('drafts', 'cards')).toMatchObject({ rows: [{ physical_card_ids: big }] });
});

it('does not write over what the form holds unless that is wanted', async () => {
  const { database, prepare } = await createWorld('submit-outreach', tasks, ['failed', 'succeeded', 'succeeded']);
  const typed = { scope: 'outreach', updatedAt: 1, intentId: 'INTENT-TYPED', values: {}, source: 'panel' as const };
  await database.put('drafts', typed);
  await expect(prepare()).rejects.toMatchObject({ code: 'conflict', detail: { reason: 'draft-kept' } });
  expect(await database.get('drafts', 'outreach')).toEqual(typed);
  await prepare(true);
  expect(await database.get('drafts', 'outreach')).toMatchObject({ intentId: 'INTENT-NEW' });
});

it.each<[string, RowOutcome['state'][]]>([
  ['that was done', ['succeeded', 'succeeded', 'succeeded']],
  ['that nobody knows of', ['succeeded', 'unknown', 'unknown']],
])('nothing %s is tried again', async (_what, states) => {
  const { database, prepare } = await createWorld('submit-outreach', tasks, states);
  await expect(prepare()).rejects.toMatchObject({ code: 'not-found', detail: { reason: 'nothing-to-retry' } });
  expect(await database.count('drafts')).toBe(0);
});
