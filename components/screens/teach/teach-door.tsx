import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import { Button } from '@/components/ui/button';
import { teachMessages } from '@/lib/i18n/teach-messages';
import { openInPanel } from './open-in-panel';
import styles from './teach.module.css';

/** Leads to teaching the page in the tab: in the panel, since a popup closes when the page is pressed. */
export function TeachDoor({ app }: { app: App }) {
  const { teach } = teachMessages.value;
  const { windowId } = app;
  const open = () => {
    if (app.surface === 'panel') goTo({ screen: 'teach' });
    else if (windowId !== undefined) openInPanel(app, windowId);
  };
  return (
    <div class={styles.door}>
      <span>{teach.doorNote}</span>
      <Button kind="link" onClick={open}>
        {teach.door}
      </Button>
    </div>
  );
}
