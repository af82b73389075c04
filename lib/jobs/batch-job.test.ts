import { describe, expect, it } from 'vitest';
import { findOperation } from '@/test/fakes/find-operation';
import { openTestDatabase } from '@/test/fakes/job-world';
import { newJob } from '@/test/fakes/new-job';
import { claimRequest } from './claim-request';
import { createJob } from './create-job';
import { recordResult } from './record-result';

const operation = findOperation('sell-cards');
const start = Date.UTC(2026, 10, 22, 4, 0, 0);
const due = start + 5000;
const jobId = 'job-intent-1';
const shared = { brand_id: '3396912', shop_id: '4564334', operator_id: 'kyr13386' };
const cards = (count: number) => Array.from({ length: count }, (_, index) => ({ physical_card_ids: `66${index}` }));

async function worldWith(count: number) {
  const database = await openTestDatabase();
  await createJob(database, newJob({ operation, rows: cards(count), shared }), start);
  let keys = 0;
  const claim = async (now = due) => {
    const newKey = () => {
      keys += 1;
      return `key-${keys}`;
    };
    const claimed = await claimRequest(database, { jobId, operation, now, newKey });
    if (!claimed) throw new Error('nothing was claimed');
    return claimed;
  };
  return { database, claim };
}

describe('a job of many cards', () => {
  it('that fits into one request has the intention for its key, and its operator from what is shared', async () => {
    const { database, claim } = await worldWith(3);
    const { request, job, rows } = await claim();
    expect(request).toMatchObject({ key: 'intent-1', rowIndexes: [0, 1, 2] });
    expect(job.shared).toEqual(shared);
    expect(rows.map(({ subject }) => subject)).toEqual(['660', '661', '662']);
    const [entry] = await database.getAll('journal');
    expect(entry).toMatchObject({ subjects: ['660', '661', '662'], operator: { id: 'kyr13386', name: '' } });
  });

  it('that needs several has a new key for each', async () => {
    const { database, claim } = await worldWith(250);
    const sizes: [string, number][] = [];
    for (let index = 0; index < 3; index += 1) {
      const { request, rows } = await claim(due + index);
      sizes.push([request.key, rows.length]);
      const outcomes = rows.map(() => ({ state: 'succeeded' as const }));
      const result = { kind: 'answered' as const, outcomes };
      await recordResult(database, { requestId: request.id, operation, result, now: due + index });
    }
    expect(sizes).toEqual([
      ['key-1', 100],
      ['key-2', 100],
      ['key-3', 50],
    ]);
    expect(await database.get('jobs', jobId)).toMatchObject({ state: 'finished', counts: { succeeded: 250 } });
  });

  it('whose answer is lost goes again by itself, with all of its cards under the same key', async () => {
    const { database, claim } = await worldWith(3);
    const { request } = await claim();
    const result = { kind: 'lost' as const, error: { code: 'timed-out' as const, detail: {} } };
    await recordResult(database, { requestId: request.id, operation, result, now: due });
    const again = await claim(due + 60_000);
    expect(again.request).toMatchObject({ key: 'intent-1', rowIndexes: [0, 1, 2] });
    expect(again.request.attempts).toHaveLength(2);
  });

  it('under an intention that has become a job of other cards is refused', async () => {
    const { database } = await worldWith(3);
    const other = newJob({ operation, rows: cards(4), shared });
    await expect(createJob(database, other, start)).rejects.toMatchObject({ code: 'conflict' });
  });
});
