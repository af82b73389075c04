import { useSignal } from '@preact/signals';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { RadioList } from '@/components/ui/radio-list';
import { editMessages } from '@/lib/i18n/edit-messages';
import type { CrmEdit } from '@/lib/messages/crm-contract';
import type { PresentProps } from './edit-job';
import { fieldLabel, showValue } from './show-value';

type Choice = 'theirs' | 'yours';
type Conflict = Extract<NonNullable<CrmEdit['outcome']>, { kind: 'conflict' }>;

/** What others changed meanwhile: theirs or yours, field by field, and then once more. */
export function Conflicts({
  model,
  onJob,
  onEdit,
  edit,
  outcome,
}: PresentProps & { edit: CrmEdit; outcome: Conflict }) {
  const words = editMessages.value;
  const chosen = useSignal<Readonly<Record<string, Choice>>>({});
  const knowledge = model.knowledge.value;
  const show = (field: string, value: string | undefined) =>
    showValue(field, value, { knowledge, records: [outcome.now, edit.before] });
  const isComplete = outcome.conflicts.every(({ field }) => chosen.value[field]);
  const saveOver = async () => {
    const kept = Object.entries(edit.wanted).filter(([field]) => chosen.value[field] !== 'theirs');
    if (kept.length === 0) return onEdit();
    const jobId = await model.saveOver(outcome.now, Object.fromEntries(kept));
    return jobId === undefined ? undefined : onJob(jobId);
  };
  return (
    <>
      <Notice tone="warn" role="alert" title={words.conflict}>
        {words.conflictNote}
      </Notice>
      {outcome.conflicts.map(({ field, before, theirs, yours }) => (
        <RadioList<Choice>
          key={field}
          id={`conflict-${field}`}
          label={`${fieldLabel(field, knowledge)} · ${words.wasBefore(show(field, before))}`}
          value={chosen.value[field]}
          choices={[
            { value: 'theirs', label: words.theirs(show(field, theirs)) },
            { value: 'yours', label: words.yours(show(field, yours)) },
          ]}
          onValue={(choice) => {
            chosen.value = { ...chosen.value, [field]: choice };
          }}
        />
      ))}
      <div>
        <Button
          kind="primary"
          busy={model.acting.isBusy.value}
          disabled={!isComplete}
          title={isComplete ? undefined : words.chooseFirst}
          onClick={() => void saveOver()}
        >
          {words.saveChoice}
        </Button>
      </div>
    </>
  );
}
