import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { editMessages } from '@/lib/i18n/edit-messages';
import type { PresentProps } from './edit-job';
import { FollowUpJob } from './follow-up-job';
import { FollowUpText } from './follow-up-text';

/** The follow-up that was confirmed with an edit: still to come, on its way, or not sent since the edit was not saved. */
export function EditsFollowUp(props: PresentProps) {
  const { model, app, onEdit } = props;
  const jobId = model.edit.value?.followUpJobId;
  return (
    <Section title={editMessages.value.steps.followUp}>
      {jobId === undefined ? <Unsent {...props} /> : <FollowUpJob app={app} jobId={jobId} onEdit={() => onEdit()} />}
    </Section>
  );
}

function Unsent({ model }: PresentProps) {
  const words = editMessages.value.followUp;
  const phase = model.job.phase.value;
  const edit = model.edit.value;
  if (!edit?.followUp || phase === undefined || phase === 'cancelled') return null;
  const text = <FollowUpText followUp={edit.followUp} records={[edit.before]} knowledge={model.knowledge.value} />;
  // The job's outcome is told before what it left behind is read.
  const isOver = phase === 'failed' || phase === 'unknown' || (phase === 'succeeded' && edit.outcome !== undefined);
  if (!isOver)
    return (
      <Notice tone="neutral" title={words.afterEdit}>
        {text}
      </Notice>
    );
  const isSaved = edit.outcome?.kind === 'saved' || edit.outcome?.kind === 'nothing-to-do';
  return (
    <Notice
      tone="warn"
      title={words.unsent}
      actions={
        phase !== 'unknown' && (
          <Button busy={model.acting.isBusy.value} onClick={() => void model.writeUnsent()}>
            {words.writeNow}
          </Button>
        )
      }
    >
      <div>{phase === 'unknown' ? words.unsentUnknown : isSaved ? words.unsentOther : words.unsentNote}</div>
      {text}
    </Notice>
  );
}
