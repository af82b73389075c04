import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { App } from '@/components/app/app';
import { goTo } from '@/components/app/route';
import { Button } from '@/components/ui/button';
import { teachMessages } from '@/lib/i18n/teach-messages';
import { openInPanel } from './open-in-panel';
import { namesHost } from './taught-rule';
import styles from './teach.module.css';

export interface TeachDoorProps {
  app: App;
  /** Of the page that is not read, where it may be known. */
  origin: string | undefined;
}

const mostNamed = 3;

/** Leads to teaching the page in the tab: in the panel, since a popup closes when the page is pressed. */
export function TeachDoor({ app, origin }: TeachDoorProps) {
  const { teach } = teachMessages.value;
  const silent = useSignal('');
  useEffect(() => {
    let isOver = false;
    void namesOfOwn(app, origin).then((names) => {
      if (!isOver) silent.value = names;
    });
    return () => {
      isOver = true;
    };
  }, [origin]);
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

/** A person's own rules for the site: one of them may read nothing any more, or have been given up for being slow. */
async function namesOfOwn({ client }: App, origin: string | undefined): Promise<string> {
  if (origin === undefined) return '';
  const { hostname } = new URL(origin);
  // Without them there is still the way to teach.
  const { rules } = await client.call('rule.list', {}).catch(() => ({ rules: [] }));
  const own = rules.filter(({ isBuiltIn, match }) => !isBuiltIn && namesHost(match, hostname));
  return own
    .slice(0, mostNamed)
    .map(({ name }) => name)
    .join(' · ');
}
