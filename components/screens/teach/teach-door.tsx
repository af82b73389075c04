import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import { Button } from '@/components/ui/button';
import { teachMessages } from '@/lib/i18n/teach-messages';
import type { TabContext } from '@/lib/messages/page-context';
import { openInPanel } from './open-in-panel';
import styles from './teach.module.css';

export interface TeachDoorProps {
  app: App;
  /** The page that is not read. */
  tab: TabContext;
}

/** Leads to teaching the page in the tab: in the panel, since a popup closes when the page is pressed. */
export function TeachDoor({ app, tab }: TeachDoorProps) {
  const { teach } = teachMessages.value;
  const silent = useSignal('');
  useEffect(() => {
    let isOver = false;
    void namesOfOwn(app).then((names) => {
      if (!isOver) silent.value = names;
    });
    return () => {
      isOver = true;
    };
  }, [tab]);
  const { windowId } = app;
  const open = () => {
    if (app.surface === 'panel') goTo({ screen: 'teach' });
    else if (windowId !== undefined) openInPanel(app, windowId);
  };
  return (
    <div class={styles.door}>
      <span>{silent.value ? teach.doorSilent(silent.value) : teach.doorNote}</span>
      <Button kind="link" onClick={open}>
        {teach.door}
      </Button>
    </div>
  );
}

/** A person's own rules for the page: one of them may read nothing any more, or have been given up for being slow. */
async function namesOfOwn({ client, ports }: App): Promise<string> {
  const active = await ports.activeTab();
  if (!active) return '';
  // Without them there is still the way to teach.
  const { rules } = await client.call('rule.list', { tabId: active.tabId }).catch(() => ({ rules: [] }));
  return rules
    .filter(({ isBuiltIn }) => !isBuiltIn)
    .map(({ name }) => name)
    .join(' · ');
}
