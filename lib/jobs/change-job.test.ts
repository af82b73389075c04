import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import type { Database } from '@/lib/storage/open-database';
import { openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { everything, newJob, rowOf } from '@/test/fakes/new-job';
import { callOff, cancelJob, decideRow, pauseJob, resumeJob } from './change-job';
import { claimRequest } from './claim-request';
import { createJob } from './create-job';
import { addsUp } from './job-transaction';
import { readJob } from './read-jobs';
import { recordResult } from './record-result';
import type { SendResult } from './send-result';

const start = Date.UTC(2026, 10, 22, 4, 0, 0);
const due = start + 5000;
const operation = operationWith();
const jobId = 'job-intent-1';

const lost: SendResult = { kind: 'lost', error: { code: 'timed-out', detail: {} } };
const turnedAway: SendResult = {
  kind: 'not-processed',
  error: { code: 'throttled', detail: {} },
  retryAt: due + 2000,
};
const locked: ErrorData = { code: 'locked', detail: {} };

async function worldWith(...subjects: string[]): Promise<Database> {
  const database = await openTestDatabase();
  await createJob(database, newJob({ operation, rows: subjects.map(rowOf) }), start);
  return database;
}

async function claim(database: Database, now = due) {
  const claimed = await claimRequest(database, { jobId, operation, now, newKey: () => `key-${now}` });
  if (!claimed) throw new Error('nothing was claimed');
  return claimed;
}

async function sendNext(database: Database, result: SendResult, now = due): Promise<void> {
  const { request } = await claim(database, now);
  await recordResult(database, { requestId: request.id, operation, result, now });
}

async function stateOf(database: Database) {
  const { job, rows } = await readJob(database, jobId, 100);
  expect(addsUp(job)).toBe(true);
  return { job, rows: rows.map(({ row }) => row.state) };
}

const events = async (database: Database) => (await database.getAll('journal')).map(({ event }) => event);

describe('calling off', () => {
  it('ends a held job without trace at the platform: every row cancelled, and it says so', async () => {
    const database = await worldWith('1', '2');
    expect(await callOff(database, jobId, start + 100)).toBe(true);
    expect(await stateOf(database)).toMatchObject({
      job: { state: 'finished', finishedAt: start + 100 },
      rows: ['cancelled', 'cancelled'],
    });
    expect(await events(database)).toEqual(['asked', 'asked', 'called-off', 'called-off']);
    expect(await claimRequest(database, { jobId, operation, now: due, newKey: () => 'key' })).toBeUndefined();
  });

  it('still works after the hold-back as long as nothing has left', async () => {
    const database = await worldWith('1');
    expect(await callOff(database, jobId, due + 60_000)).toBe(true);
  });

  it.each<[string, (database: Database) => Promise<unknown>]>([
    ['is on its way', (database) => claim(database)],
    ['was turned away and waits to go again', (database) => sendNext(database, turnedAway)],
    ['is unknown', (database) => sendNext(database, lost)],
    ['was called off before', (database) => callOff(database, jobId, start)],
  ])('changes nothing of what %s', async (_what, before) => {
    const database = await worldWith('1');
    await before(database);
    const untouched = await everything(database);
    expect(await callOff(database, jobId, due)).toBe(false);
    expect(await everything(database)).toEqual(untouched);
  });

  it('lets the same object be asked for again at once', async () => {
    const database = await worldWith('1');
    await callOff(database, jobId, start);
    expect((await createJob(database, newJob({ intentId: 'again', rows: [rowOf('1')] }), start)).created).toBe(true);
  });
});

describe('cancelling', () => {
  it('takes what has not left; what is on its way is settled when it comes back', async () => {
    const database = await worldWith('1', '2', '3');
    const { request } = await claim(database);
    expect(await cancelJob(database, jobId, due)).toMatchObject({ sending: 1, cancelled: 2, waiting: 0 });
    expect(await stateOf(database)).toMatchObject({
      job: { state: 'running' },
      rows: ['sending', 'cancelled', 'cancelled'],
    });
    const result: SendResult = { kind: 'answered', outcomes: [{ state: 'succeeded' }] };
    await recordResult(database, { requestId: request.id, operation, result, now: due + 300 });
    expect(await stateOf(database)).toMatchObject({
      job: { state: 'finished', finishedAt: due + 300 },
      rows: ['succeeded', 'cancelled', 'cancelled'],
    });
  });

  it('lets what was on its way and turned away go no more', async () => {
    const database = await worldWith('1', '2');
    const { request } = await claim(database);
    await cancelJob(database, jobId, due);
    await recordResult(database, { requestId: request.id, operation, result: turnedAway, now: due + 300 });
    await cancelJob(database, jobId, due + 400);
    expect(await stateOf(database)).toMatchObject({ job: { state: 'finished' }, rows: ['cancelled', 'cancelled'] });
    expect(await database.getAllFromIndex('requests', 'by-state', 'waiting')).toEqual([]);
  });

  it('of a request that was turned away, never lost, is a plain cancel', async () => {
    const database = await worldWith('1');
    await sendNext(database, turnedAway);
    await cancelJob(database, jobId, due + 100);
    expect((await stateOf(database)).rows).toEqual(['cancelled']);
  });

  it('of a repeat whose first attempt was lost says unknown: it may have been done', async () => {
    const safe = operationWith({ key: { field: 'request_id', repeat: 'safe' } });
    const database = await worldWith('1');
    const { request } = await claim(database);
    await recordResult(database, { requestId: request.id, operation: safe, result: lost, now: due });
    expect((await stateOf(database)).rows).toEqual(['waiting']);
    await cancelJob(database, jobId, due + 100);
    expect((await stateOf(database)).rows).toEqual(['unknown']);
  });

  it('a paused job ends it, and forgets why it stood still', async () => {
    const database = await worldWith('1');
    await pauseJob(database, jobId, locked, due);
    await cancelJob(database, jobId, due);
    const { job } = await stateOf(database);
    expect(job.state).toBe('finished');
    expect(job).not.toHaveProperty('pausedBy');
  });

  it('changes nothing of a job that has ended', async () => {
    const database = await worldWith('1');
    await sendNext(database, { kind: 'answered', outcomes: [{ state: 'succeeded' }] });
    const untouched = await everything(database);
    expect(await cancelJob(database, jobId, due + 900)).toMatchObject({ succeeded: 1, cancelled: 0 });
    expect(await everything(database)).toEqual(untouched);
  });
});

describe('pausing and going on', () => {
  it('says why, keeps the rows, and goes on at once when a person says so', async () => {
    const database = await worldWith('1');
    await pauseJob(database, jobId, locked, due);
    expect(await stateOf(database)).toMatchObject({ job: { state: 'paused', pausedBy: locked }, rows: ['waiting'] });
    expect(await claimRequest(database, { jobId, operation, now: due, newKey: () => 'key' })).toBeUndefined();
    await resumeJob(database, jobId, due + 1000);
    const { job } = await stateOf(database);
    expect(job).toMatchObject({ state: 'running', notBefore: due + 1000 });
    expect(job).not.toHaveProperty('pausedBy');
    expect(await events(database)).toEqual(['asked', 'paused', 'resumed']);
  });

  it.each<[string, (database: Database) => Promise<unknown>]>([
    ['held: its hold-back is not cut short', async () => {}],
    ['running', (database) => claim(database)],
    ['finished', (database) => callOff(database, jobId, start)],
  ])('going on changes nothing of a job that is %s', async (_what, before) => {
    const database = await worldWith('1');
    await before(database);
    const untouched = await everything(database);
    await resumeJob(database, jobId, start + 1);
    expect(await everything(database)).toEqual(untouched);
  });

  it('pausing changes nothing of a job that has ended', async () => {
    const database = await worldWith('1');
    await callOff(database, jobId, start);
    const untouched = await everything(database);
    await pauseJob(database, jobId, locked, due);
    expect(await everything(database)).toEqual(untouched);
  });
});

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

describe('a job that is not there', () => {
  it.each<[string, (database: Database) => Promise<unknown>]>([
    ['called off', (database) => callOff(database, 'nobody', due)],
    ['cancelled', (database) => cancelJob(database, 'nobody', due)],
    ['paused', (database) => pauseJob(database, 'nobody', locked, due)],
    ['resumed', (database) => resumeJob(database, 'nobody', due)],
    ['decided on', (database) => decideRow(database, { jobId: 'nobody', index: 0, choice: 'mark-failed', now: due })],
    ['read', (database) => readJob(database, 'nobody', 1)],
  ])('cannot be %s: not-found', async (_what, change) => {
    const database = await worldWith('1');
    const untouched = await everything(database);
    await expect(change(database)).rejects.toMatchObject({ code: 'not-found', detail: { reason: 'no-such-job' } });
    expect(await everything(database)).toEqual(untouched);
  });
});
