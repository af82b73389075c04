import type { JobDetail } from '@/lib/messages/extension-contract';

/** The operations whose jobs have several rows. */
export type BatchOperation = 'sell-cards' | 'submit-outreach';

export function isBatchOperation(operation: string | undefined): operation is BatchOperation {
  return operation === 'sell-cards' || operation === 'submit-outreach';
}

type Row = JobDetail['rows'][number];

/** What a person has to look at comes first, then what is under way, then what is well. */
const order: readonly Row['state'][] = ['unknown', 'failed', 'sending', 'waiting', 'cancelled', 'skipped', 'succeeded'];

export function sortRows(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    (one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.index - other.index,
  );
}

export interface SentRequest {
  key: string;
  rows: number;
  attempts: Row['attempts'];
}

/** The requests that carried the rows, in the order of their first row. */
export function requestsOf(rows: readonly Row[]): SentRequest[] {
  const requests = new Map<string, SentRequest>();
  for (const { key, attempts } of rows) {
    if (key === undefined) continue;
    const known = requests.get(key);
    if (known) known.rows += 1;
    else requests.set(key, { key, rows: 1, attempts });
  }
  return [...requests.values()];
}

/** How often a request that is waiting has already left without an answer. */
export function lostAttempts(rows: readonly Row[]): number {
  const waiting = rows.filter(({ state }) => state === 'waiting' || state === 'sending');
  const lost = waiting.map(({ attempts }) => attempts.filter(({ result }) => result === 'lost').length);
  return Math.max(0, ...lost);
}
