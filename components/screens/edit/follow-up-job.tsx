import type { App } from '@/components/app/app';
import { useStarted } from '@/components/app/use-model';
import { editMessages } from '@/lib/i18n/edit-messages';
import { CrmErrorNotice } from './crm-error-notice';
import { createFollowUpJobModel } from './follow-up-job-model';
import { FollowUpResult } from './follow-up-result';
import { JobStates } from './job-states';

export interface FollowUpJobProps {
  app: App;
  jobId: string;
  onEdit(): void;
}

/** The job of a follow-up, alone or after an edit. */
export function FollowUpJob({ app, jobId, onEdit }: FollowUpJobProps) {
  const model = useStarted(() => createFollowUpJobModel(app, jobId));
  const { job } = model;
  const error = model.keeping.error.value ?? job.acting.error.value ?? job.loadError.value;
  const words = editMessages.value.followUp;
  const goOn = async () => {
    if (await model.keepForEditing()) onEdit();
  };
  return (
    <>
      <JobStates
        app={app}
        job={job}
        saving={words.saving}
        savingNote={words.savingNote}
        cancelled={words.cancelled}
        onEdit={() => void goOn()}
      >
        <FollowUpResult model={model} onEdit={() => void goOn()} onDone={onEdit} />
      </JobStates>
      {error && <CrmErrorNotice app={app} error={error} />}
    </>
  );
}
