import type { ConnectionSummary, IkcrmConnectionSummary, TopConnectionSummary } from './app-state';

/** The connections that lead to the open platform: release, cards, outreach and IM settings go through one of these. */
export function topConnections(connections: readonly ConnectionSummary[]): TopConnectionSummary[] {
  return connections.filter((connection) => connection.platform === 'top');
}

/** The connections that lead to a REST CRM, whose opportunities can be edited. */
export function ikcrmConnections(connections: readonly ConnectionSummary[]): IkcrmConnectionSummary[] {
  return connections.filter((connection) => connection.platform === 'ikcrm');
}

/** Those that an operation's platform is reached through. */
export function connectionsFor(
  connections: readonly ConnectionSummary[],
  platform: ConnectionSummary['platform'],
): ConnectionSummary[] {
  return connections.filter((connection) => connection.platform === platform);
}
