import { AppError } from '@/lib/errors/app-error';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, RequestRecord, RowRecord, RowState } from '@/lib/storage/schema';
import { rowsPerBlock } from './job-rows';

/** Jobs newest first, below the id `before`. Ids begin with their time, so their order is that of creation. */
export async function listJobs(
  database: Database,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<{ jobs: JobRecord[]; more: boolean }> {
  const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
  const jobs: JobRecord[] = [];
  let cursor = await database.transaction('jobs').store.openCursor(range, 'prev');
  while (cursor) {
    if (jobs.length === limit) return { jobs, more: true };
    jobs.push(cursor.value);
    cursor = await cursor.continue();
  }
  return { jobs, more: false };
}

/** Jobs with rows that a person has to decide about, however old. */
export async function listUndecidedJobs(database: Database, limit: number): Promise<JobRecord[]> {
  return database.getAllFromIndex('jobs', 'by-decision', 1, limit);
}

/** Jobs that have not finished, oldest first: those the engine serves. */
export async function listOpenJobs(database: Database): Promise<JobRecord[]> {
  const transaction = database.transaction('jobs');
  const byState = transaction.store.index('by-state');
  const open = await Promise.all([byState.getAll('held'), byState.getAll('running'), byState.getAll('paused')]);
  return open.flat().sort((one, other) => one.createdAt - other.createdAt);
}

export interface JobWithRows {
  job: JobRecord;
  rows: { row: RowRecord; request?: RequestRecord | undefined }[];
}

export async function readJob(database: Database, jobId: string, rowLimit: number): Promise<JobWithRows> {
  const transaction = database.transaction(['jobs', 'rowBlocks', 'requests']);
  const job = await transaction.objectStore('jobs').get(jobId);
  if (!job) throw new AppError('not-found', { reason: 'no-such-job' });
  const range = IDBKeyRange.bound([jobId, 0], [jobId, Number.POSITIVE_INFINITY]);
  const blocks = await transaction.objectStore('rowBlocks').getAll(range, Math.ceil(rowLimit / rowsPerBlock));
  const rows = blocks.flatMap((block) => block.rows).slice(0, rowLimit);
  const requests = transaction.objectStore('requests');
  const withRequests = rows.map(async (row) => ({
    row,
    request: row.requestId ? await requests.get(row.requestId) : undefined,
  }));
  return { job, rows: await Promise.all(withRequests) };
}

export interface HistoryEntry {
  jobId: string;
  connectionId?: string | undefined;
  operation: string;
  state: RowState;
  at: number;
  operatorName?: string | undefined;
}

/** What was done here with one object, newest first. */
export async function readHistory(database: Database, subject: string, limit: number): Promise<HistoryEntry[]> {
  const transaction = database.transaction(['jobs', 'rowBlocks', 'subjects']);
  const places = await transaction.objectStore('subjects').index('by-subject').getAllKeys(subject);
  // Job ids begin with their time, so the last are the newest.
  const entries = places.slice(-limit).map(async ([jobId, block]): Promise<HistoryEntry[]> => {
    const [job, record] = await Promise.all([
      transaction.objectStore('jobs').get(jobId),
      transaction.objectStore('rowBlocks').get([jobId, block]),
    ]);
    if (!job || !record) return [];
    return record.rows
      .filter((row) => row.subject === subject)
      .map((row) => ({
        jobId: job.id,
        connectionId: job.connection.id,
        operation: job.operation,
        state: row.state,
        at: row.outcome?.at ?? job.createdAt,
        operatorName: row.values.operator_name ?? job.shared?.operator_name,
      }));
  });
  const found = (await Promise.all(entries)).flat();
  return found.sort((one, other) => other.at - one.at).slice(0, limit);
}
