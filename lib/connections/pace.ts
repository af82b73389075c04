import type { Connection } from './connection';

/** How fast a connection is used, where a person chose: calls in the platform's window, and how many at once. */
export interface Pace {
  /** In any second through the open platform, in any ten seconds with a REST CRM. */
  calls: number;
  concurrency: number;
}

/**
 * The open platform publishes no figure: this is gentle, and bans that come are honoured. A REST CRM allows a company
 * 10 calls in 10 seconds, its people and other programs together: half is left to them.
 */
export const defaultPaces = { top: { calls: 20, concurrency: 4 }, ikcrm: { calls: 5, concurrency: 1 } } as const;

/** The most of each that may be chosen; the least is 1. The messages' `paceSchema` says the same. */
export const paceLimits: Readonly<Pace> = { calls: 1000, concurrency: 16 };

const windowsMs = { top: 1000, ikcrm: 10_000 } as const;

/** What the engine keeps to, for this connection or, where there is none any more, by default. */
export function paceOf(platform: Connection['platform'], connection: Pick<Connection, 'pace'> | undefined) {
  const { calls, concurrency } = connection?.pace ?? defaultPaces[platform];
  return { limit: { calls, windowMs: windowsMs[platform] }, concurrency };
}
