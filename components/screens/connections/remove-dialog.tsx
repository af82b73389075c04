import { ActionNotice } from '@/components/screens/options/action-notice';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { messages } from '@/lib/i18n/messages';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import type { ConnectionsModel } from './connections-model';

/** Says what goes with a connection before it goes. */
export function RemoveDialog({ model }: { model: ConnectionsModel }) {
  const { connections: words } = settingsMessages.value;
  const removing = model.removing.value;
  if (!removing) return null;
  const cancel = () => model.askToRemove(undefined);
  return (
    <Dialog
      id="remove-connection"
      title={words.removeConfirm(removing.connection.name)}
      onCancel={cancel}
      actions={
        <>
          <Button kind="ghost" onClick={cancel}>
            {messages.value.words.cancel}
          </Button>
          <Button kind="danger" busy={model.removeAction.isBusy.value} onClick={() => void model.remove()}>
            {words.remove}
          </Button>
        </>
      }
    >
      <div>{words.removeNote}</div>
      {removing.openJobs > 0 && <Notice tone="warn" title={words.removeOpenJobs(removing.openJobs)} />}
      <ActionNotice action={model.removeAction} />
    </Dialog>
  );
}
