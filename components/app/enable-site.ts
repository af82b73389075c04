import type { App } from './app';

/** Always reads a site from now on, where the browser is told so; call it first thing in a click. */
export async function enableSite({ client, ports }: Pick<App, 'client' | 'ports'>, origin: string): Promise<void> {
  const site = { origin, name: new URL(origin).host.slice(0, 80) };
  // Not awaited: the browser asks only in the click's own turn, and its prompt may close us.
  const wished = client.call('site.wish', site).catch(() => undefined);
  const isGranted = await ports.requestOrigins([`${origin}/*`]);
  await wished;
  await client.call(isGranted ? 'site.enable' : 'site.unwish', site);
}
