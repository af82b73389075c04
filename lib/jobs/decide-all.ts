import type { Database } from '@/lib/storage/open-database';
import type { RowRecord } from '@/lib/storage/schema';
import { type Choice, reopenRequests } from './change-job';
import { moveRow, openRows } from './job-rows';
import { inJobTransaction, putJob, requireJob } from './job-transaction';
import { journalRows } from './journal-rows';

/**
 * Records what a person says of every row of a job that is unknown now, as `decideRow` does of one; answers how many
 * there were. To send again re-opens the very requests they left in, under their keys.
 */
export async function decideAll(
  database: Database,
  { jobId, choice, now }: { jobId: string; choice: Choice; now: number },
): Promise<number> {
  return inJobTransaction(database, async (transaction) => {
    const job = await requireJob(transaction, jobId);
    const jobRows = openRows(transaction, jobId);
    const requests = new Set<string>();
    let decided = 0;
    const state = choice === 'mark-succeeded' ? 'succeeded' : choice === 'mark-failed' ? 'failed' : 'waiting';
    const decide = (row: RowRecord) => {
      decided += 1;
      if (row.requestId !== undefined) requests.add(row.requestId);
      if (state === 'waiting') moveRow(jobRows, job, row, state);
      else {
        const outcome = { ...row.outcome, at: now, reason: choice, decidedBy: 'person' as const };
        moveRow(jobRows, job, row, state, { outcome });
      }
    };
    await jobRows.each('unknown', async (rows) => {
      // A row without a request cannot go again: a person says what became of it.
      const those = state === 'waiting' ? rows.filter(({ requestId }) => requestId !== undefined) : rows;
      for (const row of those) decide(row);
      await journalRows(transaction, job, those, { at: now, event: 'decided', outcome: choice });
    });
    if (state === 'waiting') await reopenRequests(transaction, { job, requests, now });
    await putJob(transaction, job, now);
    return decided;
  });
}
