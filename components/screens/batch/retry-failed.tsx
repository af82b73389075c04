import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import type { JobModel } from '@/components/screens/job/job-model';
import { Button } from '@/components/ui/button';
import { batchMessages } from '@/lib/i18n/batch-messages';
import type { BatchOperation } from './batch-job';

interface RetryFailedProps {
  app: App;
  model: JobModel;
  operation: BatchOperation;
}

/** What failed as a draft of its own, under a new intention: what the form holds meanwhile is not touched. */
export function RetryFailed({ app, model, operation }: RetryFailedProps) {
  const failed = model.summary.value?.counts.failed ?? 0;
  if (failed === 0) return null;
  const retry = () =>
    model.acting.run(async () => {
      const { jobId } = await app.client.call('job.retryFailed', { jobId: model.jobId });
      goTo({ screen: 'job', jobId });
    });
  return (
    <Button busy={model.acting.isBusy.value} onClick={() => void retry()}>
      {batchMessages.value[operation].retry(failed)}
    </Button>
  );
}
