import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import type { Database } from '@/lib/storage/open-database';
import { operationWith } from '@/test/fakes/job-world';
import { everything, newJob, rowOf } from '@/test/fakes/new-job';
import {
  claim,
  due,
  events,
  jobId,
  locked,
  lost,
  operation,
  sendNext,
  start,
  stateOf,
  turnedAway,
  worldWith,
} from '@/test/fakes/one-job';
import { callOff, cancelJob, decideRow, pauseJob, resumeJob } from './change-job';
import { claimRequest } from './claim-request';
import { createJob } from './create-job';
import { readJob } from './read-jobs';
import { recordResult } from './record-result';
import type { SendResult } from './send-result';

describe('calling off', () => {
  it('ends a held job without trace at the platform: every row cancelled, and it says so', async () => {
    const database = await worldWith('1', '2');
    expect(await callOff(database, jobId, start + 100)).toBe(true);
    expect(await stateOf(database)).toMatchObject({
      job: { state: 'finished', finishedAt: start + 100 },
      rows: ['cancelled', 'cancelled'],
    });
    expect(await events(database)).toEqual(['asked', 'called-off']);
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

  it.each<[string, SendResult, string]>([
    ['was turned away', turnedAway, 'cancelled'],
    ['was lost', lost, 'unknown'],
    ['waits for a person', { kind: 'paused', error: locked }, 'cancelled'],
  ])('lets what was on its way then and %s go no more', async (_what, result, state) => {
    const safe = operationWith({ key: { field: 'request_id', repeat: 'safe' } });
    const database = await worldWith('1', '2');
    const { request } = await claim(database);
    await cancelJob(database, jobId, due);
    await recordResult(database, { requestId: request.id, operation: safe, result, now: due + 300 });
    expect(await stateOf(database)).toMatchObject({ job: { state: 'finished' }, rows: [state, 'cancelled'] });
    expect(await database.getAllFromIndex('requests', 'by-state', 'waiting')).toEqual([]);
    expect(await claimRequest(database, { jobId, operation, now: due + 600_000, newKey: () => 'key' })).toBeUndefined();
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

  it('is written in the journal once, however often the same is found again', async () => {
    const database = await worldWith('1');
    const offline = (until: number): ErrorData => ({ code: 'offline', detail: { reason: 'no-network', until } });
    for (let times = 1; times <= 5; times += 1) await pauseJob(database, jobId, offline(due + times * 30_000), due);
    expect(await events(database)).toEqual(['asked', 'paused']);
    expect((await stateOf(database)).job.pausedBy?.detail.until).toBe(due + 150_000);
    await pauseJob(database, jobId, locked, due);
    expect(await events(database)).toEqual(['asked', 'paused', 'paused']);
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
