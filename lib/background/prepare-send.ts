import { refuseEndpoint } from '@/lib/connections/endpoint';
import { AppError, type ErrorData, toErrorData } from '@/lib/errors/app-error';
import { holdCallsUntil, keepClockOffset, readClockOffset } from '@/lib/jobs/call-limit';
import type { ClaimedRequest } from '@/lib/jobs/claim-request';
import type { Send } from '@/lib/jobs/engine';
import { readTopAnswer } from '@/lib/jobs/read-top-answer';
import type { SendResult } from '@/lib/jobs/send-result';
import type { TopConnectionSummary } from '@/lib/messages/app-state';
import type { Operation } from '@/lib/operations/operation';
import type { TopAnswer, TopCaller } from '@/lib/platforms/top/call';
import type { TopConnection } from '@/lib/platforms/top/request';
import type { Settings } from '@/lib/settings/settings';
import type { Database } from '@/lib/storage/open-database';
import type { ConnectionBinding, JobRecord } from '@/lib/storage/schema';

export interface PrepareSendParts {
  database: Database;
  operations: ReadonlyMap<string, Operation>;
  connections: {
    find(id: string): Promise<TopConnectionSummary | undefined>;
    /** Decrypts; throws `locked`. What it answers is used for one call and kept nowhere. */
    open(connection: TopConnectionSummary): Promise<TopConnection>;
  };
  callTop: TopCaller;
  isOnline(): boolean;
  settings(): Promise<Pick<Settings, 'policy'>>;
  clock: () => number;
  /** Gets what went wrong unexpectedly beside the sending itself. */
  report(thrown: unknown): void;
}

/** How long to wait before looking for the network again. */
const offlineRetryMs = 30_000;

/** One gateway and one app share their limits, whatever the connection is called. */
export function limitIdOf({ endpoint, appKey }: Pick<ConnectionBinding, 'endpoint' | 'appKey'>): string {
  return `${endpoint}|${appKey}`;
}

/** Makes the engine's `prepare`: everything that must hold before a request is claimed, and then the way to send it. */
export function createPrepareSend(
  parts: PrepareSendParts,
): (job: JobRecord) => Promise<{ send: Send } | { error: ErrorData }> {
  return async (job) => {
    try {
      const connection = await requireConnection(parts, job);
      const opened = await parts.connections.open(connection);
      return { send: (claimed) => sendOverTop(parts, opened, claimed) };
    } catch (thrown) {
      const error = toErrorData(thrown);
      if (error.code === 'bug') parts.report(thrown);
      return { error };
    }
  };
}

/** The job's connection, if it is still the one it was made for and may be used now. */
async function requireConnection(parts: PrepareSendParts, job: JobRecord): Promise<TopConnectionSummary> {
  const { connections, isOnline, clock, settings } = parts;
  if (!isOnline()) throw new AppError('offline', { reason: 'no-network', until: clock() + offlineRetryMs });
  const connection = await connections.find(job.connection.id);
  const { endpoint, appKey } = job.connection;
  if (connection?.endpoint !== endpoint || connection.appKey !== appKey)
    throw new AppError('not-allowed', { reason: 'connection-changed' });
  if (!connection.permitted) throw new AppError('not-allowed', { reason: 'host-permission-missing' });
  // A policy may have come after the connection and after the job.
  const { policy } = await settings();
  if (refuseEndpoint(endpoint, policy.allowedEndpoints))
    throw new AppError('not-allowed', { reason: 'endpoint-not-allowed' });
  if (policy.disabledOperations.includes(job.operation))
    throw new AppError('not-allowed', { reason: 'operation-disabled' });
  return connection;
}

async function sendOverTop(
  parts: PrepareSendParts,
  connection: TopConnection,
  { job, request, rows }: ClaimedRequest,
): Promise<SendResult> {
  const { database, operations, callTop, clock } = parts;
  const operation = operations.get(job.operation);
  if (!operation) return { kind: 'paused', error: { code: 'bug', detail: { reason: 'unknown-operation' } } };
  const values = rows.map((row) => row.values);
  const answer = await callTop({
    connection,
    method: operation.method,
    params: operation.buildRequest(values, request.key, job.shared),
    clockOffsetMs: await readClockOffset(database, limitIdOf(connection)),
  });
  // An answer is not lost because what it teaches for the next call could not be kept.
  await keepLessons(database, connection, answer).catch(parts.report);
  return readTopAnswer(answer, {
    operation,
    rows: values,
    key: request.key,
    attempts: request.attempts.length,
    now: clock(),
  });
}

async function keepLessons(database: Database, connection: TopConnection, answer: TopAnswer): Promise<void> {
  const limitId = limitIdOf(connection);
  if (answer.clockOffsetMs !== undefined) await keepClockOffset(database, limitId, answer.clockOffsetMs);
  if (answer.kind === 'refused' && answer.retry === 'wait' && answer.until !== undefined)
    await holdCallsUntil(database, limitId, answer.until);
}
