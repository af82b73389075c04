import { describe, expect, it } from 'vitest';
import { createJob } from '@/lib/jobs/create-job';
import type { Database } from '@/lib/storage/open-database';
import { beginTestDraft, confirmTestDraft, draftStart, testRules, testRunner } from '@/test/fakes/draft-world';
import { openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { newJob, rowOf } from '@/test/fakes/new-job';
import { excludeRows } from './change-rows';
import { clearOldDrafts } from './clear-old-drafts';
import { refreshDraft } from './refresh-draft';

const dayMs = 86_400_000;
const ids = ['20191215001', '20191215002'];

async function draftIn(database: Database) {
  await beginTestDraft(database, 'draft', ids);
  await testRunner(database).run();
}
const table = (database: Database) => database.get('imports', 'draft');

describe('a draft that is opened', () => {
  it('is looked at anew where a job of its kind has ended since, once, and only then', async () => {
    const database = await openTestDatabase();
    await draftIn(database);
    expect(await refreshDraft(database, 'draft', draftStart + 1)).toBe(false);
    await createJob(database, newJob({ operation: operationWith(), rows: [rowOf('20191215001')] }), draftStart + 2);
    const [job] = (await database.getAll('jobs')).filter(({ state }) => state !== 'draft');
    if (!job) throw new Error('no job');
    expect(await refreshDraft(database, 'draft', draftStart + 3)).toBe(true);
    await testRunner(database).run();
    expect(await table(database)).toMatchObject({ phase: 'checked', faulty: 1, warned: 0 });
    await database.put('jobs', { ...job, state: 'finished', finishedAt: draftStart + 4, needsDecision: undefined });
    const block = await database.get('rowBlocks', [job.id, 0]);
    if (!block) throw new Error('no rows');
    const rows = block.rows.map((row) => ({ ...row, state: 'succeeded' as const }));
    await database.put('rowBlocks', { ...block, rows });
    const { revision = 0 } = (await table(database)) ?? {};
    expect(await refreshDraft(database, 'draft', draftStart + 5)).toBe(true);
    await testRunner(database).run();
    expect(await table(database)).toMatchObject({ faulty: 0, warned: 1, revision: revision + 1 });
    expect(await refreshDraft(database, 'draft', draftStart + 6)).toBe(false);
    expect(await table(database)).toMatchObject({ phase: 'checked', revision: revision + 1 });
  });

  it('is left alone by jobs of another kind', async () => {
    const database = await openTestDatabase();
    await draftIn(database);
    const other = newJob({ operation: { ...operationWith(), id: 'another' }, rows: [rowOf('20191215001')] });
    await createJob(database, other, draftStart + 2);
    expect(await refreshDraft(database, 'draft', draftStart + 3)).toBe(false);
  });
});

describe('a draft that nobody opens', () => {
  it('is marked anew where somebody works on it in a page that stayed open', async () => {
    const database = await openTestDatabase();
    await draftIn(database);
    const now = draftStart + 100 * dayMs;
    expect(await clearOldDrafts(database, draftStart + 1, now)).toBe(0);
    await excludeRows(database, { jobId: 'draft', rows: [0], excluded: true }, testRules);
    expect((await table(database))?.oldSince).toBeUndefined();
    expect(await clearOldDrafts(database, draftStart + 1, now + dayMs)).toBe(0);
  });

  it('is marked, and cleared a day later with every row', async () => {
    const database = await openTestDatabase();
    await draftIn(database);
    const now = draftStart + 100 * dayMs;
    expect(await clearOldDrafts(database, draftStart, now)).toBe(0);
    expect(await clearOldDrafts(database, draftStart + 1, now)).toBe(0);
    expect(await clearOldDrafts(database, draftStart + 1, now + dayMs - 1)).toBe(0);
    expect(await clearOldDrafts(database, draftStart + 1, now + dayMs)).toBe(1);
    for (const store of ['jobs', 'imports', 'rowBlocks'] as const) expect(await database.count(store)).toBe(0);
  });

  it('is safe again once it is opened, and from a clock that was ahead for a moment', async () => {
    const database = await openTestDatabase();
    await draftIn(database);
    const now = draftStart + 100 * dayMs;
    await clearOldDrafts(database, draftStart + 1, now + 1000 * dayMs);
    await clearOldDrafts(database, draftStart + 1, now);
    expect(await table(database)).toMatchObject({ oldSince: now });
    await refreshDraft(database, 'draft', now + 1);
    expect(await clearOldDrafts(database, draftStart + 1, now + 2 * dayMs)).toBe(0);
    expect((await table(database))?.oldSince).toBeUndefined();
  });

  it('that was confirmed is a job, and stays', async () => {
    const database = await openTestDatabase();
    await draftIn(database);
    await clearOldDrafts(database, draftStart + 1, draftStart + dayMs);
    await confirmTestDraft(database, 'draft');
    expect(await clearOldDrafts(database, draftStart + 1, draftStart + 9 * dayMs)).toBe(0);
    expect(await database.count('jobs')).toBe(1);
  });
});
