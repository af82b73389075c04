import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { Choice } from './job-model';

export interface SettleDialogProps {
  choice: Choice;
  subject: string;
  /** What the choice is called and means here; a release's words unless given. */
  words?: { label: string; note: string } | undefined;
  onCancel(): void;
  onConfirm(): void;
}

/** Says what a decision about an unknown outcome means before it is recorded. */
export function SettleDialog({ choice, subject, words: own, onCancel, onConfirm }: SettleDialogProps) {
  const { words } = messages.value;
  const { label: title, note } = own ?? screenMessages.value.job.settle.choices[choice];
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
