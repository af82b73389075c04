import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { editMessages } from '@/lib/i18n/edit-messages';
import { messages } from '@/lib/i18n/messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import { Change } from './change';
import type { EditJobModel, UndoPlan } from './edit-job-model';
import type { MadeJob } from './edit-model';
import { fieldLabel, maskBeside, showValue } from './show-value';

/** What would be put back, and what would not, before anything is sent. */
export function UndoPlanned({
  model,
  plan,
  onJob,
}: {
  model: EditJobModel;
  plan: UndoPlan;
  onJob(job: MadeJob): void;
}) {
  const words = editMessages.value;
  const knowledge = model.knowledge.value;
  const records = [plan.now, model.edit.value?.before, model.edit.value?.sent?.now];
  const show = (field: string, value: string | undefined) => showValue(field, value, { knowledge, records });
  const restored = Object.entries(plan.restore);
  const undo = async () => {
    const made = await model.undo();
    if (made) onJob(made);
  };
  return (
    <Dialog
      id="undo-edit"
      title={model.edit.value?.origin === 'undo' ? words.redo : words.undoTitle}
      onCancel={() => model.dropPlan()}
      actions={
        <>
          <Button kind="ghost" onClick={() => model.dropPlan()}>
            {messages.value.words.cancel}
          </Button>
          {restored.length > 0 && (
            <Button kind="primary" busy={model.acting.isBusy.value} onClick={() => void undo()}>
              {words.undoConfirm(restored.length)}
            </Button>
          )}
        </>
      }
    >
      {restored.length === 0 && <Notice tone="info" title={words.undoNothing} />}
      <DescriptionList>
        {restored.map(([field, value]) => {
          const texts = [plan.now.values[field], value].map((held) => show(field, held));
          const [from, to = ''] = texts.map(maskBeside(texts));
          return <Change key={field} term={field} knowledge={knowledge} from={from} to={to} />;
        })}
      </DescriptionList>
      {plan.refused.length > 0 && (
        <Notice tone="warn" title={words.undoRefused}>
          {plan.refused.map(({ field, reason, is }) => (
            <div key={field}>
              {fieldLabel(field, knowledge)} · {words.undoReasons[reason]} · {maskWhereFound(show(field, is))}
            </div>
          ))}
        </Notice>
      )}
    </Dialog>
  );
}
