import { AppError } from '@/lib/errors/app-error';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, RequestRecord, RowRecord, RowState } from '@/lib/storage/schema';

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
  const transaction = database.transaction(['jobs', 'rows', 'requests']);
  const job = await transaction.objectStore('jobs').get(jobId);
  if (!job) throw new AppError('not-found', { reason: 'no-such-job' });
  const range = IDBKeyRange.bound([jobId, 0], [jobId, Number.POSITIVE_INFINITY]);
  const rows = await transaction.objectStore('rows').getAll(range, rowLimit);
  const requests = transaction.objectStore('requests');
  const withRequests = rows.map(async (row) => ({
    row,
    request: row.requestId ? await requests.get(row.requestId) : undefined,
  }));
  return { job, rows: await Promise.all(withRequests) };
}

export interface HistoryEntry {
  jobId: string;
  operation: string;
  state: RowState;
  at: number;
  operatorName?: string | undefined;
}

/** What was done here with one object, newest first. */
export async function readHistory(database: Database, subject: string, limit: number): Promise<HistoryEntry[]> {
  const transaction = database.transaction(['jobs', 'rows']);
  const rows = await transaction.objectStore('rows').index('by-subject').getAll(subject);
  const entries = rows.map(async (row): Promise<HistoryEntry[]> => {
    const job = await transaction.objectStore('jobs').get(row.jobId);
    if (!job) return [];
    const at = row.outcome?.at ?? job.createdAt;
    return [{ jobId: job.id, operation: job.operation, state: row.state, at, operatorName: row.values.operator_name }];
  });
  const found = (await Promise.all(entries)).flat();
  return found.sort((one, other) => other.at - one.at).slice(0, limit);
}
