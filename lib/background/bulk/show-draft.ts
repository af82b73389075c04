import { crmEditOperation } from '@/lib/background/crm-operation';
import { limitIdOfJob } from '@/lib/background/job-limits';
import { maskValues } from '@/lib/background/mask-row';
import { AppError, type ErrorData } from '@/lib/errors/app-error';
import { readyRows } from '@/lib/jobs/drafts/draft-transaction';
import { cellsOf } from '@/lib/jobs/drafts/table-row';
import { rowsPerBlock } from '@/lib/jobs/job-rows';
import { readRowsPage } from '@/lib/jobs/read-rows';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { DraftCounts, DraftRow, RowIssue } from '@/lib/messages/draft-row';
import type { CallOutput } from '@/lib/messages/extension-contract';
import type { FieldFormat } from '@/lib/operations/field';
import { rowsPerRequest } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import type { ImportRecord, JobRecord, RowRecord } from '@/lib/storage/schema';
import { type BulkOperation, type BulkParts, requireBulkOperation } from './bulk-parts';
import { areOptionsKnown } from './crm-draft-rules';
import { estimateRun } from './estimate-run';
import { hasFieldHeader } from './field-header';
import { sharedIssues } from './shared-issues';

const sampleRows = 5;

/** The draft and its table. Throws `not-found`. */
export async function readDraft(database: Database, jobId: string): Promise<{ job: JobRecord; table: ImportRecord }> {
  const [job, table] = await Promise.all([database.get('jobs', jobId), database.get('imports', jobId)]);
  if (!job || !table) throw new AppError('not-found', { reason: 'no-such-job' });
  return { job, table };
}

/** Everything about a draft but its rows. */
export async function showDraft(parts: BulkParts, jobId: string): Promise<CallOutput<'bulk.read'>> {
  const { database } = parts;
  const { job, table } = await readDraft(database, jobId);
  const operation = requireBulkOperation(parts, job.operation);
  const { policy, connections } = await parts.settings();
  const sample = await readRowsPage(database, { jobId, from: 0, limit: sampleRows });
  const perRequest = requestSize(parts, job);
  const { notBefore = 0 } = (await database.get('limits', limitIdOfJob(job))) ?? {};
  return {
    summary: summaryOf(job, table),
    revision: table.revision ?? 0,
    import: {
      ...(table.fileName === undefined ? {} : { fileName: table.fileName }),
      header: table.header,
      hasHeader: table.hasNoHeader !== true,
      ...(table.rowsAbove && { rowsAbove: table.rowsAbove }),
      mapping: table.mapping,
      ...(hasFieldHeader(job, table) && { hasFieldHeader: true }),
      phase: table.phase,
      checkedRows: checkedRows(job, table),
      ...countsOf({ job, table }),
    },
    shared: table.shared ?? {},
    ...(job.channel && { channel: job.channel }),
    rowsPerRequest: perRequest,
    sample: sample.rows.map((row) => showRow(operation, table, row)),
    sharedIssues: sharedIssues(operation, { job, table }),
    estimate: estimateRun({
      rows: readyRows({ job, table }),
      perRequest,
      job,
      connections,
      now: parts.clock(),
      notBefore,
    }),
    isPreviewed: table.previewed === (table.revision ?? 0),
    mustPreview: policy.requireDryRun,
    ...(policy.maxBatchRows > 0 && { mostRows: policy.maxBatchRows }),
    ...(job.operation === crmEditOperation.id && { areOptionsKnown: await areOptionsKnown(database, job) }),
  };
}

export function requestSize({ operations }: Pick<BulkParts, 'operations'>, job: JobRecord): number {
  const operation = operations.get(job.operation);
  return operation ? rowsPerRequest(operation, job.rowsPerRequest) : 1;
}

export function countsOf({ job, table }: { job: JobRecord; table: ImportRecord }): DraftCounts {
  const { faulty, warned, excluded, hidden = 0 } = table;
  return { total: job.total, faulty, warned, excluded, hidden };
}

function checkedRows({ total }: JobRecord, { checkedBlocks }: ImportRecord): number {
  return Math.min(total, checkedBlocks * rowsPerBlock);
}

/** A draft, or a job that was just confirmed, with how far the worker is with it, and why it got no further. */
export function summaryOf(
  job: JobRecord,
  table: ImportRecord,
  stuckBy?: ErrorData,
): CallOutput<'bulk.read'>['summary'] {
  if (job.state !== 'draft' && job.state !== 'preparing') return job;
  const told =
    job.state === 'draft'
      ? { phase: table.phase, done: checkedRows(job, table) }
      : { phase: 'preparing' as const, done: Math.min(job.total, (table.preparedBlocks ?? 0) * rowsPerBlock) };
  return { ...job, progress: { ...told, ...(stuckBy && { stuckBy }) } };
}

/** A row as it may be looked at: numbers and addresses of people masked, wherever they stand. */
export function showRow({ fields }: Pick<BulkOperation, 'fields'>, table: ImportRecord, row: RowRecord): DraftRow {
  const cells = cellsOf(row).map((text, column) => {
    const field = table.mapping[column] ?? '';
    if (field === '') return maskWhereFound(text);
    return maskValues(fields, { [field]: text })[field] ?? text;
  });
  const read = readInCells({ fields }, table, row);
  return {
    index: row.index,
    cells,
    ...(read.length > 0 && { read: Object.fromEntries(read) }),
    corrected: Object.keys(row.corrected ?? {}).map(Number),
    subject: row.subject,
    issues: (row.issues ?? []).map(
      ({ others, ...issue }): RowIssue => ({ ...issue, ...(others && { others: [...others] }) }),
    ),
    isExcluded: row.isExcluded === true,
    ...(row.leftOut && { leftOut: row.leftOut }),
  };
}

const readFormats: ReadonlySet<FieldFormat | undefined> = new Set(['amount', 'date', 'china-time']);

/** By column, what will be sent of a cell that says it in another way. */
function readInCells({ fields }: Pick<BulkOperation, 'fields'>, { mapping }: ImportRecord, row: RowRecord) {
  const cells = cellsOf(row);
  return mapping.flatMap((field, column) => {
    const [value, text] = [row.values[field], cells[column]?.trim() ?? ''];
    const isRead = readFormats.has(fields[field]?.format) && text !== '' && value !== undefined && value !== text;
    return isRead ? [[column, value] as const] : [];
  });
}
