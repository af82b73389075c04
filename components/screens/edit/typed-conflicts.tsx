import { Notice } from '@/components/ui/notice';
import { editMessages } from '@/lib/i18n/edit-messages';
import { ConflictChoices } from './conflict-choices';
import { followUpStage } from './edit-draft';
import type { EditModel } from './edit-model';
import { fieldLabel, showValue } from './show-value';

/** What was typed over, and changed by others before it was saved. */
export function TypedConflicts({ model }: { model: EditModel }) {
  const words = editMessages.value;
  const { kept, form } = model;
  const knowledge = form.knowledge.value;
  if (kept.conflicts.value.length === 0) return null;
  return (
    <>
      <Notice tone="warn" role="alert" title={words.typedConflict}>
        {words.typedConflictNote}
      </Notice>
      <ConflictChoices
        scope="typed"
        conflicts={kept.conflicts.value}
        chosen={kept.choices.value}
        label={(field) => (field === followUpStage ? words.followUp.stage : fieldLabel(field, knowledge))}
        show={(field, value) =>
          showValue(field === followUpStage ? 'stage' : field, value, { knowledge, records: [form.before.value] })
        }
        onChoose={(conflict, choice) => kept.choose(conflict, choice)}
      />
    </>
  );
}
