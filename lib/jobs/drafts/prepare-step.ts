import { moveRow, openRows, rowsPerBlock } from '@/lib/jobs/job-rows';
import { type JobTransaction, putJob } from '@/lib/jobs/job-transaction';
import { journalRows } from '@/lib/jobs/journal-rows';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, RowRecord } from '@/lib/storage/schema';
import { blocksPerStep } from './check-step';
import { inDraftTransaction } from './draft-transaction';
import { createOthersFinder, type FinderRules, type Others } from './find-others';
import { tracesOf } from './traces-of';

interface Preparing {
  jobId: string;
  rules: FinderRules;
  holdBackMs: number;
  now: number;
}

/**
 * Writes the next blocks of a confirmed job down: what was asked and what is skipped stands in the journal, and the
 * objects are found from here on. A block and the place behind it are committed together, so that a worker that dies
 * leaves nothing half done. After the last one the job is held back.
 */
export async function prepareStep(database: Database, { jobId, rules, holdBackMs, now }: Preparing): Promise<void> {
  await inDraftTransaction(database, async (transaction) => {
    const job = await transaction.objectStore('jobs').get(jobId);
    const table = await transaction.objectStore('imports').get(jobId);
    if (job?.state !== 'preparing' || !table) return;
    let block = table.preparedBlocks ?? 0;
    for (const end = block + blocksPerStep; block < end && job.state === 'preparing'; ) {
      if (await prepareBlock(transaction, job, { block, rules, now })) block += 1;
      else hold(job, now + holdBackMs);
    }
    await transaction.objectStore('imports').put({ ...table, preparedBlocks: block });
    await putJob(transaction, job, now);
  });
}

function hold(job: JobRecord, until: number): void {
  job.state = 'held';
  job.heldUntil = until;
  job.notBefore = until;
}

/** False when there is no such block. */
async function prepareBlock(
  transaction: JobTransaction,
  job: JobRecord,
  { block, rules, now }: { block: number } & Pick<Preparing, 'rules' | 'now'>,
): Promise<boolean> {
  const jobRows = openRows(transaction, job.id);
  const rows: RowRecord[] = [];
  for (let index = block * rowsPerBlock; index < (block + 1) * rowsPerBlock; index += 1) {
    const row = await jobRows.get(index);
    if (!row) break;
    rows.push(row);
  }
  if (rows.length === 0) return false;
  const findOthers = createOthersFinder(transaction, job, rules);
  // Cancelled meanwhile, a row is neither asked for nor skipped.
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const reasons = new Map<RowRecord, string | undefined>();
  const others = await findOthers(waiting);
  for (const [position, row] of waiting.entries()) reasons.set(row, skipReason(row, others[position]));
  for (const [row, reason] of reasons)
    if (reason !== undefined) moveRow(jobRows, job, row, 'skipped', { outcome: { at: now, reason } });
  await jobRows.flush();
  const subjects = rows.flatMap((row) => [row.subject, ...tracesOf(row, job, rules)]);
  await transaction.objectStore('subjects').put({ jobId: job.id, block, subjects });
  for (const [error, alike] of Map.groupBy(waiting, (row) => reasons.get(row))) {
    const facts = error === undefined ? { event: 'asked' as const } : { event: 'skipped' as const, error };
    await journalRows(transaction, job, alike, { at: now, ...facts });
  }
  const first = waiting.find((row) => reasons.get(row) === undefined);
  if (job.subject === '' && first) job.subject = first.subject;
  return true;
}

/** Of what another job has done since the rows were looked at nobody was warned: it is not done a second time. */
function skipReason({ isExcluded, leftOut, issues = [] }: RowRecord, others: Others = {}): string | undefined {
  const { atWork, earlier, people = [] } = others;
  if (isExcluded) return leftOut ? `${leftOut}-row` : 'excluded';
  const fault = issues.find((issue) => !issue.earlier);
  if (fault) return fault.reason;
  if (atWork) return 'at-work';
  return (earlier || people.length > 0) && issues.length === 0 ? 'done-earlier' : undefined;
}
