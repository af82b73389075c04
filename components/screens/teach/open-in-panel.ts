import type { App } from '@/components/app/app';

/** Opens the side panel where pages are taught; call it first thing in a click. */
export function openInPanel(
  { client, ports, surface }: Pick<App, 'client' | 'ports' | 'surface'>,
  windowId: number,
): void {
  // Not awaited: the browser opens a panel only in the click's own turn.
  const wished = client.call('teach.open', { windowId }).catch(() => undefined);
  const opened = ports.openPanel(windowId).catch(() => undefined);
  if (surface === 'popup') void Promise.all([wished, opened]).then(() => globalThis.close());
}
