import { useSignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import type { JobModel } from '@/components/screens/job/job-model';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toErrorData } from '@/lib/errors/app-error';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { messages } from '@/lib/i18n/messages';
import { batchScopes } from '@/lib/messages/batch-scopes';
import type { BatchOperation } from './batch-job';

interface RetryFailedProps {
  app: App;
  model: JobModel;
  operation: BatchOperation;
}

/** The form again with what failed, as a new intention; what the form holds is replaced only when a person says so. */
export function RetryFailed({ app, model, operation }: RetryFailedProps) {
  const isAsking = useSignal(false);
  const { batch, [operation]: words } = batchMessages.value;
  const failed = model.summary.value?.counts.failed ?? 0;
  if (failed === 0) return null;
  const prepare = (replace: boolean) =>
    model.acting.run(async () => {
      const source = app.surface === 'panel' ? 'panel' : 'popup';
      try {
        await app.client.call('retry.prepare', { jobId: model.jobId, source, replace });
      } catch (thrown) {
        isAsking.value = toErrorData(thrown).detail.reason === 'draft-kept';
        if (!isAsking.value) throw thrown;
        return false;
      }
      goTo({ screen: batchScopes[operation] });
      return true;
    });
  const end = () => {
    isAsking.value = false;
  };
  return (
    <>
      <Button busy={model.acting.isBusy.value} onClick={() => void prepare(false)}>
        {words.retry(failed)}
      </Button>
      {isAsking.value && (
        <Dialog
          id="retry-replace"
          title={batch.replaceTitle}
          onCancel={end}
          actions={
            <>
              <Button onClick={end}>{messages.value.words.cancel}</Button>
              <Button
                kind="danger"
                onClick={() => {
                  end();
                  void prepare(true);
                }}
              >
                {batch.replace}
              </Button>
            </>
          }
        >
          {batch.replaceNote}
        </Dialog>
      )}
    </>
  );
}
