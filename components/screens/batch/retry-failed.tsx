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

/** What failed as the draft of a job of its own, to be put right and confirmed there; the form keeps what it holds. */
export function RetryFailed({ app, model, operation }: RetryFailedProps) {
  const failed = model.summary.value?.counts.failed ?? 0;
  if (failed === 0) return null;
  const open = () =>
    model.acting.run(async () => {
      goTo({ screen: 'job', ...(await app.client.call('job.retryFailed', { jobId: model.jobId })) });
    });
  return (
    <Button busy={model.acting.isBusy.value} onClick={() => void open()}>
      {batchMessages.value[operation].retry(failed)}
    </Button>
  );
}
