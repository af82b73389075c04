import type { ComponentChildren } from 'preact';
import type { App } from '@/components/app/app';
import type { JobModel } from '@/components/screens/job/job-model';
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
import { CrmErrorNotice } from './crm-error-notice';

export interface JobStatesProps {
  app: App;
  job: JobModel;
  saving: string;
  savingNote: string;
  cancelled: string;
  onEdit(): void;
  /** What is shown once it is over or a person has to decide. */
  children: ComponentChildren;
}

/** Where a job of a REST CRM stands, until it is over. */
export function JobStates({ app, job, saving, savingNote, cancelled, onEdit, children }: JobStatesProps) {
  const words = editMessages.value;
  switch (job.phase.value) {
    case undefined:
      return <Skeleton label={messages.value.words.loading} lines={3} />;
    case 'held':
    case 'due':
    case 'running': {
      const { notBefore = 0, counts } = job.summary.value ?? {};
      const isWaiting = counts?.sending === 0 && notBefore > app.now.value;
      return (
        <>
          <Toast
            sign={<Icon shape={isWaiting ? clock : loaderCircle} size={20} spinning={!isWaiting} />}
            title={isWaiting ? words.waiting(formatMoment(language.value, notBefore, app.now.value)) : saving}
            note={savingNote}
          />
          <LiveRegion message={saving} />
        </>
      );
    }
    case 'paused':
      return <Paused app={app} job={job} />;
    case 'cancelled':
      return (
        <Notice
          tone="neutral"
          role="status"
          title={cancelled}
          actions={<Button onClick={onEdit}>{words.continueEditing}</Button>}
        />
      );
    default:
      return <>{children}</>;
  }
}

function Paused({ app, job }: Pick<JobStatesProps, 'app' | 'job'>) {
  const { jobs } = messages.value;
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
