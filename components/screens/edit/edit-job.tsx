import type { App } from '@/components/app/app';
import { useStarted } from '@/components/app/use-model';
import { Section } from '@/components/ui/section';
import { editMessages } from '@/lib/i18n/edit-messages';
import type { WantedValues } from '@/lib/opportunities/difference';
import { CrmErrorNotice } from './crm-error-notice';
import type { CrmJobProps } from './crm-job';
import { createEditJobModel, type EditJobModel } from './edit-job-model';
import type { MadeJob } from './edit-model';
import { EditResult } from './edit-result';
import { EditsFollowUp } from './edits-follow-up';
import { JobStates } from './job-states';
import { UndoPlanned } from './undo-planned';
import { UnknownEdit } from './unknown-edit';

export interface PresentProps {
  app: App;
  model: EditJobModel;
  onJob(job: MadeJob): void;
  /** Back to the form with these, or with all that is not saved. */
  onEdit(wanted?: WantedValues): void;
}

/** The job of an edit, and of the follow-up that comes after it. */
export function EditJob({ app, jobId, onJob, onEdit }: CrmJobProps) {
  const model = useStarted(() => createEditJobModel(app, jobId));
  const { job } = model;
  const error = model.acting.error.value ?? job.acting.error.value ?? job.loadError.value;
  const words = editMessages.value;
  const goOn = async (wanted?: WantedValues) => {
    if (await model.keepForEditing(wanted)) onEdit();
  };
  const props = { app, model, onJob, onEdit: (wanted?: WantedValues) => void goOn(wanted) };
  const hasFollowUp = model.edit.value?.followUp !== undefined;
  const isSettling = model.edit.value?.outcome?.kind === 'unknown';
  const present = (
    <JobStates
      app={app}
      job={job}
      saving={isSettling ? words.settling : words.saving}
      savingNote={words.savingNote}
      cancelled={words.cancelled}
      onEdit={() => props.onEdit()}
    >
      {job.phase.value === 'unknown' ? <UnknownEdit {...props} /> : <EditResult {...props} />}
    </JobStates>
  );
  return (
    <>
      {hasFollowUp ? <Section title={words.steps.edit}>{present}</Section> : present}
      {model.plan.value && <UndoPlanned model={model} plan={model.plan.value} onJob={onJob} />}
      {error && <CrmErrorNotice app={app} error={error} />}
      {hasFollowUp && <EditsFollowUp {...props} />}
    </>
  );
}
