import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/storage/open-database';
import { openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { everything, newJob, rowOf } from '@/test/fakes/new-job';
import { claim, due, jobId, lost, sendNext, start, stateOf, worldWith } from '@/test/fakes/one-job';
import { callOff, decideRow } from './change-job';
import { claimRequest } from './claim-request';
import { createJob } from './create-job';
import { readJob } from './read-jobs';
import { recordResult } from './record-result';
import type { SendResult } from './send-result';

describe('deciding on a row', () => {
  const decide = (database: Database, choice: 'mark-succeeded' | 'mark-failed' | 'send-again', index = 0) =>
    decideRow(database, { jobId, index, choice, now: due + 5000 });
  const conflict = expect.objectContaining({ code: 'conflict', detail: { reason: 'row-not-unknown' } });

  it.each<[string, (database: Database) => Promise<unknown>]>([
    ['waits', async () => {}],
    ['is on its way', (database) => claim(database)],
    ['succeeded', (database) => sendNext(database, { kind: 'answered', outcomes: [{ state: 'succeeded' }] })],
    ['failed', (database) => sendNext(database, { kind: 'refused', error: { code: 'rejected', detail: {} } })],
    ['was called off', (database) => callOff(database, jobId, start)],
  ])('that %s is refused, and nothing is changed', async (_what, before) => {
    const database = await worldWith('1');
    await before(database);
    const untouched = await everything(database);
    for (const choice of ['mark-succeeded', 'mark-failed', 'send-again'] as const)
      await expect(decide(database, choice)).rejects.toEqual(conflict);
    expect(await everything(database)).toEqual(untouched);
  });

  it.each([1, -1, 0.5])('that is not there (%d) is refused', async (index) => {
    const database = await worldWith('1');
    await sendNext(database, lost);
    await expect(decide(database, 'mark-failed', index)).rejects.toEqual(conflict);
  });

  it('is done once: who comes second is told', async () => {
    const database = await worldWith('1');
    await sendNext(database, lost);
    const [one, other] = await Promise.allSettled([decide(database, 'mark-failed'), decide(database, 'send-again')]);
    expect([one.status, other.status]).toEqual(['fulfilled', 'rejected']);
    expect((await stateOf(database)).rows).toEqual(['failed']);
  });

  it('keeps what was known of it, and lets the object be asked for again', async () => {
    const database = await worldWith('1');
    await sendNext(database, lost);
    await decide(database, 'mark-failed');
    const { rows } = await readJob(database, jobId, 1);
    expect(rows[0]?.row.outcome).toEqual({
      at: due + 5000,
      reason: 'mark-failed',
      platform: undefined,
      decidedBy: 'person',
    });
    expect((await createJob(database, newJob({ intentId: 'again', rows: [rowOf('1')] }), due)).created).toBe(true);
  });

  it('that goes again opens the job, under the request it left in and no other', async () => {
    const database = await worldWith('1');
    await sendNext(database, lost);
    const before = await database.getAll('requests');
    await decide(database, 'send-again');
    const { job } = await stateOf(database);
    expect(job).toMatchObject({ state: 'running', notBefore: due + 5000 });
    expect(job).not.toHaveProperty('finishedAt');
    expect(await database.getAll('requests')).toEqual(before.map((request) => ({ ...request, state: 'waiting' })));
  });

  it('takes all that left with it and is unknown along, and what they get is each its own', async () => {
    const key = { field: 'request_id', repeat: 'safe' } as const;
    const many = operationWith({ key, rowsPerRequest: { default: 3, maximum: 3 } });
    const operations = new Map([[many.id, many]]);
    const database = await openTestDatabase();
    await createJob(database, newJob({ operation: many, rows: ['1', '2', '3'].map(rowOf) }), start);
    const claimMany = (now: number) => claimRequest(database, { jobId, operation: many, now, newKey: () => 'key' });
    const settle = (result: SendResult) =>
      recordResult(database, { requestId: `${jobId}/intent-1`, operation: many, result, now: due });
    await claimMany(due);
    await settle({ kind: 'answered', outcomes: [{ state: 'unknown' }, { state: 'unknown' }, { state: 'unknown' }] });
    await decide(database, 'mark-failed', 0);
    await decideRow(database, { jobId, index: 2, choice: 'send-again', now: due + 5000, operations });
    expect((await stateOf(database)).rows).toEqual(['failed', 'waiting', 'waiting']);
    const again = await claimMany(due + 6000);
    expect(again?.rows.map(({ subject }) => subject)).toEqual(['1', '2', '3']);
    expect((await stateOf(database)).rows).toEqual(['failed', 'sending', 'sending']);
    await settle({ kind: 'answered', outcomes: [{ state: 'succeeded' }, { state: 'succeeded' }, { state: 'failed' }] });
    expect((await stateOf(database)).rows).toEqual(['failed', 'succeeded', 'failed']);
  });

  it('leaves the other rows of the job alone', async () => {
    const database = await worldWith('1', '2', '3');
    await sendNext(database, lost, due);
    await sendNext(database, lost, due + 1);
    await decide(database, 'mark-succeeded', 1);
    expect(await stateOf(database)).toMatchObject({
      job: { state: 'running' },
      rows: ['unknown', 'succeeded', 'waiting'],
    });
  });
});
