import type { App } from '@/components/app/app';
import { late } from '@/components/app/late';
import type { JobModel } from '@/components/screens/job/job-model';
import { loadBatchMessages } from '@/lib/i18n/batch-messages';
import type { JobDetail } from '@/lib/messages/extension-contract';

/** Jobs of several rows, with their words, once one is shown: the popup's first screen carries neither. */
export const LateBatchProgress = late<{ app: App; model: JobModel }>(async () => {
  const [{ BatchProgress }] = await Promise.all([import('./batch-progress'), loadBatchMessages()]);
  return BatchProgress;
});

export const LateBatchDetail = late<{ detail: JobDetail }>(async () => {
  const [{ BatchDetail }] = await Promise.all([import('./batch-detail'), loadBatchMessages()]);
  return BatchDetail;
});
