import { setTimeout as delay } from 'node:timers/promises';
import type { HeldRequests } from '../control/held-requests.ts';
import type { LedgerEntry } from '../ledger.ts';
import { htmlReply, type Reply, statusReply } from './reply.ts';
import { beforeProcessing, type Struck } from './struck.ts';

/** The faults of the road to the gateway: the service never sees these requests. Undefined: the request goes on. */
export const beforeService = async (
  struck: Struck,
  held: HeldRequests,
  entry: LedgerEntry,
): Promise<Reply | 'cut' | undefined> => {
  const latency = struck('latency');
  if (latency) await delay(Number(latency.options.ms));
  if (struck('cut-before') || (struck('hold', beforeProcessing) && (await held.wait()) === 'cut')) {
    entry.verdict = { kind: 'cut' };
    return 'cut';
  }
  const status = struck('http-status', beforeProcessing);
  if (status) {
    entry.verdict = { kind: 'refused', code: `http-${status.options.status}` };
    return statusReply(status.options);
  }
  if (struck('html', beforeProcessing)) {
    entry.verdict = { kind: 'refused', code: 'html' };
    return htmlReply(200);
  }
  return undefined;
};
