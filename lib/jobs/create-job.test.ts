import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/storage/open-database';
import { binding, openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { createJob } from './create-job';
import { readJob } from './read-jobs';

const now = Date.UTC(2026, 10, 22, 4, 0, 0);

function draft(scope: string, intentId: string) {
  return { scope, intentId, updatedAt: now, values: { opportunity_id: '20191214888' }, source: 'popup' as const };
}

async function settleAs(database: Database, jobId: string, state: 'succeeded' | 'failed' | 'unknown') {
  const block = await database.get('rowBlocks', [jobId, 0]);
  const job = await database.get('jobs', jobId);
  if (!block || !job) throw new Error('no such job');
  await database.put('rowBlocks', { ...block, rows: block.rows.map((row) => ({ ...row, state })) });
  const counts = { ...job.counts, waiting: 0, [state]: 1 };
  await database.put('jobs', {
    ...job,
    state: 'finished',
    counts,
    ...(state === 'unknown' ? { needsDecision: 1 as const } : {}),
  });
}

describe('a new job', () => {
  it('is held back, whole, before it is answered', async () => {
    const database = await openTestDatabase();
    const rows = ['1', '2', '3'].map(rowOf);
    expect(await createJob(database, newJob({ rows, holdBackMs: 7000, source: 'panel' }), now)).toEqual({
      jobId: 'job-intent-1',
      created: true,
    });
    const { job, rows: stored } = await readJob(database, 'job-intent-1', 10);
    expect(job).toEqual({
      id: 'job-intent-1',
      intentId: 'intent-1',
      operation: 'test-operation',
      source: 'panel',
      connection: binding,
      state: 'held',
      createdAt: now,
      heldUntil: now + 7000,
      notBefore: now + 7000,
      subject: '1',
      total: 3,
      counts: { waiting: 3, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 },
    });
    expect(stored.map(({ row }) => [row.index, row.subject, row.state, row.values])).toEqual(
      rows.map((values, index) => [index, values.opportunity_id, 'waiting', values]),
    );
    expect(await database.count('requests')).toBe(0);
  });

  it('keeps the label that the page gave, and none where it gave none', async () => {
    const database = await openTestDatabase();
    await createJob(database, newJob({ label: '老王火锅(三里屯店)' }), now);
    await createJob(database, newJob({ intentId: 'intent-2', rows: [rowOf('2')], label: '' }), now);
    expect((await database.get('jobs', 'job-intent-1'))?.label).toBe('老王火锅(三里屯店)');
    expect(await database.get('jobs', 'job-intent-2')).not.toHaveProperty('label');
  });

  it('is written in the journal row by row: who, what and why', async () => {
    const database = await openTestDatabase();
    const rows = [{ ...rowOf('1'), memo: '联系不上 13812345678' }, rowOf('2')];
    await createJob(database, newJob({ rows }), now);
    expect(await database.getAll('journal')).toMatchObject([
      {
        at: now,
        event: 'asked',
        subject: '1',
        operator: { id: 'kyr13386', name: '王五' },
        memo: '联系不上 138****5678',
        connection: binding,
      },
      { event: 'asked', subject: '2', memo: '老板不接受' },
    ]);
  });

  it('takes the place of the draft it was made of, wherever that lay, and leaves the others', async () => {
    const database = await openTestDatabase();
    for (const one of [draft('release:1', 'intent-1'), draft('release:', 'intent-1'), draft('release:2', 'other')])
      await database.put('drafts', one);
    await createJob(database, newJob(), now);
    expect(await database.getAllKeys('drafts')).toEqual(['release:2']);
  });
});

describe('the same once more', () => {
  it('with an intention that was for another object is refused: the key would not tell them apart', async () => {
    const database = await openTestDatabase();
    await createJob(database, newJob(), now);
    const again = newJob({ id: 'other-id', rows: [rowOf('2')] });
    await expect(createJob(database, again, now)).rejects.toMatchObject({
      code: 'conflict',
      detail: { reason: 'intent-used' },
    });
    expect(await database.count('rowBlocks')).toBe(1);
    expect(await database.count('journal')).toBe(1);
  });

  it('with the same intention is no new job even after the first has ended', async () => {
    const database = await openTestDatabase();
    const { jobId } = await createJob(database, newJob(), now);
    await settleAs(database, jobId, 'failed');
    expect((await createJob(database, newJob(), now)).created).toBe(false);
  });

  it.each([
    ['unknown', false],
    ['failed', true],
    ['succeeded', true],
  ] as const)('with an object that is %s: created is %s', async (state, created) => {
    const database = await openTestDatabase();
    const { jobId } = await createJob(database, newJob(), now);
    await settleAs(database, jobId, state);
    expect((await createJob(database, newJob({ intentId: 'intent-2' }), now)).created).toBe(created);
  });

  it.each([
    ['one row of several', { rows: ['1', '3'].map(rowOf) }, [0]],
    ['more rows', { rows: ['1', '2', '3'].map(rowOf) }, [0, 1]],
    ['one field of one row', { rows: [rowOf('1'), { ...rowOf('2'), memo: '老板出国' }] }, [0, 1]],
    ['what the rows share', { shared: { shop_id: '8' } }, [0, 1]],
    ['the channel', { channel: 'sms' as const }, [0, 1]],
    ['the connection', { connection: { ...binding, appKey: '87654321' } }, []],
  ])('but for %s is refused, with the rows that the job has', async (_what, change, rows) => {
    const database = await openTestDatabase();
    const batch = { rows: ['1', '2'].map(rowOf), shared: { shop_id: '7' }, channel: 'call' as const };
    const { jobId } = await createJob(database, newJob(batch), now);
    const again = newJob({ ...batch, id: 'other-id', ...change });
    await expect(createJob(database, again, now)).rejects.toMatchObject({
      code: 'conflict',
      detail: { reason: 'intent-used', overlap: { jobId, rows } },
    });
    expect(await createJob(database, newJob({ ...batch, id: 'other-id' }), now)).toEqual({ jobId, created: false });
    expect(await database.count('jobs')).toBe(1);
  });

  it('among the rows of a batch is refused with all that are at work, and nothing of the batch is written', async () => {
    const database = await openTestDatabase();
    const operation = { ...operationWith(), rowsIn: { list: 'ids', of: 'texts' } as const };
    const { jobId } = await createJob(database, newJob({ operation, rows: ['5', '6', '7'].map(rowOf) }), now);
    const many = newJob({ operation, intentId: 'intent-2', rows: ['1', '7', '2', '5'].map(rowOf) });
    await expect(createJob(database, many, now)).rejects.toMatchObject({
      code: 'conflict',
      detail: { reason: 'rows-at-work', overlap: { jobId, rows: [1, 3] } },
    });
    expect(await database.count('jobs')).toBe(1);
    expect(await database.count('rowBlocks')).toBe(1);
  });

  it.each([
    ['another gateway', { connection: { ...binding, endpoint: 'https://gw.api.taobao.com/router/rest' } }],
    ['another app', { connection: { ...binding, appKey: '87654321' } }],
    ['another operation', { operation: { ...operationWith(), id: 'other-operation' } }],
    ['another object', { rows: [rowOf('2')] }],
  ])('through %s is another job', async (_what, change) => {
    const database = await openTestDatabase();
    await createJob(database, newJob(), now);
    expect((await createJob(database, newJob({ intentId: 'intent-2', ...change }), now)).created).toBe(true);
  });

  it('under another name of the same connection is the same object', async () => {
    const database = await openTestDatabase();
    await createJob(database, newJob(), now);
    const renamed = newJob({ intentId: 'intent-2', connection: { ...binding, id: 'top-2', name: '另一个' } });
    expect((await createJob(database, renamed, now)).created).toBe(false);
  });

  it('from two surfaces at the same moment is one job, whichever comes first', async () => {
    const database = await openTestDatabase();
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((intentId) => createJob(database, newJob({ intentId }), now)),
    );
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(answers.map(({ jobId }) => jobId)).size).toBe(1);
    expect(await database.count('jobs')).toBe(1);
  });
});
