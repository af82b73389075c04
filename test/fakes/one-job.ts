import type { ErrorData } from '@/lib/errors/app-error';
import { claimRequest } from '@/lib/jobs/claim-request';
import { createJob } from '@/lib/jobs/create-job';
import { addsUp } from '@/lib/jobs/job-transaction';
import { readJob } from '@/lib/jobs/read-jobs';
import { recordResult } from '@/lib/jobs/record-result';
import type { SendResult } from '@/lib/jobs/send-result';
import type { Database } from '@/lib/storage/open-database';
import { openTestDatabase, operationWith } from './job-world';
import { newJob, rowOf } from './new-job';

/** When the job is created; its hold-back ends five seconds later. */
export const start = Date.UTC(2026, 10, 22, 4, 0, 0);
export const due = start + 5000;
export const operation = operationWith();
export const jobId = 'job-intent-1';

export const lost: SendResult = { kind: 'lost', error: { code: 'timed-out', detail: {} } };
export const turnedAway: SendResult = {
  kind: 'not-processed',
  error: { code: 'throttled', detail: {} },
  retryAt: due + 2000,
};
export const locked: ErrorData = { code: 'locked', detail: {} };

/** A database with one held job of these subjects. */
export async function worldWith(...subjects: string[]): Promise<Database> {
  const database = await openTestDatabase();
  await createJob(database, newJob({ operation, rows: subjects.map(rowOf) }), start);
  return database;
}

/** Takes the job's next request, as the engine does before it sends. */
export async function claim(database: Database, now = due) {
  const claimed = await claimRequest(database, { jobId, operation, now, newKey: () => `key-${now}` });
  if (!claimed) throw new Error('nothing was claimed');
  return claimed;
}

export async function sendNext(database: Database, result: SendResult, now = due): Promise<void> {
  const { request } = await claim(database, now);
  await recordResult(database, { requestId: request.id, operation, result, now });
}

/** The job and its rows' states, the sum checked. */
export async function stateOf(database: Database) {
  const { job, rows } = await readJob(database, jobId, 100);
  if (!addsUp(job)) throw new Error('the sum is wrong');
  return { job, rows: rows.map(({ row }) => row.state) };
}

export const events = async (database: Database) => (await database.getAll('journal')).map(({ event }) => event);
