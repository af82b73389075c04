import { addressOf, type Connection } from '@/lib/connections/connection';
import { isOneHost, originPattern } from '@/lib/connections/endpoint';
import type { Vault } from '@/lib/connections/vault';
import { saveConnection } from '@/lib/settings/save-connection';
import type { SettingsStore } from '@/lib/settings/settings-store';
import type { EnabledSites } from './enabled-sites';

export interface GrantedHosts {
  store: SettingsStore;
  sites: Pick<EnabledSites, 'list'>;
  permissions: { remove(given: { origins: string[] }): Promise<boolean> };
}

/** As `saveConnection`; the browser's permission for the host that the connection has left is given back. */
export async function saveAndGiveBack(
  parts: GrantedHosts & { vault: Vault },
  connection: Connection,
  secrets: Parameters<typeof saveConnection>[2],
): Promise<void> {
  const before = (await parts.store.read()).connections.find(({ id }) => id === connection.id);
  await saveConnection(parts, connection, secrets);
  if (before) await giveBackHost(parts, addressOf(before));
}

/** Unless a connection or a site that is always read lives by the same permission. */
export async function giveBackHost({ store, sites, permissions }: GrantedHosts, address: string): Promise<void> {
  const connections = (await store.read()).connections.map(addressOf);
  const origins = (await sites.list()).map(({ origin }) => origin);
  if ([...connections, ...origins].some((used) => isOneHost(used, address))) return;
  // One that an administrator gave cannot be given back. What was asked for is done all the same.
  await permissions.remove({ origins: [originPattern(address)] }).catch(() => {});
}
