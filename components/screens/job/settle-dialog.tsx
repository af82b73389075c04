import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { messages } from '@/lib/i18n/messages';
import type { Choice } from './job-model';

export interface SettleDialogProps {
  choice: Choice;
  subject: string;
  onCancel(): void;
  onConfirm(): void;
}

/** Says what a decision about an unknown outcome means before it is recorded. */
export function SettleDialog({ choice, subject, onCancel, onConfirm }: SettleDialogProps) {
  const { jobs, words } = messages.value;
  const { label: title, note } = jobs.settle.choices[choice];
  return (
    <Dialog
      id="settle"
      title={`${title} · ${subject}`}
      onCancel={onCancel}
      actions={
        <>
          <Button kind="ghost" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button kind={choice === 'send-again' ? 'danger' : 'primary'} onClick={onConfirm}>
            {title}
          </Button>
        </>
      }
    >
      <p>{note}</p>
    </Dialog>
  );
}
