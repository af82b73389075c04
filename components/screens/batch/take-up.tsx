import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import type { JobModel } from '@/components/screens/job/job-model';
import { Button } from '@/components/ui/button';
import { batchMessages } from '@/lib/i18n/batch-messages';
import type { BatchOperation } from './batch-job';

interface TakeUpProps {
  app: App;
  model: JobModel;
  operation: BatchOperation;
}

/** What was called off and never left, back in its form. */
export function TakeUp({ app, model, operation }: TakeUpProps) {
  const cancelled = model.summary.value?.counts.cancelled ?? 0;
  if (cancelled === 0) return null;
  const { client, ports, surface } = app;
  const screen = operation === 'sell-cards' ? 'cards' : 'outreach';
  const open = () =>
    model.acting.run(async () => {
      const source = surface === 'panel' ? 'panel' : 'popup';
      // A form's draft is kept under its screen's name.
      await client.call('draft.takeUp', { scope: screen, jobId: model.jobId, intentId: ports.newIntentId(), source });
      goTo({ screen });
    });
  return (
    <Button busy={model.acting.isBusy.value} onClick={() => void open()}>
      {batchMessages.value[operation].takeUp(cancelled)}
    </Button>
  );
}
