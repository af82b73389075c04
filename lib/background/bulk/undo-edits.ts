import { readCrmEdit } from '@/lib/background/crm-edits';
import { crmEditOperation } from '@/lib/background/crm-operation';
import { AppError } from '@/lib/errors/app-error';
import type { NewRow } from '@/lib/jobs/drafts/add-rows';
import { type RowsPage, readRowsPage } from '@/lib/jobs/read-rows';
import type { Database } from '@/lib/storage/open-database';
import type { BulkParts } from './bulk-parts';
import { newDraftOfRows } from './new-draft-of-rows';

/** Rows looked at in one step. */
const pageRows = 200;

/**
 * A draft that puts back what a job's rows changed, be it only in part. What each row would put back is known from the edit; whether
 * it still may is decided by the record when the row goes.
 */
export async function undoEdits(parts: BulkParts, jobId: string): Promise<string> {
  const { database } = parts;
  const job = await database.get('jobs', jobId);
  if (job?.operation !== crmEditOperation.id || job.state !== 'finished')
    throw new AppError('not-found', { reason: 'nothing-to-undo' });
  // Asked twice, it is one: the rows of a second would only find those of the first at work.
  const begun = await findOpenUndo(database, jobId);
  if (begun !== undefined) return begun;
  const fields = [...(await fieldsOf(parts, jobId))];
  const header = ['id', ...fields];
  const link = { undoOf: jobId };
  return newDraftOfRows(parts, { job, header, mapping: header, label: job.label, link }, async function* () {
    for await (const rows of savedRows(parts, jobId)) {
      yield rows.map(({ index, values }): NewRow => {
        return { cells: header.map((field) => values[field] ?? ''), values, earlierIndex: index };
      });
    }
  });
}

/** One that takes back all of it, and is not over. */
async function findOpenUndo(database: Database, jobId: string): Promise<string | undefined> {
  for (const state of ['draft', 'preparing', 'held', 'running', 'paused'] as const) {
    const jobs = await database.getAllFromIndex('jobs', 'by-state', state);
    const found = jobs.find(({ undoOf, retryOf }) => undoOf === jobId && retryOf === undefined);
    if (found) return found.id;
  }
  return undefined;
}

interface SavedRow {
  index: number;
  /** The record's id and, by field, what it held before. */
  values: Record<string, string>;
}

async function* savedRows({ database }: BulkParts, jobId: string): AsyncGenerator<SavedRow[]> {
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: RowsPage = await readRowsPage(database, { jobId, from, limit: pageRows });
    const rows = await Promise.all(
      page.rows.map(async ({ index, subject, state }): Promise<SavedRow[]> => {
        // What is unknown may still come to be.
        const outcome = state === 'unknown' ? undefined : (await readCrmEdit(database, jobId, index))?.outcome;
        const results = (outcome && 'results' in outcome ? outcome.results : undefined) ?? [];
        const changed = results.filter((result) => result.state === 'saved' || result.state === 'changed-by-crm');
        const before = changed.map(({ field, from: held = '' }) => [field, held] as const);
        return before.length > 0 ? [{ index, values: { id: subject, ...Object.fromEntries(before) } }] : [];
      }),
    );
    const saved = rows.flat();
    if (saved.length > 0) yield saved;
    from = page.next;
  }
}

async function fieldsOf(parts: BulkParts, jobId: string): Promise<Set<string>> {
  const fields = new Set<string>();
  for await (const rows of savedRows(parts, jobId))
    for (const { values } of rows) for (const field of Object.keys(values)) if (field !== 'id') fields.add(field);
  if (fields.size === 0) throw new AppError('not-found', { reason: 'nothing-to-undo' });
  return fields;
}
