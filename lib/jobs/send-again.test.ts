import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import type { RowOutcome } from '@/lib/operations/operation';
import { openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { everything, newJob, rowOf } from '@/test/fakes/new-job';
import { due, jobId, start, stateOf } from '@/test/fakes/one-job';
import { decideRow } from './change-job';
import { claimRequest } from './claim-request';
import { createJob } from './create-job';
import { decideAll } from './decide-all';
import { recordResult } from './record-result';

const refused = new AppError('conflict', { reason: 'sent-together' });

/** A job of which one request is answered with these outcomes; further rows are each in a request of their own. */
async function answered(repeat: 'safe' | 'ask', ...outcomes: RowOutcome['state'][]) {
  const database = await openTestDatabase();
  const rowsPerRequest = { default: outcomes.length, maximum: outcomes.length };
  const operation = operationWith({ key: { field: 'key', repeat }, rowsPerRequest });
  const rows = ['1', '2', '3', '4', '5', '6'].slice(0, outcomes.length * 2).map(rowOf);
  await createJob(database, newJob({ operation, rows }), start);
  let keys = 0;
  const claim = async () => {
    keys += 1;
    const claimed = await claimRequest(database, { jobId, operation, now: due, newKey: () => `key-${keys}` });
    if (!claimed) throw new Error('nothing was claimed');
    return claimed;
  };
  const answer = async (states: RowOutcome['state'][]) =>
    recordResult(database, {
      ...{ requestId: (await claim()).request.id, operation, now: due },
      result: { kind: 'answered', outcomes: states.map((state) => ({ state })) },
    });
  await answer(outcomes);
  const operations = new Map([[operation.id, operation]]);
  return { database, operations, claim, answer };
}

describe('a request of which a part is settled', () => {
  it('does not leave again where its key may not absorb that: nothing is changed, and it is said why', async () => {
    const { database, operations } = await answered('ask', 'succeeded', 'unknown', 'failed');
    const before = await everything(database);
    const send = { jobId, index: 1, choice: 'send-again', now: due, operations } as const;
    await expect(decideRow(database, send)).rejects.toEqual(refused);
    await expect(decideRow(database, { ...send, operations: new Map() })).rejects.toEqual(refused);
    expect(await everything(database)).toEqual(before);
    await decideRow(database, { ...send, choice: 'mark-failed' });
    expect((await stateOf(database)).rows.slice(0, 3)).toEqual(['succeeded', 'failed', 'failed']);
  });

  it('is left where all are to go again, and counted; what is unknown as a whole goes', async () => {
    const { database, operations, answer, claim } = await answered('ask', 'unknown', 'succeeded', 'unknown');
    await answer(['unknown', 'unknown', 'unknown']);
    const all = { jobId, choice: 'send-again', now: due, operations } as const;
    expect(await decideAll(database, all)).toEqual({ decided: 3, left: 2 });
    const rows = ['unknown', 'succeeded', 'unknown'];
    expect((await stateOf(database)).rows).toEqual([...rows, 'waiting', 'waiting', 'waiting']);
    expect((await claim()).rows.map(({ subject }) => subject)).toEqual(['4', '5', '6']);
    expect(await decideAll(database, { ...all, choice: 'mark-failed' })).toEqual({ decided: 2, left: 0 });
  });

  it('leaves whole where its key absorbs that, and the journal names every row of it', async () => {
    const { database, operations, claim } = await answered('safe', 'succeeded', 'unknown', 'unknown');
    await decideRow(database, { jobId, index: 1, choice: 'send-again', now: due, operations });
    const again = await claim();
    expect(again.rows.map(({ subject, state }) => [subject, state])).toEqual([
      ['1', 'succeeded'],
      ['2', 'waiting'],
      ['3', 'waiting'],
    ]);
    const [decided, sent] = (await database.getAll('journal')).slice(-2);
    expect(decided).toMatchObject({ event: 'decided', subjects: ['2', '3'] });
    expect(sent).toMatchObject({ event: 'sent', attempt: 2, subjects: ['1', '2', '3'] });
  });
});
