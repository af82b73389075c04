import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';
import { inWriteTransaction } from '@/lib/storage/write-transaction';

/** Clocks are put right by seconds all the time; that much and more is a clock that was set back. */
const jumpMs = 60_000;

/** Nobody is given longer to call a job off. */
const longestHoldBackMs = 60_000;

/**
 * After the clock was set back, by hours on a machine with two systems, every stored wait would end that much too late.
 * How far shows in the last call that was counted under a limit: what waits under it, and a ban, is moved back as well.
 * `jobs` are those under this limit. Answers whether anything was moved.
 */
export async function mendWaits(
  database: Database,
  { jobs, limitId, now }: { jobs: readonly JobRecord[]; limitId: string; now: number },
): Promise<boolean> {
  const lastCall = (await database.get('limits', limitId))?.calls.at(-1) ?? now;
  const backMs = lastCall - now < jumpMs ? 0 : lastCall - now;
  const mended = jobs.flatMap((job) => moved(job, backMs, now) ?? []);
  if (backMs === 0 && mended.length === 0) return false;
  return inWriteTransaction(database, ['jobs', 'limits'], async (transaction) => {
    for (const { id } of mended) {
      const job = await transaction.objectStore('jobs').get(id);
      const put = job && moved(job, backMs, now);
      if (put) await transaction.objectStore('jobs').put(put);
    }
    const limit = await transaction.objectStore('limits').get(limitId);
    if (limit && backMs > 0) {
      const notBefore = Math.max(0, limit.notBefore - backMs);
      await transaction.objectStore('limits').put({ ...limit, notBefore, calls: [] });
    }
    return true;
  });
}

function moved(job: JobRecord, backMs: number, now: number): JobRecord | undefined {
  if (job.state === 'held') {
    const until = now + longestHoldBackMs;
    return job.heldUntil > until ? { ...job, heldUntil: until, notBefore: until } : undefined;
  }
  if (backMs === 0) return undefined;
  const { pausedBy } = job;
  const until = pausedBy?.detail.until;
  return {
    ...job,
    notBefore: job.notBefore - backMs,
    ...(pausedBy && until !== undefined
      ? { pausedBy: { ...pausedBy, detail: { ...pausedBy.detail, until: until - backMs } } }
      : {}),
  };
}
