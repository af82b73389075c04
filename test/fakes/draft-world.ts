import { addRows, endRows } from '@/lib/jobs/drafts/add-rows';
import { beginDraft } from '@/lib/jobs/drafts/begin-draft';
import { confirmDraft } from '@/lib/jobs/drafts/confirm-draft';
import type { DraftRules } from '@/lib/jobs/drafts/draft-rules';
import { createDraftRunner, type DraftRunnerParts } from '@/lib/jobs/drafts/run-drafts';
import type { Database } from '@/lib/storage/open-database';
import { binding, operationWith } from './job-world';

export const draftStart = Date.UTC(2026, 10, 27, 9, 0, 0);

/** Rows of an id and a reason; an id of letters is faulty. */
export const testRules: DraftRules = {
  subjectField: 'opportunity_id',
  uniqueFields: ['opportunity_id'],
  warnsOfEarlier: true,
  checkRow: (values) => ({
    values,
    issues: /^\d+$/.test(values.opportunity_id ?? '') ? [] : [{ field: 'opportunity_id', reason: 'not-an-id' }],
  }),
};

export async function beginTestDraft(database: Database, id: string, ids: readonly string[]): Promise<void> {
  await beginDraft(
    database,
    {
      ...{ id, intentId: `intent-${id}`, operation: { ...operationWith(), shared: {} }, source: 'panel' },
      ...{ connection: binding, header: ['商机ID', '原因'], hasHeader: true, shared: {} },
      mapping: ['opportunity_id', 'memo'],
    },
    draftStart,
  );
  for (let from = 0; from < ids.length; from += 150) {
    const rows = ids.slice(from, from + 150).map((subject) => ({ cells: [subject, '联系不上'] }));
    await addRows(database, { jobId: id, from, rows, mostRows: 0 });
  }
  await endRows(database, id);
}

export function testRunner(database: Database, change: Partial<DraftRunnerParts> = {}) {
  return createDraftRunner({
    ...{ database, rulesFor: async () => testRules, holdBackMs: async () => 5000, clock: () => draftStart },
    ...{ progressed: () => {}, held: () => {} },
    report: (thrown) => {
      throw thrown;
    },
    ...change,
  });
}

export async function confirmTestDraft(database: Database, jobId: string): Promise<void> {
  const revision = (await database.get('imports', jobId))?.revision ?? 0;
  await confirmDraft(database, { jobId, revision, connection: binding, mostRows: 0, mustPreview: false }, draftStart);
}
