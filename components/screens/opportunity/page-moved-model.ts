import { type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import type { PageContext } from '@/lib/messages/page-context';
import { pressedOn } from './pressed-on';

export interface PageMovedModel {
  /** What the page is about now, where a form that was opened from it is about another opportunity. */
  other: ReadonlySignal<PageContext | undefined>;
  /** Whether the person has to be asked first. */
  mustAsk(): boolean;
  /** Goes on all the same with what the form is about, until the page is about yet another. */
  confirm(): void;
  /** Follows the page; answers a function that ends it. */
  start(): () => void;
}

/** Holds a form to the opportunity that the page showed when it was opened. What was typed or linked belongs to no page. */
export function createPageMovedModel({ client, ports }: App, opportunityId: string): PageMovedModel {
  const other = signal<PageContext | undefined>(undefined);
  let isOfPage = pressedOn.peek() === opportunityId;
  let confirmed: string | undefined;
  let latest = 0;

  async function read(): Promise<void> {
    latest += 1;
    const reading = latest;
    const tab = await ports.activeTab();
    const context = tab && (await client.call('tab.read', { tabId: tab.tabId })).context;
    if (reading !== latest) return;
    isOfPage ||= context?.opportunityId === opportunityId;
    other.value = isOfPage && context?.opportunityId !== opportunityId ? context : undefined;
  }
  // A page that cannot be read is about nothing else.
  const follow = () => void read().catch(() => undefined);

  return {
    other,
    mustAsk: () => other.value !== undefined && other.value.opportunityId !== confirmed,
    confirm() {
      confirmed = other.value?.opportunityId;
    },
    start() {
      follow();
      return ports.watchActiveTab(follow);
    },
  };
}
