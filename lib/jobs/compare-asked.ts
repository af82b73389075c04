import { canonicalJson } from '@/lib/json/canonical-json';
import type { RowValues } from '@/lib/operations/operation';
import type { JobRecord } from '@/lib/storage/schema';
import type { NewJob } from './create-job';
import { isSame as isSameThrough } from './find-at-work';
import type { JobTransaction } from './job-transaction';

/**
 * What is asked for, held against what a job was made of: whether that is all the same, and which of the asked rows
 * the job has word for word, in words that mean the same there.
 */
export async function compareAsked(
  transaction: JobTransaction,
  job: JobRecord,
  asked: NewJob,
): Promise<{ isSame: boolean; rows: number[] }> {
  const isAlike =
    isSameThrough(job, asked) &&
    job.channel === asked.channel &&
    canonicalJson(job.shared ?? {}) === canonicalJson(asked.shared ?? {});
  if (!isAlike) return { isSame: false, rows: [] };
  const there = new Set<string>();
  const blocks = IDBKeyRange.bound([job.id, 0], [job.id, Number.POSITIVE_INFINITY]);
  for (const { rows } of await transaction.objectStore('rowBlocks').getAll(blocks))
    for (const { values } of rows) there.add(canonicalJson(values));
  const isThere = (values: RowValues) => there.has(canonicalJson(values));
  const rows = asked.rows.flatMap((values, index) => (isThere(values) ? [index] : []));
  return { isSame: rows.length === asked.rows.length && job.total === asked.rows.length, rows };
}
