import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import type { Database } from '@/lib/storage/open-database';
import { createTestClock, createTestEngine, succeeded } from '@/test/fakes/job-world';
import { claim, due, jobId, operation, sendNext, stateOf, worldWith } from '@/test/fakes/one-job';
import { pauseJob, resumeJob } from './change-job';
import type { EngineParts } from './engine';
import { recordResult } from './record-result';

const byPerson: ErrorData = { code: 'not-allowed', detail: { reason: 'paused-by-person' } };
const passing: ErrorData = { code: 'throttled', detail: { until: due + 300_000 } };
const stands = { job: { state: 'paused', pausedBy: byPerson } };

/** Runs an engine at `now`, whose parts may stop the job on the way; answers what it sent. */
async function runEngine(database: Database, now: number, parts: Partial<EngineParts> = {}): Promise<string[]> {
  const clock = createTestClock(now);
  const sent: string[] = [];
  const send = async ({ rows }: { rows: { subject: string }[] }) => {
    sent.push(...rows.map(({ subject }) => subject));
    return succeeded(1);
  };
  await createTestEngine(database, operation, send, {
    ...{ clock: clock.read, sleep: clock.sleep, prepare: async () => ({ send }) },
    ...parts,
  }).run();
  return sent;
}

describe('a person’s pause', () => {
  it('outlasts a ban that an answer on its way tells of', async () => {
    const database = await worldWith('1', '2');
    const { request } = await claim(database);
    await pauseJob(database, jobId, byPerson, due + 1);
    const result = { kind: 'paused', error: passing } as const;
    await recordResult(database, { requestId: request.id, operation, result, now: due + 2 });
    expect(await stateOf(database)).toMatchObject(stands);
    expect(await runEngine(database, due + 300_001)).toEqual([]);
  });

  it('outlasts a run that had read the job before, when its earlier pause had passed', async () => {
    const database = await worldWith('1', '2');
    await pauseJob(database, jobId, { code: 'throttled', detail: { until: due } }, due - 1);
    const limitFor = async () => {
      await pauseJob(database, jobId, byPerson, due + 1);
      return { id: 'limit', limit: { calls: 9, windowMs: 1000 }, concurrency: 1 };
    };
    expect(await runEngine(database, due + 1, { limitFor })).toEqual([]);
    expect(await stateOf(database)).toMatchObject(stands);
  });

  it('outlasts a network that is looked for in vain meanwhile', async () => {
    const database = await worldWith('1');
    const prepare = async () => {
      await pauseJob(database, jobId, byPerson, due + 1);
      return { error: { code: 'offline', detail: { until: due + 30_000 } } satisfies ErrorData };
    };
    expect(await runEngine(database, due + 1, { prepare })).toEqual([]);
    expect(await stateOf(database)).toMatchObject(stands);
  });

  it('ends when a person says so, and stands in the place of one that passes', async () => {
    const database = await worldWith('1');
    await pauseJob(database, jobId, passing, due);
    await pauseJob(database, jobId, byPerson, due);
    expect(await stateOf(database)).toMatchObject(stands);
    await resumeJob(database, jobId, due);
    expect(await runEngine(database, due + 1)).toEqual(['1']);
  });
});

it('a job that stands still because its requests fail alike is not let go on by a late ban', async () => {
  const database = await worldWith('1', '2', '3', '4', '5', '6', '7');
  const late = await claim(database);
  for (let count = 1; count <= 5; count += 1)
    await sendNext(database, { kind: 'refused', error: { code: 'rejected', detail: {} } }, due + count);
  const { job } = await stateOf(database);
  expect(job).toMatchObject({ state: 'paused', pausedBy: { detail: { reason: 'same-failure' } } });
  const result = { kind: 'paused', error: passing } as const;
  await recordResult(database, { requestId: late.request.id, operation, result, now: due + 9 });
  expect((await stateOf(database)).job.pausedBy).toEqual(job.pausedBy);
});
