import { IconButton } from '@/components/ui/icon-button';
import { lockOpen, settings } from '@/components/ui/icons';
import { Tabs } from '@/components/ui/tabs';
import { messages } from '@/lib/i18n/messages';

/** The panel's navigation, as the composed pages show it. */
export function Frame({ current }: { current: '#/opportunity' | '#/jobs' }) {
  const { app } = messages.value;
  return (
    <Tabs
      label={app.navigation}
      current={current}
      tabs={[
        { href: '#/opportunity', label: app.tabs.opportunity },
        { href: '#/jobs', label: app.tabs.jobs, count: { value: 2, meaning: app.jobsOpen(2) } },
        { href: '#/journal', label: app.tabs.journal },
      ]}
    >
      <IconButton icon={lockOpen} label={app.lockNow} />
      <IconButton icon={settings} label={app.openSettings} />
    </Tabs>
  );
}
