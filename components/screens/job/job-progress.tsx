import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { late } from '@/components/app/late';
import { goTo } from '@/components/app/route';
import { isBatchOperation } from '@/components/screens/batch/batch-job';
import { LateBatchProgress } from '@/components/screens/batch/late-batch';
import type { CrmJobProps } from '@/components/screens/edit/crm-job';
import { Button } from '@/components/ui/button';
import { CountdownRing } from '@/components/ui/countdown-ring';
import { Icon } from '@/components/ui/icon';
import { loaderCircle } from '@/components/ui/icons';
import { LiveRegion } from '@/components/ui/live-region';
import { clock } from '@/components/ui/screen-icons';
import { Toast } from '@/components/ui/toast';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { isCrmJob } from '@/lib/opportunities/crm-job';
import type { JobModel } from './job-model';
import { Paused, TooLate } from './job-notices';
import { JobOutcome, tellCancelled } from './job-outcome';

export interface JobProgressProps {
  app: App;
  model: JobModel;
  /** Opens the form anew with what this job held. */
  onRetry(): void;
}

const CrmJob = late<CrmJobProps>(async () => (await import('@/components/screens/edit/edit-parts')).CrmJob);
const showJob = ({ jobId }: { jobId: string }) => goTo({ screen: 'job', jobId });

/** One job's present: what is about to happen, what happens, what became of it, and the one thing that can be done. */
export function JobProgress({ app, model, onRetry }: JobProgressProps) {
  const error = model.acting.error.value;
  if (isBatchOperation(model.summary.value?.operation)) return <LateBatchProgress app={app} model={model} />;
  return (
    <>
      <Present app={app} model={model} onRetry={onRetry} />
      {model.isTooLate.value && model.phase.value !== 'held' && <TooLate />}
      {error && <ErrorNotice app={app} error={error} />}
      <LiveRegion message={spoken(app, model)} />
    </>
  );
}

function Present({ app, model, onRetry }: JobProgressProps) {
  const phase = model.phase.value;
  const job = model.summary.value;
  if (job && isCrmJob(job.operation))
    return (
      <CrmJob
        app={app}
        jobId={job.id}
        operation={job.operation}
        onJob={showJob}
        onEdit={() => goTo({ screen: 'edit', opportunityId: job.subject })}
      />
    );
  if (!phase || !job) return model.loadError.value ? <ErrorNotice error={model.loadError.value} /> : null;
  if (phase === 'held' || phase === 'due') return <Held model={model} isDue={phase === 'due'} />;
  if (phase === 'running') return <Running app={app} model={model} />;
  if (phase === 'paused') return <Paused app={app} model={model} />;
  return (
    <>
      <JobOutcome app={app} model={model} phase={phase} onRetry={onRetry} />
      {model.loadError.value && <ErrorNotice error={model.loadError.value} />}
    </>
  );
}

// What is due may still wait for the platform's limits; until it has left it can be called off.
function Held({ model, isDue }: { model: JobModel; isDue: boolean }) {
  const { release } = screenMessages.value;
  const left = model.secondsLeft.value;
  return (
    <Toast
      sign={
        isDue ? (
          <Icon shape={loaderCircle} size={20} spinning />
        ) : (
          <CountdownRing secondsLeft={left} secondsTotal={model.secondsTotal.value} />
        )
      }
      title={isDue ? release.due : release.held(left, model.summary.value?.subject ?? '')}
      note={release.heldNote}
      action={
        <Button busy={model.acting.isBusy.value} onClick={() => void model.callOff()}>
          {release.callOff}
        </Button>
      }
    />
  );
}

function Running({ app, model }: { app: App; model: JobModel }) {
  const { release } = screenMessages.value;
  const job = model.summary.value;
  const isWaiting = waitsForPlatform(model, app.now.value);
  return (
    <Toast
      sign={<Icon shape={isWaiting ? clock : loaderCircle} size={20} spinning={!isWaiting} />}
      title={
        isWaiting
          ? release.waitingUntil(formatMoment(language.value, job?.notBefore ?? 0, app.now.value))
          : release.sending
      }
      note={release.sendingNote}
      action={
        isWaiting && (
          <Button busy={model.acting.isBusy.value} onClick={() => void model.cancel()}>
            {messages.value.jobs.cancelJob}
          </Button>
        )
      }
    />
  );
}

/** Nothing of it is on its way: the platform asked for patience, and it can still be cancelled. */
function waitsForPlatform(model: JobModel, now: number): boolean {
  const job = model.summary.value;
  return job?.state === 'running' && job.counts.sending === 0 && job.notBefore > now;
}

// Not the countdown itself: a number read out each second drowns everything else.
function spoken(app: App, model: JobModel): string {
  const { release } = screenMessages.value;
  const job = model.summary.value;
  // An edit speaks for itself.
  if (!job || isCrmJob(job.operation)) return '';
  switch (model.phase.value) {
    case 'held':
      return release.held(model.secondsTotal.value, job.subject);
    case 'running': {
      const now = app.now.peek();
      if (!waitsForPlatform(model, now)) return release.sending;
      return release.waitingUntil(formatMoment(language.value, job.notBefore, now));
    }
    case 'succeeded':
      return release.succeeded(job.subject);
    case 'failed':
      return release.failed(job.subject);
    case 'unknown':
      return release.unknown(job.subject);
    case 'cancelled':
      return tellCancelled(model.detail.value?.rows[0]);
    default:
      return '';
  }
}
