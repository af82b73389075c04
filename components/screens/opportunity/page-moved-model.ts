import { type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import type { PageContext } from '@/lib/messages/page-context';
import type { RecordPlace } from '@/lib/messages/record-place';
import { pressedOn } from './pressed-on';

export interface OtherPage extends RecordPlace {
  context: PageContext;
}

export interface PageMovedModel {
  /** What the page is about now, where a form that was opened from it is about another opportunity, or another site's of the same number. */
  other: ReadonlySignal<OtherPage | undefined>;
  /** Whether the person has to be asked first. */
  mustAsk(): boolean;
  /** Goes on all the same with what the form is about, until the page is about yet another. */
  confirm(): void;
  /** Follows the page; answers a function that ends it. */
  start(): () => void;
}

/** Holds a form to the opportunity that the page showed when it was opened. What was typed or linked belongs to no page. */
export function createPageMovedModel({ client, ports }: App, opportunityId: string): PageMovedModel {
  const other = signal<OtherPage | undefined>(undefined);
  const pressed = pressedOn.peek();
  let isOfPage = pressed?.opportunityId === opportunityId;
  let formOrigin = isOfPage ? pressed?.origin : undefined;
  let confirmed: string | undefined;
  let latest = 0;

  async function read(): Promise<void> {
    latest += 1;
    const reading = latest;
    const tab = await ports.activeTab();
    const { context, origin, operations } = tab ? await client.call('tab.read', { tabId: tab.tabId }) : {};
    if (reading !== latest) return;
    const isSameSite = formOrigin === undefined || origin === undefined || origin === formOrigin;
    const isSame = context?.opportunityId === opportunityId && isSameSite;
    if (isSame) {
      isOfPage = true;
      formOrigin ??= origin;
    }
    other.value = isOfPage && context && !isSame ? { context, origin, operations } : undefined;
  }
  // A page that cannot be read is about nothing else.
  const follow = () => void read().catch(() => undefined);

  return {
    other,
    mustAsk: () => other.value !== undefined && keyOf(other.value) !== confirmed,
    confirm() {
      confirmed = other.value && keyOf(other.value);
    },
    start() {
      follow();
      return ports.watchActiveTab(follow);
    },
  };
}

function keyOf({ context, origin = '' }: OtherPage): string {
  return `${origin} ${context.opportunityId}`;
}
