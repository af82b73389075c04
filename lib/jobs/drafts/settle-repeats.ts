import { blocksFor } from '@/lib/jobs/job-rows';
import type { JobTransaction } from '@/lib/jobs/job-transaction';
import type { RowRecord } from '@/lib/storage/schema';
import { marksOf, tellRepeats } from './check-row';
import type { DraftRules } from './draft-rules';
import type { Draft } from './draft-transaction';
import { countRow } from './table-row';

/**
 * After rows were corrected, taken out or back in: says anew which rows repeat an earlier one, among those that have
 * one of these marks. Goes through the checked rows a block at a time.
 */
export async function settleRepeats(
  transaction: JobTransaction,
  { job, table }: Draft,
  { rules, marks }: { rules: DraftRules; marks: ReadonlySet<string> },
): Promise<void> {
  if (marks.size === 0) return;
  const store = transaction.objectStore('rowBlocks');
  const seen = new Set<string>();
  for (let block = 0; block < table.checkedBlocks; block += 1) {
    const record = await store.get([job.id, block]);
    let isChanged = false;
    const rows = (record?.rows ?? []).map((row): RowRecord => {
      if (!marksOf(row, rules).some(({ mark }) => marks.has(mark))) return row;
      const told = tellRepeats(row, rules, { job, seen, only: marks });
      if (!isSame(row, told)) {
        isChanged = true;
        countRow(table, row, -1);
        countRow(table, told);
      }
      return told;
    });
    if (isChanged) for (const changed of blocksFor(job.id, rows)) await store.put(changed);
  }
}

function isSame({ issues: one = [] }: RowRecord, { issues: other = [] }: RowRecord): boolean {
  return one.length === other.length && one.every(({ field, reason }) => has(other, field, reason));
}

function has(issues: NonNullable<RowRecord['issues']>, field: string, reason: string): boolean {
  return issues.some((issue) => issue.field === field && issue.reason === reason);
}
