import { type JobOperation, rowsPerRequest } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import type { AttemptRecord, JobRecord, RequestRecord, RowRecord } from '@/lib/storage/schema';
import { moveRow, openRows, readRowsOf } from './job-rows';
import { inJobTransaction, type JobTransaction, putJob } from './job-transaction';
import { journalRows } from './journal-rows';

/** A request that may leave now: its key, rows and attempt are on disk. */
export interface ClaimedRequest {
  job: JobRecord;
  request: RequestRecord;
  attempt: AttemptRecord;
  /** Every row of the request, in its order, settled ones too: a repeat under the same key has the same content. */
  rows: RowRecord[];
}

/**
 * Takes the job's next request and marks it as on its way, before it leaves. A request that has been tried before
 * keeps its rows and its key. Undefined when nothing of the job may leave at `now`.
 */
export async function claimRequest(
  database: Database,
  { jobId, operation, now, newKey }: { jobId: string; operation: JobOperation; now: number; newKey: () => string },
): Promise<ClaimedRequest | undefined> {
  return inJobTransaction(database, async (transaction) => {
    const job = await transaction.objectStore('jobs').get(jobId);
    if (!job || (job.state !== 'held' && job.state !== 'running') || job.notBefore > now) return undefined;
    const request =
      (await findWaitingRequest(transaction, jobId)) ?? (await newRequest(transaction, job, operation, newKey));
    if (!request) return undefined;
    const attempt: AttemptRecord = { number: request.attempts.length + 1, startedAt: now };
    request.state = 'sending';
    request.attempts.push(attempt);
    await transaction.objectStore('requests').put(request);
    job.state = 'running';
    const jobRows = openRows(transaction, jobId);
    const rows = await readRowsOf(jobRows, request);
    const leaving = rows.filter(({ state }) => state === 'waiting');
    for (const row of leaving) moveRow(jobRows, job, row, 'sending', { requestId: request.id });
    await jobRows.flush();
    // What is settled leaves as well, where the request is repeated.
    await journalRows(transaction, job, rows, {
      at: now,
      event: 'sent',
      key: request.key,
      attempt: attempt.number,
    });
    await putJob(transaction, job, now);
    return { job, request, attempt, rows };
  });
}

function findWaitingRequest(transaction: JobTransaction, jobId: string): Promise<RequestRecord | undefined> {
  return transaction.objectStore('requests').index('by-job-state').get([jobId, 'waiting']);
}

async function newRequest(
  transaction: JobTransaction,
  job: JobRecord,
  operation: JobOperation,
  newKey: () => string,
): Promise<RequestRecord | undefined> {
  const mostRows = rowsPerRequest(operation, job.rowsPerRequest);
  const rows = await openRows(transaction, job.id).fresh(mostRows);
  if (rows.length === 0) return undefined;
  // The key of a job's only request is its intention's id: the dry run could show it before anything was written.
  const isOnly =
    job.total <= mostRows && (await transaction.objectStore('requests').index('by-job').count(job.id)) === 0;
  const key = isOnly ? job.intentId : newKey();
  return {
    id: `${job.id}/${key}`,
    jobId: job.id,
    key,
    rowIndexes: rows.map((row) => row.index),
    state: 'waiting',
    attempts: [],
  };
}
