import type { App } from '@/components/app/app';
import { late } from '@/components/app/late';
import type { JobModel } from '@/components/screens/job/job-model';
import type { JobDetail } from '@/lib/messages/extension-contract';

/** Jobs of several rows, once one is shown: who opens a job of one row does not load them. */
export const LateBatchProgress = late<{ app: App; model: JobModel }>(
  async () => (await import('./batch-parts')).BatchProgress,
);
export const LateBatchDetail = late<{ detail: JobDetail }>(async () => (await import('./batch-parts')).BatchDetail);
