import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { enableSite } from '@/components/app/enable-site';
import type { TabContext } from '@/lib/messages/page-context';

/** The page in the tab as far as teaching has to know it. */
export interface TaughtPage {
  /** Undefined until it was read. */
  tab: ReadonlySignal<TabContext | undefined>;
  host: ReadonlySignal<string | undefined>;
  enabling: Action;
  /** Always read this site; call it first thing in a click. */
  enableSite(): Promise<boolean>;
  start(): () => void;
}

export function createTaughtPage(app: App): TaughtPage {
  const { client, ports } = app;
  const tab = signal<TabContext | undefined>(undefined);
  const host = computed(() => (tab.value?.origin === undefined ? undefined : new URL(tab.value.origin).host));
  const enabling = createAction();
  let latest = 0;

  async function read(): Promise<void> {
    latest += 1;
    const reading = latest;
    const active = await ports.activeTab();
    const next: TabContext = active
      ? await client.call('tab.read', { tabId: active.tabId })
      : { state: 'restricted', granted: false };
    if (reading === latest) tab.value = next;
  }

  return {
    tab,
    host,
    enabling,
    enableSite: () =>
      enabling.run(async () => {
        const origin = tab.value?.origin;
        if (origin === undefined) return;
        await enableSite(app, origin);
        await read();
      }),
    start() {
      const follow = () => void read().catch(() => undefined);
      follow();
      return ports.watchActiveTab(follow);
    },
  };
}
