import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import type { JobModel } from '@/components/screens/job/job-model';
import { Paused, TooLate } from '@/components/screens/job/job-notices';
import { Button } from '@/components/ui/button';
import { CountdownRing } from '@/components/ui/countdown-ring';
import { Icon } from '@/components/ui/icon';
import { loaderCircle } from '@/components/ui/icons';
import { LiveRegion } from '@/components/ui/live-region';
import { Notice } from '@/components/ui/notice';
import { clock } from '@/components/ui/screen-icons';
import { Toast } from '@/components/ui/toast';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { type BatchOperation, isBatchOperation, lostAttempts } from './batch-job';
import { BatchRows } from './batch-rows';
import { RetryFailed } from './retry-failed';
import { TakeUp } from './take-up';

interface BatchProgressProps {
  app: App;
  model: JobModel;
}

/** A job of several rows: what is about to happen, what happens, and what became of each row. */
export function BatchProgress({ app, model }: BatchProgressProps) {
  const job = model.summary.value;
  const error = model.acting.error.value;
  if (!job || !isBatchOperation(job.operation)) return null;
  return (
    <>
      <Present app={app} model={model} operation={job.operation} />
      {model.isTooLate.value && model.phase.value !== 'held' && <TooLate />}
      {error && <ErrorNotice error={error} />}
      <LiveRegion message={spoken(model, job.operation)} />
      <BatchRows model={model} operation={job.operation} />
    </>
  );
}

interface PresentProps extends BatchProgressProps {
  operation: BatchOperation;
}

function Present({ app, model, operation }: PresentProps) {
  switch (model.phase.value) {
    case undefined:
      return null;
    case 'held':
    case 'due':
      return <Held model={model} operation={operation} />;
    case 'running':
      return <Running app={app} model={model} operation={operation} />;
    case 'paused':
      return <Paused app={app} model={model} />;
    default:
      return <Outcome app={app} model={model} operation={operation} />;
  }
}

function Held({ model, operation }: Omit<PresentProps, 'app'>) {
  const { release } = screenMessages.value;
  const left = model.secondsLeft.value;
  const isDue = model.phase.value === 'due';
  const total = model.summary.value?.total ?? 0;
  return (
    <Toast
      sign={
        isDue ? (
          <Icon shape={loaderCircle} size={20} spinning />
        ) : (
          <CountdownRing secondsLeft={left} secondsTotal={model.secondsTotal.value} />
        )
      }
      title={isDue ? release.due : batchMessages.value[operation].held(left, total)}
      note={release.heldNote}
      action={
        <Button busy={model.acting.isBusy.value} onClick={() => void model.callOff()}>
          {release.callOff}
        </Button>
      }
    />
  );
}

function Running({ app, model, operation }: PresentProps) {
  const { jobs } = messages.value;
  const { release } = screenMessages.value;
  const { batch } = batchMessages.value;
  const job = model.summary.value;
  if (!job) return null;
  const { counts, total, notBefore } = job;
  const isWaiting = counts.sending === 0 && notBefore > app.now.value;
  const lost = operation === 'sell-cards' ? lostAttempts(model.detail.value?.rows ?? []) : 0;
  const moment = release.waitingUntil(formatMoment(language.value, notBefore, app.now.value));
  return (
    <Toast
      sign={<Icon shape={isWaiting ? clock : loaderCircle} size={20} spinning={!isWaiting} />}
      title={isWaiting ? moment : release.sending}
      note={[
        lost > 0 && batch.resending(lost + 1),
        batch.sent(total - counts.waiting - counts.sending, total),
        release.sendingNote,
      ]
        .filter(Boolean)
        .join(' · ')}
      action={
        counts.waiting > 0 && (
          <Button busy={model.acting.isBusy.value} onClick={() => void model.cancel()}>
            {jobs.cancelJob}
          </Button>
        )
      }
    />
  );
}

function Outcome({ app, model, operation }: PresentProps) {
  const { batch, [operation]: words } = batchMessages.value;
  const phase = model.phase.value;
  const title = outcomeTitle(model, operation);
  const { failed = 0, cancelled = 0 } = model.summary.value?.counts ?? {};
  const retry = failed + cancelled > 0 && (
    <>
      <RetryFailed app={app} model={model} operation={operation} />
      <TakeUp app={app} model={model} operation={operation} />
    </>
  );
  if (phase === 'succeeded')
    return (
      <Notice tone="ok" title={title} actions={retry}>
        {batch.doneNote}
      </Notice>
    );
  if (phase === 'unknown')
    return (
      <Notice tone="unknown" title={title} actions={retry}>
        {words.unknownNext}
      </Notice>
    );
  if (phase === 'failed')
    return (
      <Notice tone="bad" title={title} actions={retry}>
        {words.failedNext}
      </Notice>
    );
  return <Notice tone="neutral" title={title} actions={retry} />;
}

function outcomeTitle(model: JobModel, operation: BatchOperation): string {
  const words = batchMessages.value[operation];
  const job = model.summary.value;
  if (!job) return '';
  const { counts, total } = job;
  if (counts.unknown > 0) return words.unknown(counts.unknown);
  if (counts.succeeded === total) return words.succeeded(total);
  if (counts.succeeded > 0) return words.mixed(counts.succeeded, total);
  return counts.failed > 0 ? words.failed(counts.failed) : words.cancelled;
}

// Not the countdown itself: a number read out each second drowns everything else.
function spoken(model: JobModel, operation: BatchOperation): string {
  const { release } = screenMessages.value;
  switch (model.phase.value) {
    case undefined:
    case 'due':
    case 'paused':
      return '';
    case 'held':
      return batchMessages.value[operation].held(model.secondsTotal.value, model.summary.value?.total ?? 0);
    case 'running':
      return release.sending;
    default:
      return outcomeTitle(model, operation);
  }
}
