import { describe, expect, it } from 'vitest';
import { verifyJournal } from '@/lib/journal/verify-journal';
import { succeeded } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { due, jobId, operation, sendNext, start, stateOf, worldWith } from '@/test/fakes/one-job';
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
});
