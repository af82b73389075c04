import { appendEntries } from '@/lib/journal/append-entry';
import type { JournalFacts } from '@/lib/storage/journal-records';
import type { JobRecord, RowRecord } from '@/lib/storage/schema';
import type { JobTransaction } from './job-transaction';

type Facts = Omit<JournalFacts, 'jobId' | 'operation' | 'connection' | 'subject' | 'subjects' | 'operator' | 'memo'>;

/**
 * Journals what happened to these rows alike: one entry for all that have the same operator and reason, so that a
 * request of a hundred rows is one line of the journal and not a hundred.
 */
export async function journalRows(
  transaction: JobTransaction,
  job: JobRecord,
  rows: readonly RowRecord[],
  facts: Facts,
): Promise<void> {
  const groups = Map.groupBy(rows, (row) => JSON.stringify([operatorOf(job, row), row.values.memo]));
  await appendEntries(
    transaction,
    [...groups.values()].map((group) => ({ ...facts, ...describeRows(job, group) })),
  );
}

function describeRows(job: JobRecord, rows: readonly RowRecord[]): Partial<JournalFacts> {
  const [first] = rows;
  if (!first) return {};
  return {
    jobId: job.id,
    operation: job.operation,
    connection: job.connection,
    ...(rows.length === 1 ? { subject: first.subject } : { subjects: rows.map(({ subject }) => subject) }),
    operator: operatorOf(job, first),
    memo: first.values.memo,
  };
}

/** Journals what happened to a job as a whole. */
export async function journalJob(transaction: JobTransaction, job: JobRecord, facts: Facts): Promise<void> {
  const { id: jobId, operation, connection } = job;
  await appendEntries(transaction, [{ ...facts, jobId, operation, connection, operator: operatorOf(job) }]);
}

/** As the rows name them to the platform, or whoever confirmed the job. */
function operatorOf(job: JobRecord, row?: RowRecord): { id: string; name: string } {
  const { operator_id: id = '', operator_name: name = '' } = { ...job.shared, ...row?.values };
  return id === '' && name === '' && job.operator ? job.operator : { id, name };
}
