import { expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { operationWith } from '@/test/fakes/job-world';
import { everything } from '@/test/fakes/new-job';
import {
  claim,
  due,
  events,
  jobId,
  locked,
  lost,
  sendNext,
  stateOf,
  turnedAway,
  worldWith,
} from '@/test/fakes/one-job';
import { cancelJob, decideRow, pauseJob, resumeJob } from './change-job';
import { decideAll } from './decide-all';
import { recordResult } from './record-result';

const again = { jobId, index: 0, choice: 'send-again', now: due + 9 } as const;

it.each([
  ['one row', decideRow],
  ['all rows', decideAll],
])('to send %s again leaves a job that stands still as it is, until somebody lets it go on', async (_what, decide) => {
  const database = await worldWith('1', '2', '3');
  await sendNext(database, lost);
  await pauseJob(database, jobId, locked, due + 1);
  await decide(database, again);
  expect(await stateOf(database)).toMatchObject({
    job: { state: 'paused', pausedBy: locked },
    rows: ['waiting', 'waiting', 'waiting'],
  });
  await resumeJob(database, jobId, due + 10);
  expect((await events(database)).slice(-2)).toEqual(['decided', 'resumed']);
  expect((await claim(database, due + 10)).rows.map(({ subject }) => subject)).toEqual(['1']);
});

it('to send again shortens no wait of a job that goes', async () => {
  const database = await worldWith('1', '2', '3');
  await sendNext(database, lost);
  await sendNext(database, turnedAway, due + 1);
  const { job } = await stateOf(database);
  await decideRow(database, again);
  expect((await stateOf(database)).job).toMatchObject({ state: 'running', notBefore: job.notBefore });
});

it.each([
  ['one row', decideRow],
  ['all rows', decideAll],
])('to send %s again lifts no cancellation while something is on its way', async (_what, decide) => {
  const operation = operationWith();
  const database = await worldWith('1', '2', '3');
  const one = await claim(database, due);
  const other = await claim(database, due + 1);
  await cancelJob(database, jobId, due + 2);
  await recordResult(database, { requestId: one.request.id, operation, result: lost, now: due + 3 });
  const before = await everything(database);
  await expect(decide(database, again)).rejects.toEqual(new AppError('conflict', { reason: 'cancel-under-way' }));
  expect(await everything(database)).toEqual(before);
  await recordResult(database, { requestId: other.request.id, operation, result: turnedAway, now: due + 4 });
  expect(await stateOf(database)).toMatchObject({
    job: { state: 'finished', isCancelled: true },
    rows: ['unknown', 'cancelled', 'cancelled'],
  });
  await decide(database, again);
  expect((await stateOf(database)).rows).toEqual(['waiting', 'cancelled', 'cancelled']);
});
