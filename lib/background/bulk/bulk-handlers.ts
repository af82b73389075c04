import type { HandlersOf } from '@/lib/background/handlers';
import { AppError } from '@/lib/errors/app-error';
import { addRows, endRows } from '@/lib/jobs/drafts/add-rows';
import { beginDraft } from '@/lib/jobs/drafts/begin-draft';
import { correctCell, excludeRows } from '@/lib/jobs/drafts/change-rows';
import { configureDraft } from '@/lib/jobs/drafts/configure-draft';
import { confirmDraft, discardDraft } from '@/lib/jobs/drafts/confirm-draft';
import type { RulesFor } from '@/lib/jobs/drafts/draft-rules';
import { refreshDraft } from '@/lib/jobs/drafts/refresh-draft';
import { cellsOf } from '@/lib/jobs/drafts/table-row';
import { readRowsPage } from '@/lib/jobs/read-rows';
import { type BulkParts, bindingOf, requireBulkOperation, requireConnection, requireReady } from './bulk-parts';
import { newRows } from './new-rows';
import { previewDraft } from './preview-draft';
import { sharedIssues } from './shared-issues';
import { countsOf, readDraft, showDraft, showRow } from './show-draft';
import { undoEdits } from './undo-edits';

/** Jobs of many rows until they run: see `bulkContract`. Each change is committed before the answer. */
export function createBulkHandlers(parts: BulkParts & { rulesFor: RulesFor }): HandlersOf<'bulk'> {
  const { database, clock, newId, changed, rulesFor } = parts;
  const after = <T>(result: T): T => {
    changed();
    return result;
  };
  const rulesOf = async (jobId: string) => {
    const { job, table } = await readDraft(database, jobId);
    return rulesFor(job, table);
  };
  const mostRows = async () => (await parts.settings()).policy.maxBatchRows;
  return {
    async 'bulk.begin'({ operation: operationId, connectionId, hasHeader = true, shared = {}, ...asked }) {
      const operation = requireBulkOperation(parts, operationId);
      const connection = bindingOf(await requireConnection(parts, connectionId, operation.platform));
      const [id, intentId] = [newId(), newId()];
      const rowsPerRequest = await chosenRows(parts, operationId);
      await beginDraft(
        database,
        { ...asked, id, intentId, operation, connection, hasHeader, shared, rowsPerRequest, label: asked.fileName },
        clock(),
      );
      return after({ jobId: id });
    },
    async 'bulk.addRows'(asked) {
      const rows = { rows: newRows(asked), mostRows: await mostRows() };
      return { total: await addRows(database, { ...asked, ...rows }) };
    },
    async 'bulk.endRows'({ jobId }) {
      await parts.armAlarm();
      await endRows(database, jobId);
      return after({});
    },
    async 'bulk.configure'({ jobId, connectionId, ...change }) {
      const { job } = await readDraft(database, jobId);
      const operation = requireBulkOperation(parts, job.operation);
      const connection =
        connectionId === undefined
          ? undefined
          : bindingOf(await requireConnection(parts, connectionId, operation.platform));
      await parts.armAlarm();
      await configureDraft(database, { ...change, jobId, operation, connection });
      return after({});
    },
    async 'bulk.refresh'({ jobId }) {
      await parts.armAlarm();
      if (await refreshDraft(database, jobId, clock())) changed();
      return {};
    },
    'bulk.read': ({ jobId }) => showDraft(parts, jobId),
    async 'bulk.rows'({ jobId, filter, from, limit }) {
      const { job, table } = await readDraft(database, jobId);
      const operation = requireBulkOperation(parts, job.operation);
      const only = filter === 'all' ? undefined : filter;
      const { rows, next } = await readRowsPage(database, { jobId, only, from, limit });
      return { rows: rows.map((row) => showRow(operation, table, row)), ...(next !== undefined && { next }) };
    },
    async 'bulk.readCell'({ jobId, index, column }) {
      const { rows } = await readRowsPage(database, { jobId, from: index, limit: 1 });
      const row = rows.find((one) => one.index === index);
      if (!row) throw new AppError('not-found', { reason: 'no-such-row' });
      return { text: cellsOf(row)[column] ?? '', original: row.cells?.[column] ?? '' };
    },
    async 'bulk.editCell'(asked) {
      const { row, table } = await correctCell(database, asked, await rulesOf(asked.jobId));
      const { job } = await readDraft(database, asked.jobId);
      return after({
        row: showRow(requireBulkOperation(parts, job.operation), table, row),
        counts: countsOf({ job, table }),
      });
    },
    async 'bulk.exclude'(asked) {
      return after({ counts: countsOf(await excludeRows(database, asked, await rulesOf(asked.jobId))) });
    },
    'bulk.preview': async ({ jobId }) => after(await previewDraft(parts, jobId)),
    async 'bulk.run'({ jobId, revision }) {
      const { job, table } = await readDraft(database, jobId);
      const operation = requireBulkOperation(parts, job.operation);
      const connection = await requireConnection(parts, job.connection.id, operation.platform);
      const [issue] = sharedIssues(operation, { job, table });
      if (issue) throw new AppError('invalid-input', { reason: issue.reason, path: issue.field });
      if (!(await parts.isUnlocked())) throw new AppError('locked');
      requireReady(connection);
      const { policy, operator } = await parts.settings();
      if (policy.disabledOperations.includes(job.operation))
        throw new AppError('not-allowed', { reason: 'operation-disabled' });
      const { maxBatchRows, requireDryRun: mustPreview } = policy;
      const asked = { jobId, revision, connection: bindingOf(connection), mostRows: maxBatchRows, mustPreview };
      const confirmed = { ...asked, operator };
      await parts.armAlarm();
      await confirmDraft(database, confirmed, clock());
      return after({ jobId });
    },
    async 'bulk.discard'({ jobId }) {
      await discardDraft(database, jobId);
      return after({});
    },
    async 'bulk.undo'({ jobId }) {
      await parts.armAlarm();
      return after({ jobId: await undoEdits(parts, jobId) });
    },
  };
}

async function chosenRows({ settings }: BulkParts, operation: string): Promise<number | undefined> {
  const chosen: Readonly<Record<string, number | undefined>> = (await settings()).defaults.rowsPerRequest ?? {};
  return Object.hasOwn(chosen, operation) ? chosen[operation] : undefined;
}
