import { AppError, type ErrorData } from '@/lib/errors/app-error';
import { allowCalls } from '@/lib/jobs/call-limit';
import { callOff, cancelJob, decideRow, pauseJob, resumeJob } from '@/lib/jobs/change-job';
import { createJob } from '@/lib/jobs/create-job';
import { refuseTooMany } from '@/lib/jobs/drafts/add-rows';
import { listJobs, readJob } from '@/lib/jobs/read-jobs';
import { readWholeHistory } from '@/lib/jobs/read-whole-history';
import type { TopConnectionSummary } from '@/lib/messages/app-state';
import type { bulkContract } from '@/lib/messages/bulk-contract';
import { type Operation, rowsPerRequest } from '@/lib/operations/operation';
import { previewTopRequest } from '@/lib/platforms/top/request';
import type { Settings } from '@/lib/settings/settings';
import type { Database } from '@/lib/storage/open-database';
import { peopleRules } from './bulk/people-rules';
import type { DryRuns } from './dry-runs';
import type { HandlersOf } from './handlers';
import { limitIdOfJob } from './job-limits';
import { maskAttempts, maskFailures, maskOutcome, maskValues } from './mask-row';
import { requireValidBatch } from './valid-batch';

export interface JobHandlerParts {
  database: Database;
  operations: ReadonlyMap<string, Operation>;
  connections: { find(id: string): Promise<TopConnectionSummary | undefined> };
  isUnlocked(): Promise<boolean>;
  settings(): Promise<Pick<Settings, 'preferences' | 'policy' | 'defaults' | 'operator'>>;
  dryRuns: DryRuns;
  clock: () => number;
  newId: () => string;
  /** Sets the alarm that starts a worker for work that is about to be written down. Comes before the commit. */
  armAlarm(): Promise<void>;
  /** Tells the surfaces, and lets the engine look for work; not awaited. */
  changed(): void;
}

/** Those of `bulkContract` answer for themselves. */
type FormJobHandlers = Omit<HandlersOf<'job'>, keyof typeof bulkContract>;

const pausedByPerson: ErrorData = { code: 'not-allowed', detail: { reason: 'paused-by-person' } };

const pageSize = 50;
/** As many as a job can have. */
const shownRows = 500;

/** Answers everything about jobs. Each change is committed before the answer. */
export function createJobHandlers(parts: JobHandlerParts): FormJobHandlers {
  const { database, operations, clock, changed } = parts;
  const after = <T>(result: T): T => {
    changed();
    return result;
  };
  return {
    async 'job.preview'({ operation: operationId, connectionId, intentId, ...asked }) {
      const operation = requireOperation(parts, operationId);
      const connection = await requireConnection(parts, connectionId);
      const valid = requireValidBatch(operation, { ...asked, intentId });
      const { rows, shared } = valid;
      refuseTooMany(rows.length, (await parts.settings()).policy.maxBatchRows);
      const perRequest = rowsPerRequest(operation, await readChosenRows(parts, operation));
      const { endpoint, appKey, signMethod, hasSession } = connection;
      const session = hasSession ? { session: 'hidden' } : {};
      const preview = previewTopRequest({
        connection: { endpoint, appKey, signMethod, ...session },
        method: operation.method,
        params: operation.buildRequest(rows.slice(0, perRequest), intentId, shared),
        serverTimeMs: clock(),
      });
      await parts.dryRuns.note(dryRunOf(operation, { connectionId, intentId, ...valid }));
      return { ...preview, requests: Math.ceil(rows.length / perRequest) };
    },

    async 'job.create'({ operation: operationId, connectionId, rows, shared, ...asked }) {
      const operation = requireOperation(parts, operationId);
      const valid = requireValidBatch(operation, { ...asked, rows, shared });
      const connection = await requireConnection(parts, connectionId);
      if (!(await parts.isUnlocked())) throw new AppError('locked');
      requireReady(connection);
      const { id, name, endpoint, appKey } = connection;
      const { preferences, policy, operator } = await parts.settings();
      if (policy.disabledOperations.includes(operation.id))
        throw new AppError('not-allowed', { reason: 'operation-disabled' });
      refuseTooMany(valid.rows.length, policy.maxBatchRows);
      await parts.dryRuns.require(dryRunOf(operation, { connectionId, intentId: asked.intentId, ...valid }));
      const newJob = {
        ...asked,
        id: parts.newId(),
        operation,
        connection: { id, name, endpoint, appKey },
        operator,
        people: peopleRules(operation),
        holdBackMs: preferences.holdBackSeconds * 1000,
        // As it was when the person confirmed: a job is not cut anew because a setting is changed.
        rowsPerRequest: await readChosenRows(parts, operation),
      };
      await parts.armAlarm();
      return after(await createJob(database, { ...newJob, ...valid }, clock()));
    },

    async 'job.read'({ jobId }) {
      const { job, rows } = await readJob(database, jobId, shownRows);
      const fields = operations.get(job.operation)?.fields ?? {};
      return {
        summary: maskFailures(job),
        shared: job.shared,
        channel: job.channel,
        rows: rows.map(({ row, request }) => ({
          ...row,
          values: maskValues(fields, row.values),
          outcome: row.outcome && maskOutcome(fields, row.values, row.outcome),
          key: request?.key,
          attempts: maskAttempts(request?.attempts ?? []),
        })),
      };
    },

    'job.list': async ({ before }) => {
      const { jobs, more } = await listJobs(database, { before, limit: pageSize });
      return { jobs: jobs.map(maskFailures), more };
    },
    'job.history': async ({ subject }) => ({ entries: await readWholeHistory(database, subject, 10) }),
    'job.callOff': async ({ jobId }) => after({ calledOff: await callOff(database, jobId, clock()) }),
    'job.cancel': async ({ jobId }) => after({ counts: await cancelJob(database, jobId, clock()) }),
    'job.pause': async ({ jobId }) => {
      await pauseJob(database, jobId, pausedByPerson, clock());
      return after({});
    },
    'job.resume': async ({ jobId }) => {
      await parts.armAlarm();
      const job = await database.get('jobs', jobId);
      // A person who says «go on» lifts the wait, too.
      if (job) await allowCalls(database, limitIdOfJob(job));
      await resumeJob(database, jobId, clock());
      return after({});
    },
    'job.decide': async ({ jobId, index, choice }) => {
      if (choice === 'send-again') await parts.armAlarm();
      await decideRow(database, { jobId, index, choice, now: clock(), operations });
      return after({});
    },
  };
}

/** All that a request is made of. The channel is not: it says which fields are needed, and is not sent. */
function dryRunOf(
  { id: operation }: Operation,
  {
    connectionId,
    intentId,
    rows,
    shared,
  }: ReturnType<typeof requireValidBatch> & Record<'connectionId' | 'intentId', string>,
) {
  return { operation, connectionId, intentId, rows, shared };
}

async function readChosenRows({ settings }: JobHandlerParts, { id }: Operation): Promise<number | undefined> {
  const chosen: Readonly<Record<string, number | undefined>> = (await settings()).defaults.rowsPerRequest ?? {};
  return Object.hasOwn(chosen, id) ? chosen[id] : undefined;
}

function requireOperation({ operations }: JobHandlerParts, id: string): Operation {
  const operation = operations.get(id);
  if (!operation) throw new AppError('invalid-input', { reason: 'unknown-operation', path: 'operation' });
  return operation;
}

async function requireConnection({ connections }: JobHandlerParts, id: string): Promise<TopConnectionSummary> {
  const connection = await connections.find(id);
  if (!connection) throw new AppError('invalid-input', { reason: 'no-connection', path: 'connectionId' });
  return connection;
}

function requireReady({ hasSecret, permitted }: TopConnectionSummary): void {
  if (!hasSecret) throw new AppError('not-allowed', { reason: 'secret-missing', path: 'connectionId' });
  if (!permitted) throw new AppError('not-allowed', { reason: 'host-permission-missing', path: 'connectionId' });
}
