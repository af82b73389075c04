import type { App } from '@/components/app/app';
import { isElsewhere } from '@/components/screens/opportunity/pressed-on';
import type { PageContext } from '@/lib/messages/page-context';
import type { RecordPlace } from '@/lib/messages/record-place';
import { releaseOpportunity } from '@/lib/operations/release-opportunity';

/** What a page says about an opportunity, and what its site rule says about releasing there. */
export interface PageOf extends RecordPlace {
  context: PageContext;
  /** The id of a connection, which may be gone. */
  connection?: string | undefined;
  /** By the document's field names. */
  defaults?: Readonly<Record<string, string>> | undefined;
}

/** The page, if it is about this opportunity: of the site where somebody pressed the button, where somebody did. */
export async function readPageOf({ client, ports }: App, opportunityId: string): Promise<PageOf | undefined> {
  const tab = await ports.activeTab();
  if (!tab) return undefined;
  const { context, origin, operations } = await client.call('tab.read', { tabId: tab.tabId });
  if (context?.opportunityId !== opportunityId || isElsewhere(opportunityId, origin)) return undefined;
  const told = operations?.find(({ operation }) => operation === releaseOpportunity.id);
  return { context, origin, operations, connection: told?.connection, defaults: told?.defaults };
}
