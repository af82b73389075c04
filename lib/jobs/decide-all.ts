import type { Database } from '@/lib/storage/open-database';
import type { RowRecord } from '@/lib/storage/schema';
import { type Choice, type KnownOperations, maySendAgain, reopenRequests } from './change-job';
import { moveRow, openRows, readRowsOf } from './job-rows';
import { inJobTransaction, putJob, requireJob } from './job-transaction';
import { journalRows } from './journal-rows';

/** How many rows were decided, and how many a person must still decide since their request may not leave once more. */
export interface DecidedAll {
  decided: number;
  left: number;
}

/**
 * Records what a person says of every row of a job that is unknown now, as `decideRow` does of one. To send again
 * re-opens the very requests they left in, under their keys.
 */
export async function decideAll(
  database: Database,
  { jobId, choice, now, operations }: { jobId: string; choice: Choice; now: number; operations?: KnownOperations },
): Promise<DecidedAll> {
  return inJobTransaction(database, async (transaction) => {
    const job = await requireJob(transaction, jobId);
    const jobRows = openRows(transaction, jobId);
    const requests = new Map<string, boolean>();
    const answer: DecidedAll = { decided: 0, left: 0 };
    const state = choice === 'mark-succeeded' ? 'succeeded' : choice === 'mark-failed' ? 'failed' : 'waiting';
    /** Asked before any row of the request is moved. A row without a request cannot go again. */
    const mayGoAgain = async ({ requestId }: RowRecord): Promise<boolean> => {
      if (requestId === undefined) return false;
      const known = requests.get(requestId);
      if (known !== undefined) return known;
      const request = await transaction.objectStore('requests').get(requestId);
      const may = request !== undefined && maySendAgain(job, await readRowsOf(jobRows, request), operations);
      requests.set(requestId, may);
      return may;
    };
    const decide = (row: RowRecord) => {
      answer.decided += 1;
      if (state === 'waiting') moveRow(jobRows, job, row, state);
      else {
        const outcome = { ...row.outcome, at: now, reason: choice, decidedBy: 'person' as const };
        moveRow(jobRows, job, row, state, { outcome });
      }
    };
    await jobRows.each('unknown', async (rows) => {
      const those: RowRecord[] = [];
      for (const row of rows) if (state !== 'waiting' || (await mayGoAgain(row))) those.push(row);
      answer.left += rows.length - those.length;
      for (const row of those) decide(row);
      await journalRows(transaction, job, those, { at: now, event: 'decided', outcome: choice });
    });
    const again = [...requests].flatMap(([id, may]) => (may ? [id] : []));
    if (again.length > 0) await reopenRequests(transaction, { job, requests: again, now });
    await putJob(transaction, job, now);
    return answer;
  });
}
