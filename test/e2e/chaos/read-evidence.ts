import { askWorker } from './ask-worker.ts';
import { type ChaosWorld, concurrency } from './chaos-world.ts';
import type { Evidence } from './judge-job.ts';

/** What the extension says of a job in the end, and all that the sandbox saw. */
export async function readEvidence(world: ChaosWorld, job: ChaosWorld['jobs'][number]): Promise<Evidence> {
  const { panel, troubles, stage } = world;
  const { jobId, operation, subjects } = job;
  const { summary } = await askWorker(panel, 'bulk.read', { jobId });
  return {
    operation,
    subjects,
    summary,
    rows: await readPages((from) => askWorker(panel, 'job.resultRows', { jobId, from, limit: 500 })),
    unknown: await readPages((from) => askWorker(panel, 'job.rows', { jobId, state: 'unknown', from, limit: 200 })),
    entries: stage.sandbox.ledger().entries,
    troubles,
    concurrency: job.platform === 'top' ? concurrency : 1,
  };
}

async function readPages<Row>(read: (from: number) => Promise<{ rows: Row[]; next?: number | undefined }>) {
  const rows: Row[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: { rows: Row[]; next?: number | undefined } = await read(from);
    rows.push(...page.rows);
    from = page.next;
  }
  return rows;
}
