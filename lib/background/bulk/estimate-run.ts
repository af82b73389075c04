import { isCrmJob } from '@/lib/background/crm-operation';
import { paceOf } from '@/lib/connections/pace';
import type { Settings } from '@/lib/settings/settings';
import type { JobRecord } from '@/lib/storage/schema';

/** An edit reads the record, writes it, and reads it again. */
const callsPerEdit = 3;

/** What a call takes where nothing is known of the platform's mood. */
const usualCallMs = 300;

/**
 * How long a run takes at least, under the pace of its connection and not before a ban that stands is over; a day's
 * quota is not known.
 */
export function estimateRun({
  rows,
  perRequest,
  job,
  connections,
  now,
  notBefore,
}: {
  rows: number;
  perRequest: number;
  job: JobRecord;
  connections: Settings['connections'];
  now: number;
  notBefore: number;
}): { rows: number; requests: number; seconds: number; until: number } {
  const requests = Math.ceil(rows / perRequest);
  const isCrm = isCrmJob(job);
  const connection = connections.find(({ id }) => id === job.connection.id);
  const { limit, concurrency } = paceOf(isCrm ? 'ikcrm' : 'top', connection);
  const calls = requests * (isCrm ? callsPerEdit : 1);
  // The first window's calls leave at once.
  const waitingMs = Math.max(0, Math.ceil(calls / limit.calls) - 1) * limit.windowMs;
  const workingMs = (calls * usualCallMs) / (isCrm ? 1 : concurrency);
  const seconds = Math.ceil(Math.max(waitingMs, workingMs) / 1000);
  return { rows, requests, seconds, until: Math.max(now, notBefore) + seconds * 1000 };
}
