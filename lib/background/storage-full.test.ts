import 'fake-indexeddb/auto';
import { expect, it, onTestFinished } from 'vitest';
import { holdCallsUntil, takeCallPlace } from '@/lib/jobs/call-limit';
import type { Database } from '@/lib/storage/open-database';
import { createBackgroundWorld, setUp } from '@/test/fakes/background-world';
import { fillDisk } from '@/test/fakes/full-disk';
import { openTestDatabase } from '@/test/fakes/job-world';
import { createDraftHandlers } from './draft-handlers';

const draft = { intentId: 'intent-12', values: {}, source: 'popup' as const };

it.each<[string, (database: Database) => Promise<unknown>]>([
  ['a place for a call', (database) => takeCallPlace(database, { id: 'x', limit: { calls: 1, windowMs: 1 }, now: 1 })],
  ['a ban', (database) => holdCallsUntil(database, 'x', 5)],
  ['a draft', (database) => createDraftHandlers(database, () => 1)['draft.save']({ scope: 's', draft }, {})],
])('%s that does not fit on the disk is told as that', async (_what, write) => {
  const database = await openTestDatabase();
  const disk = fillDisk({ freeWrites: 0, fails: 'at-commit' });
  onTestFinished(disk.clear);
  await expect(write(database)).rejects.toMatchObject({ code: 'storage-full' });
});

it('a surface that wakes the worker is not answered by news that make it wake the worker again', async () => {
  const world = await createBackgroundWorld();
  const worker = world.startWorker();
  await setUp(worker);
  await worker.client.call('app.wake', {});
  const told = world.shown.length;
  await worker.client.call('app.wake', {});
  await worker.client.call('app.read', {});
  expect(world.shown.length).toBe(told);
});
