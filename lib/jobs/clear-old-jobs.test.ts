import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { verifyJournal } from '@/lib/journal/verify-journal';
import { succeeded } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { due, jobId, operation, sendNext, start, stateOf, worldWith } from '@/test/fakes/one-job';
import { callOff } from './change-job';
import { clearOldJobs } from './clear-old-jobs';
import { createJob } from './create-job';

const stores = ['jobs', 'rowBlocks', 'subjects', 'requests'] as const;
const sizes = async (database: Awaited<ReturnType<typeof worldWith>>) =>
  Promise.all(stores.map((store) => database.count(store)));

describe('clearing old jobs', () => {
  it('takes a job that ended before with all that belongs to it, and leaves the journal', async () => {
    const database = await worldWith('a');
    await sendNext(database, succeeded(1));
    const entries = await database.count('journal');
    expect(await clearOldJobs(database, due)).toBe(0);
    expect(await clearOldJobs(database, due + 1)).toBe(1);
    expect(await sizes(database)).toEqual([0, 0, 0, 0]);
    expect(await verifyJournal(database)).toEqual({ entries });
  });

  it('leaves what a person has still to decide, and what is not over', async () => {
    const database = await worldWith('a');
    await sendNext(database, { kind: 'lost', error: { code: 'timed-out', detail: {} } });
    await createJob(database, newJob({ intentId: 'intent-2', operation, rows: [rowOf('b')] }), start);
    expect(await clearOldJobs(database, due + 1_000_000)).toBe(0);
    expect((await stateOf(database)).rows).toEqual(['unknown']);
  });

  it('takes any number, in steps', async () => {
    const database = await worldWith('a');
    await sendNext(database, succeeded(1));
    const job = await database.get('jobs', jobId);
    if (!job) throw new Error('no job');
    for (let number = 0; number < 45; number += 1)
      await database.put('jobs', { ...job, id: `old-${number}`, intentId: `intent-old-${number}` });
    expect(await clearOldJobs(database, due + 1)).toBe(46);
    expect(await database.count('jobs')).toBe(0);
  });

  it('takes all requests of a job in one step, and none of another whose id begins alike', async () => {
    const database = await worldWith('a');
    await sendNext(database, succeeded(1));
    const [request] = await database.getAll('requests');
    if (!request) throw new Error('no request');
    for (let number = 0; number < 300; number += 1)
      await database.put('requests', { ...request, id: `${jobId}/more-${number}` });
    const others = [`${jobId}0/key`, `${jobId}-2/key`];
    for (const id of others) await database.put('requests', { ...request, id, jobId: 'another' });
    const deletes = vi.spyOn(IDBObjectStore.prototype, 'delete');
    onTestFinished(() => deletes.mockRestore());
    expect(await clearOldJobs(database, due + 1)).toBe(1);
    expect(deletes.mock.calls.length).toBeLessThan(10);
    expect((await database.getAllKeys('requests')).toSorted()).toEqual(others.toSorted());
  });

  it('leaves a job that ended while the clock was years behind, once the clock is right', async () => {
    const database = await worldWith('a');
    await sendNext(database, succeeded(1));
    const wrong = Date.UTC(2016, 0, 1);
    const newer = newJob({ intentId: 'intent-2', operation, rows: [rowOf('b')] });
    const { jobId: newerId } = await createJob(database, newer, wrong);
    await callOff(database, newerId, wrong);
    expect(await clearOldJobs(database, due, due + 1)).toBe(0);
    // Long after, both are old.
    expect(await clearOldJobs(database, due + 1000, due + 2000)).toBe(2);
  });

  it('is not misled by what the journal has as of a time to come', async () => {
    const database = await worldWith('a');
    await callOff(database, jobId, start);
    const newer = newJob({ intentId: 'intent-2', operation, rows: [rowOf('b')] });
    await callOff(database, (await createJob(database, newer, start)).jobId, start);
    const [first] = await database.getAll('journal');
    if (!first) throw new Error('no entry');
    await database.put('journal', { ...first, at: Date.UTC(2090, 0, 1) });
    expect(await clearOldJobs(database, start + 1, start + 2)).toBe(2);
  });

  it('counts from when a job began, where the clock was set back while it went', async () => {
    const database = await worldWith('a');
    await callOff(database, jobId, start - 86_400_000);
    expect((await stateOf(database)).job.finishedAt).toBe(start);
  });
});
