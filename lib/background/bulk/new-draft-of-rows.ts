import { addRows, endRows, type NewRow } from '@/lib/jobs/drafts/add-rows';
import { beginDraft } from '@/lib/jobs/drafts/begin-draft';
import type { JobRecord } from '@/lib/storage/schema';
import { type BulkParts, requireBulkOperation } from './bulk-parts';

interface Source {
  job: JobRecord;
  header: string[];
  mapping: string[];
  label: string | undefined;
  /** What all its rows have in common, their own fields included. */
  shared?: Record<string, string> | undefined;
  link: Pick<JobRecord, 'retryOf' | 'retryRows' | 'undoOf'>;
}

/**
 * A draft of rows whose values are known: of an earlier job's. `pages` gives them in their order, told the intention's
 * id that row ids are made of.
 */
export async function newDraftOfRows(
  { database, clock, newId, operations }: BulkParts,
  { job, header, mapping, label, shared = job.shared ?? {}, link }: Source,
  pages: (intentId: string) => AsyncIterable<NewRow[]>,
): Promise<string> {
  const [id, intentId] = [newId(), newId()];
  const { operation, source, connection, channel, rowsPerRequest } = job;
  await beginDraft(
    database,
    {
      ...{ id, intentId, operation: requireBulkOperation({ operations }, operation), source, connection, channel },
      ...{ rowsPerRequest, header, mapping, shared, label, hasHeader: true, ...link },
    },
    clock(),
  );
  let from = 0;
  for await (const rows of pages(intentId)) {
    await addRows(database, { jobId: id, from, rows, mostRows: 0 });
    from += rows.length;
  }
  await endRows(database, id);
  return id;
}
