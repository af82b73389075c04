import { expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import { submitOutreach } from '@/lib/operations/submit-outreach';
import { createBackgroundWorld } from '@/test/fakes/background-world';
import { storeJob } from '@/test/fakes/new-job';

const phones = ['13801381465', '13901391465'];

it('no phone number leaves whole in what the platform said of it, to whichever row it is told', async () => {
  const world = await createBackgroundWorld();
  const { client, background } = world.startWorker();
  const said = { code: '15', message: `号码 ${phones[0]} 不合法，号码 ${phones[1]} 不合法` };
  const error: ErrorData = { code: 'rejected', detail: { platform: said } };
  const rows = phones.map((phone_number, index) => ({ biz_id: `B-${index}`, phone_number }));
  const jobId = await storeJob(
    world.database,
    world.clock.read(),
    { operation: submitOutreach, rows },
    { state: 'paused', pausedBy: error, lastFailure: error, label: '两条' },
  );
  const [block] = await world.database.getAll('rowBlocks');
  if (!block) throw new Error('no rows');
  const requestId = `${jobId}-r`;
  const outcome = { at: 1, platform: said };
  await world.database.put('rowBlocks', {
    ...block,
    rows: block.rows.map((row) => ({ ...row, state: 'failed' as const, outcome, requestId })),
  });
  await world.database.put('requests', {
    ...{ id: requestId, jobId, key: 'key', state: 'settled' as const, rowIndexes: [0, 1] },
    attempts: [{ number: 1, startedAt: 1, endedAt: 2, error }],
  });

  const told = [
    await client.call('job.read', { jobId }),
    await client.call('job.rows', { jobId, from: 0, limit: 10 }),
    await client.call('job.list', {}),
    await client.call('job.search', { text: '两条' }),
    await background.appState(),
  ].map((answer) => JSON.stringify(answer));
  for (const text of told) {
    expect(text).toContain('138****1465');
    for (const phone of phones) expect(text).not.toContain(phone);
  }
});
