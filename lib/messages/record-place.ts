import type { ConnectionSummary, IkcrmConnectionSummary } from './app-state';
import { ikcrmConnections } from './connections-of';
import type { TabContext } from './page-context';

/** What a page says of where its record is: a number alone may be another company's opportunity, too. */
export type RecordPlace = Pick<TabContext, 'origin' | 'operations'>;

/** The CRM that holds a page's record: the one that the page's rule names for edits, else the only one on the page's host, else the only one. */
export function crmOf(
  connections: readonly ConnectionSummary[],
  { origin, operations }: RecordPlace,
): IkcrmConnectionSummary | undefined {
  const all = ikcrmConnections(connections);
  const told = operations?.find(({ operation }) => operation === 'update-opportunity')?.connection;
  const onHost = all.filter(({ baseUrl }) => hostOf(baseUrl) === hostOf(origin));
  return all.find(({ id }) => id === told) ?? only(onHost) ?? only(all);
}

/** Whether what was done with an opportunity of this number through a connection may be about the page's record. */
export function mayBeOf(
  place: RecordPlace,
  connections: readonly ConnectionSummary[],
  { operation, connectionId }: { operation: string; connectionId: string | undefined },
): boolean {
  const via = connections.find(({ id }) => id === connectionId);
  const told = place.operations?.find((one) => one.operation === operation)?.connection;
  const own = via?.platform === 'ikcrm' ? crmOf(connections, place)?.id : connections.find(({ id }) => id === told)?.id;
  return own === undefined || connectionId === undefined || own === connectionId;
}

function only<One>(list: readonly One[]): One | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}
