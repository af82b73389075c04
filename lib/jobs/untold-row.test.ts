import { describe, expect, it } from 'vitest';
import { openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { due, jobId, start, stateOf } from '@/test/fakes/one-job';
import { cancelJob } from './change-job';
import { claimRequest } from './claim-request';
import { createJob } from './create-job';
import { decideAll } from './decide-all';
import { recordResult } from './record-result';
import type { SendResult } from './send-result';

/** Two rows whose request was answered without a word of either, and that a person has sent again. */
async function sentAgain() {
  const database = await openTestDatabase();
  const operation = operationWith({ rowsPerRequest: { default: 2, maximum: 2 } });
  await createJob(database, newJob({ operation, rows: ['1', '2'].map(rowOf) }), start);
  const claim = () => claimRequest(database, { jobId, operation, now: due, newKey: () => 'another-key' });
  const settle = async (result: SendResult) => {
    const claimed = await claim();
    if (!claimed) throw new Error('nothing was claimed');
    await recordResult(database, { requestId: claimed.request.id, operation, result, now: due });
  };
  const untold = { state: 'unknown', reason: 'not-in-answer' } as const;
  await settle({ kind: 'answered', outcomes: [untold, untold] });
  await decideAll(database, { jobId, choice: 'send-again', now: due });
  return { database, settle, claim };
}

describe('a row that an answer did not tell of, sent again', () => {
  it('and cancelled before it leaves, is still to be decided', async () => {
    const { database } = await sentAgain();
    await cancelJob(database, jobId, due);
    expect(await stateOf(database)).toMatchObject({ job: { needsDecision: 1 }, rows: ['unknown', 'unknown'] });
  });

  it.each(['too-large', 'refused'] as const)('and %s, goes under no other key and did not fail', async (kind) => {
    const { database, settle, claim } = await sentAgain();
    await settle({ kind, error: { code: 'rejected', detail: { reason: 'too-many-rows' } } });
    expect(await claim()).toBeUndefined();
    expect((await stateOf(database)).rows).toEqual(['unknown', 'unknown']);
  });

  it('and turned away while the job is cancelled, is still to be decided', async () => {
    const { database, claim } = await sentAgain();
    const claimed = await claim();
    if (!claimed) throw new Error('nothing was claimed');
    await cancelJob(database, jobId, due);
    const error = { code: 'throttled', detail: {} } as const;
    await recordResult(database, {
      ...{ requestId: claimed.request.id, operation: operationWith(), now: due },
      result: { kind: 'not-processed', error, retryAt: due },
    });
    expect((await stateOf(database)).rows).toEqual(['unknown', 'unknown']);
  });
});
