import { focusHeading } from '@/components/screens/options/focus';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { ConnectionsModel } from './connections-model';

/** Asks before what was typed is lost. */
export function LeaveDialog({ model }: { model: ConnectionsModel }) {
  const { connections: words } = settingsMessages.value;
  return (
    <Dialog
      id="leave-connection"
      title={words.discardConfirm}
      onCancel={() => model.stay()}
      actions={
        <>
          <Button onClick={() => model.stay()}>{words.keepEditing}</Button>
          <Button
            kind="danger"
            onClick={() => {
              model.close();
              focusHeading();
            }}
          >
            {messages.value.words.discardChanges}
          </Button>
        </>
      }
    >
      {words.discardNote}
    </Dialog>
  );
}
