import { signal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { needsPerson } from '@/components/screens/job/job-phase';
import { IconButton } from '@/components/ui/icon-button';
import { lock, lockOpen, panelRight, settings } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { PopupBar } from '@/components/ui/popup-bar';
import { type Tab, Tabs } from '@/components/ui/tabs';
import { messages } from '@/lib/i18n/messages';
import type { App } from './app';
import { type Action, createAction } from './create-action';
import { ErrorNotice } from './error-notice';
import { lateWithWords } from './late';
import { routeHash, visit } from './route';
import { useOnce } from './use-model';

export interface FrameProps {
  app: App;
  /** The tab that the screen belongs to. */
  tab: 'opportunity' | 'outreach' | 'cards' | 'im-settings' | 'jobs' | 'journal';
  /** While locked, unlocking stands above the screen; else only when it was asked for. */
  needsVault?: boolean | undefined;
  footer?: ComponentChildren;
  children: ComponentChildren;
}

const UnlockPrompt = lateWithWords<{ app: App; takesFocus: boolean }>(
  async () => (await import('@/components/screens/unlock/unlock-prompt')).UnlockPrompt,
);

/** Whether the person asked to unlock, on whatever screen. */
const isUnlockAsked = signal(false);

/** What stands around every screen of popup and panel. */
export function Frame({ app, tab, needsVault = false, footer, children }: FrameProps) {
  const text = messages.value.app;
  const surface = app.surface === 'panel' ? 'panel' : 'popup';
  const locking = useOnce(createAction);
  useEffect(() => {
    // The first screen takes no focus: nothing was left for it.
    if (visit.peek() > 0) document.querySelector('h1')?.focus();
  }, []);
  useSignalEffect(() => {
    if (app.state.value.vault.state !== 'locked') isUnlockAsked.value = false;
    else locking.forget();
  });
  const isLocked = app.state.value.vault.state === 'locked';
  return (
    <Page
      surface={surface}
      top={
        surface === 'panel' ? (
          <PanelTop app={app} tab={tab} locking={locking} />
        ) : (
          <PopupTop app={app} locking={locking} />
        )
      }
      footer={footer}
    >
      {app.isSilent.value && (
        <Notice tone="warn" title={text.workerSilent} role="status">
          {text.workerSilentNext}
        </Notice>
      )}
      {locking.error.value && <ErrorNotice app={app} error={locking.error.value} />}
      {isLocked && (needsVault || isUnlockAsked.value) && <UnlockPrompt app={app} takesFocus={isUnlockAsked.value} />}
      {children}
    </Page>
  );
}

function PanelTop({ app, tab, locking }: { app: App; tab: FrameProps['tab']; locking: Action }) {
  const text = messages.value.app;
  const open = app.state.value.jobs.filter((job) => job.state !== 'finished' || needsPerson(job)).length;
  const tabs: Tab[] = [
    { href: routeHash({ screen: 'opportunity' }), label: text.tabs.opportunity },
    { href: routeHash({ screen: 'outreach' }), label: text.tabs.outreach },
    { href: routeHash({ screen: 'cards' }), label: text.tabs.cards },
    { href: routeHash({ screen: 'im-settings' }), label: text.tabs.imSettings },
    {
      href: routeHash({ screen: 'jobs' }),
      label: text.tabs.jobs,
      count: { value: open, meaning: text.jobsOpen(open) },
    },
    { href: routeHash({ screen: 'journal' }), label: text.tabs.journal },
  ];
  return (
    <Tabs label={text.navigation} tabs={tabs} current={`#/${tab}`}>
      <VaultButton app={app} locking={locking} />
      <SettingsButton app={app} />
    </Tabs>
  );
}

function PopupTop({ app, locking }: { app: App; locking: Action }) {
  return (
    <PopupBar title={messages.value.words.productName}>
      <PanelButton app={app} />
      <VaultButton app={app} locking={locking} />
      <SettingsButton app={app} />
    </PopupBar>
  );
}

function PanelButton({ app }: { app: App }) {
  const { windowId } = app;
  if (windowId === undefined) return null;
  // The browser opens a panel only straight from the click: the window's id is known before it.
  const open = () =>
    void app.ports.openPanel(windowId).then(
      () => globalThis.close(),
      () => undefined,
    );
  return <IconButton icon={panelRight} label={messages.value.app.openPanel} onClick={open} />;
}

function VaultButton({ app, locking }: { app: App; locking: Action }) {
  const { state } = app.state.value.vault;
  const text = messages.value.app;
  if (state === 'absent') return null;
  if (state === 'locked')
    return (
      <IconButton
        icon={lock}
        label={text.unlock}
        onClick={() => {
          isUnlockAsked.value = !isUnlockAsked.value;
        }}
      />
    );
  const lockNow = () =>
    locking.run(async () => {
      isUnlockAsked.value = false;
      await app.client.call('vault.lock', {});
      await app.refresh();
    });
  return (
    <IconButton icon={lockOpen} label={text.lockNow} aria-busy={locking.isBusy.value} onClick={() => void lockNow()} />
  );
}

function SettingsButton({ app }: { app: App }) {
  return (
    <IconButton icon={settings} label={messages.value.app.openSettings} onClick={() => void app.ports.openOptions()} />
  );
}
