import { Button } from '@/components/ui/button';
import { plus } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { messages } from '@/lib/i18n/messages';
import type { App } from './app';

/** Where there is no connection yet nothing can be sent: the way to the first one. */
export function SetUpNotice({ app }: { app: App }) {
  const text = messages.value.app;
  if (app.state.value.connections.length > 0) return null;
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
