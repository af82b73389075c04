import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import { holdCallsUntil, keepClockOffset, readClockOffset } from '@/lib/jobs/call-limit';
import type { ClaimedRequest } from '@/lib/jobs/claim-request';
import type { Send } from '@/lib/jobs/engine';
import { readTopAnswer } from '@/lib/jobs/read-top-answer';
import type { SendResult } from '@/lib/jobs/send-result';
import type { ConnectionSummary } from '@/lib/messages/app-state';
import type { Operation } from '@/lib/operations/operation';
import type { TopCaller } from '@/lib/platforms/top/call';
import type { TopConnection } from '@/lib/platforms/top/request';
import type { Database } from '@/lib/storage/open-database';
import type { ConnectionBinding, JobRecord } from '@/lib/storage/schema';

export interface PrepareSendParts {
  database: Database;
  operations: ReadonlyMap<string, Operation>;
  connections: {
    find(id: string): Promise<ConnectionSummary | undefined>;
    /** Decrypts; throws `locked`. What it answers is used for one call and kept nowhere. */
    open(connection: ConnectionSummary): Promise<TopConnection>;
  };
  callTop: TopCaller;
  isOnline(): boolean;
  clock: () => number;
}

/** How long to wait before looking for the network again. */
const offlineRetryMs = 15_000;

/** One gateway and one app share their limits, whatever the connection is called. */
export function limitIdOf({ endpoint, appKey }: Pick<ConnectionBinding, 'endpoint' | 'appKey'>): string {
  return `${endpoint}|${appKey}`;
}

/** Makes the engine's `prepare`: everything that must hold before a request is claimed, and then the way to send it. */
export function createPrepareSend(
  parts: PrepareSendParts,
): (job: JobRecord) => Promise<{ send: Send } | { error: ErrorData }> {
  return async (job) => {
    const { connections, isOnline, clock } = parts;
    if (!isOnline()) return failed('offline', { reason: 'no-network', until: clock() + offlineRetryMs });
    const connection = await connections.find(job.connection.id);
    const { endpoint, appKey } = job.connection;
    if (connection?.endpoint !== endpoint || connection.appKey !== appKey)
      return failed('not-allowed', { reason: 'connection-changed' });
    if (!connection.permitted) return failed('not-allowed', { reason: 'host-permission-missing' });
    try {
      const opened = await connections.open(connection);
      return { send: (claimed) => sendOverTop(parts, opened, claimed) };
    } catch (thrown) {
      return { error: toErrorData(thrown) };
    }
  };
}

async function sendOverTop(
  { database, operations, callTop, clock }: PrepareSendParts,
  connection: TopConnection,
  { job, request, rows }: ClaimedRequest,
): Promise<SendResult> {
  const operation = operations.get(job.operation);
  if (!operation) return { kind: 'paused', error: { code: 'bug', detail: { reason: 'unknown-operation' } } };
  const limitId = limitIdOf(connection);
  const values = rows.map((row) => row.values);
  const answer = await callTop({
    connection,
    method: operation.method,
    params: operation.buildRequest(values, request.key),
    clockOffsetMs: await readClockOffset(database, limitId),
  });
  if (answer.clockOffsetMs !== undefined) await keepClockOffset(database, limitId, answer.clockOffsetMs);
  if (answer.kind === 'refused' && answer.retry === 'wait' && answer.until !== undefined)
    await holdCallsUntil(database, limitId, answer.until);
  return readTopAnswer(answer, { operation, rows: values, now: clock() });
}

function failed(code: ErrorData['code'], detail: ErrorData['detail']): { error: ErrorData } {
  return { error: { code, detail } };
}
