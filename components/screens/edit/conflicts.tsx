import { useSignal } from '@preact/signals';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { editMessages } from '@/lib/i18n/edit-messages';
import type { CrmEdit } from '@/lib/messages/crm-contract';
import { difference } from '@/lib/opportunities/difference';
import { ConflictChoices } from './conflict-choices';
import type { PresentProps } from './edit-job';
import type { Choice } from './kept-edit';
import { fieldLabel, showValue } from './show-value';

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
  const isNothingLeft = useSignal(false);
  const knowledge = model.knowledge.value;
  const isComplete = outcome.conflicts.every(({ field }) => chosen.value[field]);
  const saveOver = async () => {
    const kept = Object.entries(edit.wanted).filter(([field]) => chosen.value[field] !== 'theirs');
    if (kept.length === 0) return onEdit({});
    const wanted = Object.fromEntries(kept);
    isNothingLeft.value = difference(outcome.now, wanted).length === 0;
    const made = isNothingLeft.value ? undefined : await model.saveOver(outcome.now, wanted);
    return made === undefined ? undefined : onJob(made);
  };
  if (isNothingLeft.value)
    return (
      <Notice
        tone="info"
        role="status"
        title={words.nothingToDo}
        actions={<Button onClick={() => onEdit({})}>{words.continueEditing}</Button>}
      >
        {words.nothingToDoNote}
      </Notice>
    );
  return (
    <>
      <Notice tone="warn" role="alert" title={words.conflict}>
        {words.conflictNote}
      </Notice>
      <ConflictChoices
        scope="conflict"
        conflicts={outcome.conflicts}
        chosen={chosen.value}
        label={(field) => fieldLabel(field, knowledge)}
        show={(field, value) => showValue(field, value, { knowledge, records: [outcome.now, edit.before] })}
        onChoose={({ field }, choice) => {
          chosen.value = { ...chosen.value, [field]: choice };
        }}
      />
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
