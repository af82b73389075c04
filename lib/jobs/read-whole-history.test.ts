import { expect, it } from 'vitest';
import { openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { callOff } from './change-job';
import { claimRequest } from './claim-request';
import { clearOldJobs } from './clear-old-jobs';
import { createJob } from './create-job';
import { readWholeHistory } from './read-whole-history';
import { recordResult } from './record-result';

const start = Date.UTC(2026, 10, 22, 4, 0, 0);
const subject = '20191214888';
const operation = operationWith();

/** Asked for ten seconds before `now`, so that it is no longer held back. */
async function release(database: Awaited<ReturnType<typeof openTestDatabase>>, intentId: string, now: number) {
  await createJob(database, newJob({ intentId, operation }), now - 10_000);
  const claimed = await claimRequest(database, { jobId: `job-${intentId}`, operation, now, newKey: () => intentId });
  await recordResult(database, {
    requestId: claimed?.request.id ?? '',
    operation,
    result: { kind: 'answered', outcomes: [{ state: 'succeeded' }] },
    now: now + 1000,
  });
}

it('what was done is told after its job was cleared, with who did it and how it ended', async () => {
  const database = await openTestDatabase();
  await release(database, 'a', start);
  await createJob(database, newJob({ intentId: 'b', operation }), start + 60_000);
  await callOff(database, 'job-b', start + 61_000);
  await createJob(database, newJob({ intentId: 'other', rows: [rowOf('another')] }), start + 70_000);
  const before = await readWholeHistory(database, subject, 10);
  expect(before.map(({ jobId, state, isCleared }) => [jobId, state, isCleared])).toEqual([
    ['job-b', 'cancelled', undefined],
    ['job-a', 'succeeded', undefined],
  ]);
  expect(await clearOldJobs(database, start + 100_000)).toBe(2);
  await createJob(database, newJob({ intentId: 'c', operation }), start + 120_000);
  const known = { operation: 'test-operation', operatorName: '王五' };
  expect(await readWholeHistory(database, subject, 10)).toEqual([
    { ...known, jobId: 'job-c', state: 'waiting', at: start + 120_000 },
    { ...known, jobId: 'job-b', state: 'cancelled', at: start + 61_000, isCleared: true },
    { ...known, jobId: 'job-a', state: 'succeeded', at: start + 1000, isCleared: true },
  ]);
  expect(await readWholeHistory(database, subject, 1)).toHaveLength(1);
  expect(await readWholeHistory(database, '', 10)).toEqual([]);
});

it('one of many rows of a request is told, too', async () => {
  const database = await openTestDatabase();
  await createJob(database, newJob({ intentId: 'many', rows: [rowOf('1'), rowOf('2')] }), start);
  await callOff(database, 'job-many', start + 1000);
  await clearOldJobs(database, start + 100_000);
  expect(await readWholeHistory(database, '2', 10)).toMatchObject([{ jobId: 'job-many', state: 'cancelled' }]);
});
