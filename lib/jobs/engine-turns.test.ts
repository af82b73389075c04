import { expect, it } from 'vitest';
import { createTestClock, createTestEngine, openTestDatabase, operationWith, succeeded } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { createJob } from './create-job';

const start = Date.UTC(2026, 10, 22, 4, 0, 0);

it('a long job keeps no short one waiting: they take turns, request by request', async () => {
  const database = await openTestDatabase();
  const clock = createTestClock(start + 10);
  const operation = operationWith();
  const create = (intentId: string, subjects: string[], at: number) =>
    createJob(database, newJob({ intentId, operation, rows: subjects.map(rowOf), holdBackMs: 0 }), at);
  await create(
    'long',
    Array.from({ length: 30 }, (_, index) => `long-${index}`),
    start,
  );
  await create('one', ['single'], start + 1);
  await create('two', ['a', 'b', 'c'], start + 2);
  const sent: string[] = [];
  const engine = createTestEngine(
    database,
    operation,
    async ({ rows }) => {
      sent.push(...rows.map(({ subject }) => subject));
      await new Promise((resolve) => setTimeout(resolve, 5));
      return succeeded(1);
    },
    { clock: clock.read, sleep: clock.sleep },
  );
  await engine.run();
  expect(sent.slice(0, 7)).toEqual(['long-0', 'single', 'a', 'long-1', 'b', 'long-2', 'c']);
  expect(sent).toHaveLength(34);
});
