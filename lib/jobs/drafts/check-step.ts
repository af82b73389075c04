import { blocksFor } from '@/lib/jobs/job-rows';
import type { JobTransaction } from '@/lib/jobs/job-transaction';
import type { Database } from '@/lib/storage/open-database';
import type { RowRecord } from '@/lib/storage/schema';
import { checkRows, marksOf, tellRepeats } from './check-row';
import type { DraftRules } from './draft-rules';
import { type Draft, inDraftTransaction, putDraft } from './draft-transaction';
import { createOthersFinder } from './find-others';
import { countRow } from './table-row';

/** Two thousand rows: long enough to be worth a write to disk, short enough that nobody waits for it. */
export const blocksPerStep = 10;

/** One worker's way through the rows of a draft; over when the draft is changed. */
export interface CheckPass {
  jobId: string;
  rules: DraftRules;
  revision: number;
  /** The blocks whose marks are in `seen`. */
  blocks: number;
  seen: Set<string>;
}

/** Begins where an earlier worker, or the draft's last change, left it. */
export async function beginPass(database: Database, { job, table }: Draft, rules: DraftRules): Promise<CheckPass> {
  const seen = new Set<string>();
  for (let block = 0; block < table.checkedBlocks; block += 1) {
    const record = await database.get('rowBlocks', [job.id, block]);
    for (const row of record?.rows ?? []) {
      if (!row.isExcluded) for (const { mark } of marksOf(row, rules)) seen.add(mark);
    }
  }
  return { jobId: job.id, rules, revision: table.revision ?? 0, blocks: table.checkedBlocks, seen };
}

/** Whether the pass is at the place where the draft is. */
export function isPassOf({ revision, blocks }: CheckPass, { table }: Draft): boolean {
  return revision === (table.revision ?? 0) && blocks === table.checkedBlocks;
}

/**
 * Looks at the next rows and writes down what was found. Nothing is done when the draft was changed meanwhile. A pass
 * whose step threw is of no more use.
 */
export async function checkStep(database: Database, pass: CheckPass): Promise<void> {
  await inDraftTransaction(database, async (transaction) => {
    const job = await transaction.objectStore('jobs').get(pass.jobId);
    const table = await transaction.objectStore('imports').get(pass.jobId);
    if (job?.state !== 'draft' || table?.phase !== 'checking' || !isPassOf(pass, { job, table })) return;
    for (let step = 0; step < blocksPerStep && table.phase === 'checking'; step += 1) {
      if (await checkBlock(transaction, { job, table }, pass)) table.checkedBlocks += 1;
      else table.phase = 'checked';
    }
    pass.blocks = table.checkedBlocks;
    await putDraft(transaction, { job, table }, false);
  });
}

/** False when there is no further block. */
async function checkBlock(transaction: JobTransaction, draft: Draft, { rules, seen }: CheckPass): Promise<boolean> {
  const { job, table } = draft;
  const store = transaction.objectStore('rowBlocks');
  const record = await store.get([job.id, table.checkedBlocks]);
  if (!record) return false;
  const findOthers = createOthersFinder(transaction, job, rules);
  const looked = await checkRows(record.rows, draft, { rules, findOthers });
  const rows = looked.map((row): RowRecord => {
    const checked = tellRepeats(row, rules, { job, seen });
    countRow(table, checked);
    return checked;
  });
  for (const block of blocksFor(job.id, rows)) await store.put(block);
  return true;
}
