import { describe, expect, it, onTestFinished } from 'vitest';
import { createJob } from '@/lib/jobs/create-job';
import { addsUp } from '@/lib/jobs/job-transaction';
import { readRowsPage } from '@/lib/jobs/read-rows';
import { verifyJournal } from '@/lib/journal/verify-journal';
import { beginTestDraft, confirmTestDraft, draftStart, testRules, testRunner } from '@/test/fakes/draft-world';
import { fillDisk } from '@/test/fakes/full-disk';
import { openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { addRows, endRows } from './add-rows';
import { correctCell, excludeRows } from './change-rows';
import { configureDraft } from './configure-draft';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(20191215000 + index));

async function checkedDraft(ids: readonly string[]) {
  const database = await openTestDatabase();
  await beginTestDraft(database, 'draft', ids);
  const runner = testRunner(database);
  await runner.run();
  const table = async () => {
    const record = await database.get('imports', 'draft');
    if (!record) throw new Error('no table');
    return record;
  };
  const job = async () => {
    const record = await database.get('jobs', 'draft');
    if (!record) throw new Error('no job');
    return record;
  };
  const rows = async () => (await readRowsPage(database, { jobId: 'draft', from: 0, limit: 1000 })).rows;
  return { database, runner, table, job, rows };
}

describe('the rows of a draft', () => {
  it('are all looked at, over several blocks, and counted by what stands against them', async () => {
    const { table, rows, database } = await checkedDraft([...numbers(450), 'abc', '20191215000', '']);
    expect(await table()).toMatchObject({ phase: 'checked', checkedBlocks: 3, faulty: 3, warned: 0, excluded: 0 });
    expect((await rows()).slice(450).map(({ issues }) => issues?.[0]?.reason)).toEqual([
      'not-an-id',
      'repeated',
      'not-an-id',
    ]);
    const faulty = await readRowsPage(database, { jobId: 'draft', only: 'faulty', from: 0, limit: 2 });
    expect(faulty).toMatchObject({ rows: [{ index: 450 }, { index: 451 }], next: 452 });
  });

  it('told twice are there once; a gap between them is refused, and other rows in their place', async () => {
    const database = await openTestDatabase();
    await beginTestDraft(database, 'draft', numbers(300));
    const rows = [{ cells: ['20191215290', '联系不上'] }, { cells: ['20191215291', '联系不上'] }];
    const again = { jobId: 'draft', from: 290, rows, mostRows: 0 };
    expect(await addRows(database, again)).toBe(300);
    await expect(addRows(database, { ...again, from: 289 })).rejects.toMatchObject({
      code: 'conflict',
      detail: { reason: 'rows-differ', path: 'rows[289]' },
    });
    await expect(addRows(database, { ...again, from: 301 })).rejects.toMatchObject({
      detail: { reason: 'rows-missing' },
    });
  });

  it('keep their header while they come: by its place, every later one would be another', async () => {
    const database = await openTestDatabase();
    await beginTestDraft(database, 'draft', numbers(2));
    const table = await database.get('imports', 'draft');
    if (!table) throw new Error('no table');
    await database.put('imports', { ...table, phase: 'reading' });
    const change = { jobId: 'draft', operation: { shared: {} }, hasHeader: false };
    await expect(configureDraft(database, change)).rejects.toMatchObject({ detail: { reason: 'rows-not-complete' } });
    expect(await addRows(database, { jobId: 'draft', from: 2, rows: [{ cells: ['3', ''] }], mostRows: 0 })).toBe(3);
    await endRows(database, 'draft');
    await configureDraft(database, change);
    expect((await database.get('jobs', 'draft'))?.total).toBe(4);
  });

  it('that an earlier job did are warned of, and those at work elsewhere are faulty', async () => {
    const database = await openTestDatabase();
    const operation = operationWith();
    await createJob(database, newJob({ operation, rows: [rowOf('20191215001')] }), draftStart - 1000);
    const { jobId } = await createJob(
      database,
      newJob({ operation, intentId: 'done', rows: [rowOf('20191215002')] }),
      1,
    );
    const block = await database.get('rowBlocks', [jobId, 0]);
    const done = await database.get('jobs', jobId);
    if (!block || !done) throw new Error('no job');
    const rows = block.rows.map((row) => ({ ...row, state: 'succeeded' as const, outcome: { at: 7 } }));
    await database.put('rowBlocks', { ...block, rows });
    await database.put('jobs', { ...done, state: 'finished', counts: { ...done.counts, waiting: 0, succeeded: 1 } });

    await beginTestDraft(database, 'draft', ['20191215001', '20191215002', '20191215003']);
    await testRunner(database).run();
    const found = (await readRowsPage(database, { jobId: 'draft', from: 0, limit: 9 })).rows.map(
      ({ issues }) => issues,
    );
    expect(found).toEqual([
      [{ field: 'opportunity_id', reason: 'at-work', atWork: { jobId: 'job-intent-1', at: draftStart - 1000 } }],
      [{ field: 'opportunity_id', reason: 'done-earlier', earlier: { jobId, at: 7 } }],
      undefined,
    ]);
    expect(await database.get('imports', 'draft')).toMatchObject({ faulty: 1, warned: 1 });
  });

  it('are right again once a cell is corrected, and so is the row that it repeated', async () => {
    const { database, table, rows } = await checkedDraft(['1', '1', 'x']);
    expect(await table()).toMatchObject({ faulty: 2 });
    await correctCell(database, { jobId: 'draft', index: 0, column: 0, text: '2' }, testRules);
    expect(await table()).toMatchObject({ faulty: 1 });
    await correctCell(database, { jobId: 'draft', index: 2, column: 0, text: '3' }, testRules);
    expect((await rows()).map(({ subject, issues }) => [subject, issues])).toEqual([
      ['2', undefined],
      ['1', undefined],
      ['3', undefined],
    ]);
    expect((await rows())[0]).toMatchObject({ cells: ['1', '联系不上'], corrected: { 0: '2' } });
  });

  it('that are taken out no longer stand in the way of those they repeat', async () => {
    const { database, table } = await checkedDraft(['1', '1', 'x']);
    await excludeRows(database, { jobId: 'draft', rows: [0], excluded: true }, testRules);
    expect(await table()).toMatchObject({ faulty: 1, excluded: 1 });
    await excludeRows(database, { jobId: 'draft', rows: 'faulty', excluded: true }, testRules);
    expect(await table()).toMatchObject({ faulty: 0, excluded: 2 });
    await excludeRows(database, { jobId: 'draft', rows: 'excluded', excluded: false }, testRules);
    expect(await table()).toMatchObject({ faulty: 2, excluded: 0 });
  });
});

describe('a confirmed draft', () => {
  it('is written down row by row and held; what is faulty or taken out is skipped, and the sum is right', async () => {
    const { database, runner, job, rows } = await checkedDraft([...numbers(250), 'x']);
    await excludeRows(database, { jobId: 'draft', rows: [3], excluded: true }, testRules);
    await confirmTestDraft(database, 'draft');
    await runner.run();
    expect(await job()).toMatchObject({
      state: 'held',
      heldUntil: draftStart + 5000,
      subject: '20191215000',
      counts: { waiting: 249, skipped: 2 },
    });
    expect(addsUp(await job())).toBe(true);
    expect((await rows())[3]).toMatchObject({ state: 'skipped', outcome: { reason: 'excluded' } });
    const entries = await database.getAll('journal');
    expect(entries.map(({ event, subjects = [], subject }) => [event, subject ?? subjects.length])).toEqual([
      ['asked', 199],
      ['skipped', '20191215003'],
      ['asked', 50],
      ['skipped', 'x'],
    ]);
    expect(await verifyJournal(database)).toMatchObject({ entries: 4 });
    expect(await database.getAllKeysFromIndex('subjects', 'by-subject', '20191215249')).toEqual([['draft', 1]]);
  });

  it('is confirmed once, and not when it is another than what was seen', async () => {
    const { database, runner } = await checkedDraft(numbers(3));
    await confirmTestDraft(database, 'draft');
    await confirmTestDraft(database, 'draft');
    await runner.run();
    await confirmTestDraft(database, 'draft');
    expect((await database.getAll('journal')).map(({ event }) => event)).toEqual(['asked']);

    const other = await checkedDraft(numbers(3));
    await correctCell(other.database, { jobId: 'draft', index: 0, column: 0, text: '9' }, testRules);
    const { confirmDraft } = await import('./confirm-draft');
    const seen = {
      jobId: 'draft',
      revision: 1,
      connection: (await other.job()).connection,
      mostRows: 0,
      mustPreview: false,
    };
    await expect(confirmDraft(other.database, seen, 1)).rejects.toMatchObject({ detail: { reason: 'draft-changed' } });
  });
});

describe('a disk that is full', () => {
  it('is told at the draft, which goes on from there once there is room', async () => {
    const database = await openTestDatabase();
    await beginTestDraft(database, 'draft', numbers(450));
    const runner = testRunner(database, { report: () => {} });
    const disk = fillDisk({ freeWrites: 3, fails: 'at-commit' });
    onTestFinished(disk.clear);
    await runner.run();
    expect(runner.stuckBy('draft')).toMatchObject({ code: 'storage-full' });
    disk.clear();
    await runner.run();
    expect(runner.stuckBy('draft')).toBeUndefined();
    expect(await database.get('imports', 'draft')).toMatchObject({ phase: 'checked', faulty: 0 });
  });

  it('does not keep a confirmed job asleep: it is tried again by itself', async () => {
    const database = await openTestDatabase();
    await beginTestDraft(database, 'confirmed', numbers(3));
    const runner = testRunner(database, { report: () => {} });
    await runner.run();
    await confirmTestDraft(database, 'confirmed');
    const disk = fillDisk({ freeWrites: 0, fails: 'at-commit' });
    onTestFinished(disk.clear);
    await runner.run();
    disk.clear();
    expect(runner.stuckBy('confirmed')).toMatchObject({ code: 'storage-full' });
    expect(await runner.hasWork()).toBe(true);
    await runner.run();
    expect(await database.get('jobs', 'confirmed')).toMatchObject({ state: 'held' });
    expect(await runner.hasWork()).toBe(false);
  });
});
