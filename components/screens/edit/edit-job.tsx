import type { App } from '@/components/app/app';
import { useStarted } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { loaderCircle } from '@/components/ui/icons';
import { LiveRegion } from '@/components/ui/live-region';
import { Notice } from '@/components/ui/notice';
import { clock } from '@/components/ui/screen-icons';
import { Skeleton } from '@/components/ui/skeleton';
import { Toast } from '@/components/ui/toast';
import { editMessages } from '@/lib/i18n/edit-messages';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import type { WantedValues } from '@/lib/opportunities/difference';
import { CrmErrorNotice } from './crm-error-notice';
import { createEditJobModel, type EditJobModel } from './edit-job-model';
import { EditResult } from './edit-result';
import { UndoPlanned } from './undo-planned';
import { UnknownEdit } from './unknown-edit';

export interface EditJobProps {
  app: App;
  jobId: string;
  /** Another job goes on from here. */
  onJob(jobId: string): void;
  /** Back to the form, with what is still wanted. */
  onEdit(kept?: WantedValues): void;
}

/** The job of an edit: what happens, what became of it, and what can be done then. */
export function EditJob({ app, jobId, ...on }: EditJobProps) {
  const model = useStarted(() => createEditJobModel(app, jobId));
  const error = model.acting.error.value ?? model.job.acting.error.value ?? model.job.loadError.value;
  const words = editMessages.value;
  const { phase } = model.job;
  const isAtWork = phase.value === 'held' || phase.value === 'due' || phase.value === 'running';
  return (
    <>
      <Present app={app} model={model} {...on} />
      {model.plan.value && <UndoPlanned model={model} plan={model.plan.value} onJob={on.onJob} />}
      {error && <CrmErrorNotice app={app} error={error} />}
      <LiveRegion message={isAtWork ? words.saving : ''} />
    </>
  );
}

export interface PresentProps extends Pick<EditJobProps, 'app' | 'onJob' | 'onEdit'> {
  model: EditJobModel;
}

function Present(props: PresentProps) {
  const { model } = props;
  const words = editMessages.value;
  switch (model.job.phase.value) {
    case undefined:
      return <Skeleton label={messages.value.words.loading} lines={3} />;
    case 'held':
    case 'due':
    case 'running':
      return <AtWork {...props} />;
    case 'paused':
      return <Paused {...props} />;
    case 'unknown':
      return <UnknownEdit {...props} />;
    case 'cancelled':
      return (
        <Notice
          tone="neutral"
          role="status"
          title={words.cancelled}
          actions={<Button onClick={() => props.onEdit(model.edit.value?.wanted)}>{words.continueEditing}</Button>}
        />
      );
    default:
      return <EditResult {...props} />;
  }
}

function AtWork({ app, model }: PresentProps) {
  const words = editMessages.value;
  const job = model.job.summary.value;
  const isWaiting = job !== undefined && job.counts.sending === 0 && job.notBefore > app.now.value;
  const isSettling = model.edit.value?.outcome?.kind === 'unknown';
  const waiting = isWaiting && words.waiting(formatMoment(language.value, job.notBefore, app.now.value));
  const title = isSettling ? words.settling : waiting || words.saving;
  return (
    <Toast
      sign={<Icon shape={isWaiting ? clock : loaderCircle} size={20} spinning={!isWaiting} />}
      title={title}
      note={words.savingNote}
    />
  );
}

function Paused({ app, model }: PresentProps) {
  const { jobs } = messages.value;
  const { job } = model;
  const isBusy = job.acting.isBusy.value;
  return (
    <CrmErrorNotice
      app={app}
      tone="warn"
      error={job.summary.value?.pausedBy ?? { code: 'bug', detail: {} }}
      actions={
        <>
          <Button busy={isBusy} onClick={() => void job.resume()}>
            {jobs.resume}
          </Button>
          <Button kind="ghost" busy={isBusy} onClick={() => void job.cancel()}>
            {jobs.cancelJob}
          </Button>
        </>
      }
    />
  );
}
