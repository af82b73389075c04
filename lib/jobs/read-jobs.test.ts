import { describe, expect, it } from 'vitest';
import { openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { newJob, rowOf, storeJob } from '@/test/fakes/new-job';
import { callOff } from './change-job';
import { claimRequest } from './claim-request';
import { createJob } from './create-job';
import { listJobs, listOpenJobs, readHistory, readJob } from './read-jobs';
import { recordResult } from './record-result';

const start = Date.UTC(2026, 10, 22, 4, 0, 0);

/** Jobs a minute apart, of one object each. */
async function worldWithJobs(count: number) {
  const database = await openTestDatabase();
  for (let index = 0; index < count; index += 1) {
    const intentId = `intent-${index}`;
    await createJob(database, newJob({ intentId, rows: [rowOf(`${index}`)] }), start + index * 60_000);
  }
  return database;
}

const ids = ({ jobs }: { jobs: { id: string }[] }) => jobs.map(({ id }) => id);

describe('the list of jobs', () => {
  it('begins with the newest, and goes on from before the last one shown', async () => {
    const database = await worldWithJobs(5);
    const first = await listJobs(database, { limit: 3 });
    expect([ids(first), first.more]).toEqual([['job-intent-4', 'job-intent-3', 'job-intent-2'], true]);
    const second = await listJobs(database, { before: first.jobs.at(-1)?.id, limit: 3 });
    expect([ids(second), second.more]).toEqual([['job-intent-1', 'job-intent-0'], false]);
  });

  it('does not promise more where there is none', async () => {
    const database = await worldWithJobs(3);
    expect((await listJobs(database, { limit: 3 })).more).toBe(false);
    expect(await listJobs(database, { before: 'job-intent-0', limit: 3 })).toEqual({ jobs: [], more: false });
    expect(await listJobs(await openTestDatabase(), { limit: 3 })).toEqual({ jobs: [], more: false });
  });
});

describe('the jobs that the engine serves', () => {
  it('are all but the finished ones, oldest first whatever their state', async () => {
    const database = await openTestDatabase();
    const states = ['paused', 'finished', 'held', 'running', 'finished', 'held'] as const;
    for (const [index, state] of states.entries()) {
      const asked = { intentId: `intent-${index}`, rows: [rowOf(`${index}`)] };
      await storeJob(database, start + index, asked, { state });
    }
    expect((await listOpenJobs(database)).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'job-intent-0 paused',
      'job-intent-2 held',
      'job-intent-3 running',
      'job-intent-5 held',
    ]);
  });
});

describe('one job', () => {
  it('comes with its rows in the input’s order, each with the request that carries it', async () => {
    const database = await openTestDatabase();
    const operation = operationWith({ rowsPerRequest: { default: 2, maximum: 2 } });
    const subjects = Array.from({ length: 12 }, (_, index) => `${index}`);
    await createJob(database, newJob({ operation, rows: subjects.map(rowOf) }), start);
    const claimed = await claimRequest(database, {
      jobId: 'job-intent-1',
      operation,
      now: start + 5000,
      newKey: () => 'key-1',
    });
    const { rows } = await readJob(database, 'job-intent-1', 100);
    expect(rows.map(({ row }) => row.subject)).toEqual(subjects);
    expect(rows.map(({ request }) => request?.id).slice(0, 3)).toEqual([
      claimed?.request.id,
      claimed?.request.id,
      undefined,
    ]);
  });

  it('comes with no more rows than asked for, and none of another job', async () => {
    const database = await openTestDatabase();
    await createJob(database, newJob({ rows: ['1', '2', '3'].map(rowOf) }), start);
    await createJob(database, newJob({ intentId: 'intent-10', rows: [rowOf('9')] }), start);
    expect((await readJob(database, 'job-intent-1', 2)).rows.map(({ row }) => row.subject)).toEqual(['1', '2']);
    expect((await readJob(database, 'job-intent-1', 100)).rows).toHaveLength(3);
  });
});

describe('what was done with one object', () => {
  it('is told newest first, with who did it and how it ended', async () => {
    const database = await openTestDatabase();
    const operation = operationWith();
    const ask = (intentId: string, at: number) => createJob(database, newJob({ intentId, operation }), at);
    await ask('a', start);
    await callOff(database, 'job-a', start + 1000);
    await ask('b', start + 60_000);
    const now = start + 70_000;
    const claimed = await claimRequest(database, { jobId: 'job-b', operation, now, newKey: () => 'key' });
    await recordResult(database, {
      requestId: claimed?.request.id ?? '',
      operation,
      result: { kind: 'answered', outcomes: [{ state: 'succeeded' }] },
      now,
    });
    await ask('c', start + 120_000);
    await createJob(database, newJob({ intentId: 'd', rows: [rowOf('another')] }), start + 180_000);
    const entry = { connectionId: 'top', operation: 'test-operation', operatorName: '王五' };
    expect(await readHistory(database, '20191214888', 10)).toEqual([
      { ...entry, jobId: 'job-c', state: 'waiting', at: start + 120_000 },
      { ...entry, jobId: 'job-b', state: 'succeeded', at: now },
      { ...entry, jobId: 'job-a', state: 'cancelled', at: start + 1000 },
    ]);
    expect(await readHistory(database, '20191214888', 1)).toMatchObject([{ jobId: 'job-c' }]);
  });

  it('is nothing for an object that nobody touched, or only part of whose id is known', async () => {
    const database = await worldWithJobs(2);
    expect(await readHistory(database, '20191214888', 10)).toEqual([]);
    expect(await readHistory(database, '', 10)).toEqual([]);
  });
});
