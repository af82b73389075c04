import type { App } from '@/components/app/app';
import { originPattern } from '@/lib/connections/endpoint';

/**
 * Asks the browser for a connection's host. A moment ago somebody may have refused to have the same site read, in a
 * prompt that took the popup's answer along: that refusal stands, and is said before anything is granted.
 */
export function askForHost({ client, ports }: App, address: string): Promise<boolean> {
  const { origin } = new URL(address);
  // Not awaited: the browser only asks in answer to a click, and nothing may come between.
  void client.call('site.unwish', { origin, name: '' }).catch(() => {});
  return ports.requestOrigins([originPattern(address)]);
}
