import { createJob, type NewJob } from '@/lib/jobs/create-job';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, SidekickDatabase } from '@/lib/storage/schema';
import { binding, operationWith } from './job-world';

/** What a person confirmed: one opportunity, held back for five seconds. */
export function newJob(change: Partial<NewJob> = {}): NewJob {
  const intentId = change.intentId ?? 'intent-1';
  return {
    id: `job-${intentId}`,
    intentId,
    operation: operationWith(),
    source: 'popup',
    connection: binding,
    rows: [rowOf('20191214888')],
    holdBackMs: 5000,
    ...change,
  };
}

export function rowOf(subject: string): Record<string, string> {
  return { opportunity_id: subject, operator_id: 'kyr13386', operator_name: '王五', memo: '老板不接受' };
}

/** Creates a job and, if asked, changes its record behind the product's back. */
export async function storeJob(
  database: Database,
  now: number,
  change: Partial<NewJob> = {},
  record: Partial<JobRecord> = {},
): Promise<string> {
  const { jobId } = await createJob(database, newJob(change), now);
  const job = await database.get('jobs', jobId);
  if (job) await database.put('jobs', { ...job, ...record });
  return jobId;
}

/** Every record of every store, to see that nothing was written. */
export async function everything(database: Database): Promise<Record<string, unknown[]>> {
  const stores = Array.from(database.objectStoreNames) as (keyof SidekickDatabase & string)[];
  const lists = await Promise.all(stores.map((store) => database.getAll(store as never)));
  return Object.fromEntries(stores.map((store, index) => [store, lists[index] ?? []]));
}
