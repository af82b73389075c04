import { addressOf } from '@/lib/connections/connection';
import { paceOf } from '@/lib/connections/pace';
import type { CallLimit } from '@/lib/jobs/call-limit';
import type { JobLimit } from '@/lib/jobs/engine';
import type { SettingsStore } from '@/lib/settings/settings-store';
import type { JobRecord } from '@/lib/storage/schema';
import { isCrmJob } from './crm-operation';
import { ikcrmLimitId } from './limited-ikcrm';
import { limitIdOf } from './prepare-send';

/** What a job's calls are counted with, and where a ban of them stands. */
export function limitIdOfJob(job: JobRecord): string {
  return isCrmJob(job) ? ikcrmLimitId(job.connection.endpoint) : limitIdOf(job.connection);
}

/** How fast a job goes: what its connection's settings say now. Jobs that share a limit share its count. */
export function createJobLimits(store: Pick<SettingsStore, 'read'>) {
  const { read } = store;
  return {
    async ofJob(job: JobRecord): Promise<JobLimit> {
      const connection = (await read()).connections.find(({ id }) => id === job.connection.id);
      const id = limitIdOfJob(job);
      if (!isCrmJob(job)) return { id, ...paceOf('top', connection) };
      return { id, ...paceOf('ikcrm', connection), concurrency: 1 };
    },
    /** Of a REST CRM, for whatever is asked of it. */
    async ofCrm(baseUrl: string): Promise<CallLimit> {
      const { connections } = await read();
      const connection = connections.find((one) => one.platform === 'ikcrm' && addressOf(one) === baseUrl);
      return paceOf('ikcrm', connection).limit;
    },
  };
}

/** Calls of any window that only writes may take: what a panel shows can wait, an edit that was confirmed should not. */
const keptForWrites = 2;

/** The limit for what is only looked at. The calls of both are counted together. */
export function leavingRoom(limitFor: (baseUrl: string) => Promise<CallLimit>): typeof limitFor {
  return async (baseUrl) => {
    const { calls, windowMs } = await limitFor(baseUrl);
    return { calls: Math.max(1, calls - keptForWrites), windowMs };
  };
}
