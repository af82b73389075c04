import type { HandlersOf } from '@/lib/background/handlers';
import { maskAttempts, maskFailures, maskOutcome, maskValues } from '@/lib/background/mask-row';
import { AppError } from '@/lib/errors/app-error';
import { decideAll } from '@/lib/jobs/decide-all';
import type { NewRow } from '@/lib/jobs/drafts/add-rows';
import { type RowsPage, readRequestsOf, readRowsPage } from '@/lib/jobs/read-rows';
import { searchJobs } from '@/lib/jobs/search-jobs';
import { renewRowId } from '@/lib/operations/complete-row';
import type { RowValues } from '@/lib/operations/field';
import type { ImportRecord, JobRecord, RowRecord } from '@/lib/storage/schema';
import { type BulkParts, requireBulkOperation } from './bulk-parts';
import { hasFieldHeader } from './field-header';
import { newDraftOfRows } from './new-draft-of-rows';

type ResultCalls = 'job.rows' | 'job.resultRows' | 'job.retryFailed' | 'job.decideAll' | 'job.search';

const mostFound = 50;
const pageRows = 200;

/** What is read of a job's rows once it runs, and what a person does with many of them at once. */
export function createResultHandlers(parts: BulkParts): Pick<HandlersOf<'job'>, ResultCalls> {
  const { database, clock, changed } = parts;
  const requireJob = async (jobId: string) => {
    const job = await database.get('jobs', jobId);
    if (!job) throw new AppError('not-found', { reason: 'no-such-job' });
    return job;
  };
  const after = <T>(result: T): T => {
    changed();
    return result;
  };
  return {
    async 'job.rows'({ jobId, state, from, limit }) {
      const { operation } = await requireJob(jobId);
      const fields = parts.operations.get(operation)?.fields ?? {};
      const { rows, next } = await readRowsPage(database, { jobId, only: state, from, limit });
      const requests = await readRequestsOf(database, rows);
      return {
        rows: rows.map(({ index, subject, values, state, outcome, requestId = '' }) => ({
          ...{ index, subject, state, values: maskValues(fields, values) },
          ...(outcome && { outcome: maskOutcome(fields, values, outcome) }),
          key: requests.get(requestId)?.key,
          attempts: maskAttempts(requests.get(requestId)?.attempts ?? []),
        })),
        ...(next !== undefined && { next }),
      };
    },
    async 'job.resultRows'({ jobId, from, limit }) {
      const job = await requireJob(jobId);
      const table = await database.get('imports', jobId);
      const header = headerOf(parts, job, table);
      const width = table?.width ?? 0;
      const { rows, next } = await readRowsPage(database, { jobId, from, limit });
      const requests = await readRequestsOf(database, rows);
      return {
        header: [...header, ...Array<string>(Math.max(0, width - header.length)).fill('')],
        ...(hasFieldHeader(job, table) && { hasFieldHeader: true }),
        rows: rows.map((row) => {
          const request = requests.get(row.requestId ?? '');
          return {
            ...{
              index: row.index,
              subject: row.subject,
              state: row.state,
              cells: row.cells ?? cellsByField(row, header),
            },
            corrected: Object.entries(row.corrected ?? {}).map(([column, text]) => ({ column: Number(column), text })),
            ...(row.outcome && { outcome: row.outcome }),
            ...(request && { key: request.key }),
            attempts: request?.attempts.length ?? 0,
            platformRequestId: request?.attempts.findLast(({ platformRequestId: id }) => id)?.platformRequestId,
          };
        }),
        ...(next !== undefined && { next }),
      };
    },
    async 'job.retryFailed'({ jobId, rows = 'failed' }) {
      const job = await requireJob(jobId);
      if (job.counts[rows] === 0) throw new AppError('not-found', { reason: 'nothing-to-retry' });
      // Asked twice, it is one draft: two of them could both be sent.
      const drafts = await database.getAllFromIndex('jobs', 'by-state', 'draft');
      const begun = drafts.find(({ retryOf, retryRows = 'failed' }) => retryOf === jobId && retryRows === rows);
      if (begun) return { jobId: begun.id };
      await parts.armAlarm();
      return after({ jobId: await retryRows(parts, job, rows) });
    },
    async 'job.decideAll'({ jobId, choice }) {
      if (choice === 'send-again') await parts.armAlarm();
      return after(await decideAll(database, { jobId, choice, now: clock(), operations: parts.operations }));
    },
    'job.search': async ({ text }) => {
      const { jobs, more } = await searchJobs(database, { text, limit: mostFound });
      return { jobs: jobs.map(maskFailures), more };
    },
  };
}

/** The columns of a job's rows: those of its table, or the fields that it was given. */
function headerOf({ operations }: BulkParts, job: JobRecord, table: ImportRecord | undefined): string[] {
  if (table) return table.hasNoHeader ? table.header.map((_, column) => `${column + 1}`) : table.header;
  const { fields } = requireBulkOperation({ operations }, job.operation);
  return Object.keys(fields).filter((name) => fields[name]?.from !== 'generated');
}

function cellsByField({ values }: Pick<RowRecord, 'values'>, header: readonly string[]): string[] {
  return header.map((field) => values[field] ?? '');
}

/**
 * What failed was not done, and what was cancelled never left (what may have is unknown instead), so that it goes under
 * a new intention; our own row ids are given anew. Another try at taking edits back still takes back those.
 */
async function retryRows(parts: BulkParts, job: JobRecord, only: 'failed' | 'cancelled'): Promise<string> {
  const { database } = parts;
  const table = await database.get('imports', job.id);
  const header = headerOf(parts, job, table);
  const mapping = table?.mapping ?? header;
  const { fields } = requireBulkOperation(parts, job.operation);
  const link = {
    retryOf: job.id,
    ...(only === 'cancelled' && { retryRows: only }),
    ...(job.undoOf !== undefined && { undoOf: job.undoOf }),
  };
  const source = { job, header, mapping, label: job.label, shared: table?.shared, link };
  return newDraftOfRows(parts, source, async function* (intentId) {
    let taken = 0;
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: RowsPage = await readRowsPage(database, { jobId: job.id, only, from, limit: pageRows });
      const rows = page.rows.map((row, position): NewRow => {
        const now = { key: intentId, index: taken + position };
        const values = renewRowId({ fields }, row.values, { key: job.intentId, index: row.index }, now);
        const { cells = cellsByField(row, header), corrected, faults } = row;
        const earlierIndex = job.undoOf === undefined ? row.index : row.earlierIndex;
        return {
          values: { ...values },
          // Where cells hold an id of ours, as they do without a table, they hold it as it now is.
          cells: cells.map((text, column) =>
            isOurs(row, values, mapping[column]) ? (values[mapping[column] ?? ''] ?? '') : text,
          ),
          ...(earlierIndex !== undefined && { earlierIndex }),
          ...(corrected && { corrected }),
          ...(faults && { faults }),
        };
      });
      taken += rows.length;
      if (rows.length > 0) yield rows;
      from = page.next;
    }
  });
}

/** Whether a field's value is an id that was given anew. */
function isOurs(row: RowRecord, values: RowValues, field = ''): boolean {
  return field !== '' && values[field] !== row.values[field];
}
