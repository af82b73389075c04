import { Button } from '@/components/ui/button';
import { plus } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { messages } from '@/lib/i18n/messages';
import { topConnections } from '@/lib/messages/connections-of';
import type { App } from './app';

/** Where there is no connection to the open platform yet nothing can be sent through it: the way to the first one. */
export function SetUpNotice({ app }: { app: App }) {
  const text = messages.value.app;
  if (topConnections(app.state.value.connections).length > 0) return null;
  return (
    <Notice
      tone="info"
      title={text.setUpFirst}
      actions={
        <Button icon={plus} onClick={() => void app.ports.openOptions('connections')}>
          {text.setUp}
        </Button>
      }
    >
      {text.setUpFirstNext}
    </Notice>
  );
}
