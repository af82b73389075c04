import { AppError } from '@/lib/errors/app-error';
import { notePreviewed } from '@/lib/jobs/drafts/confirm-draft';
import { readyRows } from '@/lib/jobs/drafts/draft-transaction';
import { hasMark } from '@/lib/jobs/job-rows';
import { readRowsPage } from '@/lib/jobs/read-rows';
import type { CallOutput } from '@/lib/messages/extension-contract';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import { putOpportunity } from '@/lib/platforms/ikcrm/calls';
import { previewIkcrmRequest } from '@/lib/platforms/ikcrm/request';
import { previewTopRequest } from '@/lib/platforms/top/request';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, RowRecord } from '@/lib/storage/schema';
import { type BulkParts, requireConnection } from './bulk-parts';
import { readDraft, requestSize } from './show-draft';

type Preview = CallOutput<'bulk.preview'>;
type Request = Pick<Preview, 'head' | 'lines' | 'body' | 'fromRecord' | 'isExampleKey'>;

/** The first request as it would leave now, secrets hidden; that it was shown is noted with the draft. */
export async function previewDraft(parts: BulkParts, jobId: string): Promise<Preview> {
  const { database } = parts;
  const { job, table } = await readDraft(database, jobId);
  if (table.phase !== 'checked') throw new AppError('conflict', { reason: 'rows-not-checked' });
  const ready = readyRows({ job, table });
  const perRequest = requestSize(parts, job);
  const rows = await readReadyRows(database, jobId, perRequest);
  if (rows.length === 0) throw new AppError('invalid-input', { reason: 'no-rows', path: 'rows' });
  // As `claimRequest` has it, which counts the rows that are skipped, too.
  const isOnly = job.total <= perRequest;
  const request =
    job.operation === updateOpportunity.id
      ? await previewEdit(parts, job, rows)
      : await previewTop(parts, { job, rows, key: isOnly ? job.intentId : parts.newId(), isOnly });
  const revision = table.revision ?? 0;
  await notePreviewed(database, jobId, revision);
  const requests = Math.ceil(ready / perRequest);
  return { revision, requests, rows: rows.map(({ index }) => index), ...request };
}

/** The first rows that would go. */
async function readReadyRows(database: Database, jobId: string, limit: number): Promise<RowRecord[]> {
  const ready: RowRecord[] = [];
  for (let from: number | undefined = 0; from !== undefined && ready.length < limit; ) {
    const page: Awaited<ReturnType<typeof readRowsPage>> = await readRowsPage(database, { jobId, from, limit: 200 });
    ready.push(...page.rows.filter((row) => !hasMark(row, 'faulty') && !hasMark(row, 'excluded')));
    from = page.next;
  }
  return ready.slice(0, limit);
}

async function previewTop(
  parts: BulkParts,
  { job, rows, key, isOnly }: { job: JobRecord; rows: RowRecord[]; key: string; isOnly: boolean },
): Promise<Request> {
  const operation = parts.operations.get(job.operation);
  const connection = await requireConnection(parts, job.connection.id, 'top');
  if (!operation || connection.platform !== 'top') throw new AppError('bug', { reason: 'unknown-operation' });
  const { endpoint, appKey, signMethod, hasSession } = connection;
  const { endpoint: head, lines } = previewTopRequest({
    connection: { endpoint, appKey, signMethod, ...(hasSession ? { session: 'hidden' } : {}) },
    method: operation.method,
    params: operation.buildRequest(
      rows.map(({ values }) => values),
      key,
      job.shared,
    ),
    serverTimeMs: parts.clock(),
  });
  return { head, lines, isExampleKey: !isOnly, fromRecord: [] };
}

/** What is wanted of the first record. The fields that the CRM wants each time come from the record when it is read. */
async function previewEdit(parts: BulkParts, job: JobRecord, rows: RowRecord[]): Promise<Request> {
  const connection = await requireConnection(parts, job.connection.id, 'ikcrm');
  if (connection.platform !== 'ikcrm') throw new AppError('bug', { reason: 'unknown-operation' });
  const { id = '', ...wanted } = rows[0]?.values ?? {};
  const wire = previewIkcrmRequest({ baseUrl: connection.baseUrl, token: 'hidden' }, putOpportunity(id, wanted));
  const fromRecord = updateOpportunity.alwaysSent.filter((field) => !Object.hasOwn(wanted, field));
  return {
    head: `${wire.method} ${wire.url}`,
    lines: wire.headers,
    ...(wire.body !== undefined && { body: wire.body }),
    fromRecord,
    isExampleKey: false,
  };
}
