import { type CallLimit, holdCallsUntil, takeCallPlace } from '@/lib/jobs/call-limit';
import type { IkcrmAnswer, IkcrmCaller } from '@/lib/platforms/ikcrm/call';
import type { Database } from '@/lib/storage/open-database';

/** Companies on one host are not told apart, which only makes it gentler. */
export function ikcrmLimitId(baseUrl: string): string {
  return `ikcrm|${baseUrl}`;
}

/** A call waits that long for its place; then the person is told. */
const longestWaitMs = 15_000;

export interface LimitedIkcrmParts {
  database: Database;
  callIkcrm: IkcrmCaller;
  /** What is kept to with the CRM at this address. */
  limitFor(baseUrl: string): Promise<CallLimit>;
  clock: () => number;
  sleep(ms: number): Promise<void>;
}

/** The caller that keeps to the limit, counted in stored state across all windows and workers. */
export function createLimitedIkcrm({ database, callIkcrm, limitFor, clock, sleep }: LimitedIkcrmParts): IkcrmCaller {
  return async (call) => {
    const id = ikcrmLimitId(call.connection.baseUrl);
    const limit = await limitFor(call.connection.baseUrl);
    const giveUpAt = clock() + longestWaitMs;
    for (;;) {
      const now = clock();
      const place = await takeCallPlace(database, { id, limit, now });
      if (place.taken) break;
      if (place.askAgainAt > giveUpAt) return noPlace(place.askAgainAt);
      await sleep(place.askAgainAt - now);
    }
    return keepBan(database, id, await callIkcrm(call));
  };
}

/** The first call without a place of its own, for whoever has taken one already. */
export function withFirstPlace(limited: IkcrmCaller, { database, callIkcrm }: LimitedIkcrmParts): IkcrmCaller {
  let isTaken = true;
  return async (call) => {
    if (!isTaken) return limited(call);
    isTaken = false;
    return keepBan(database, ikcrmLimitId(call.connection.baseUrl), await callIkcrm(call));
  };
}

async function keepBan(database: Database, id: string, answer: IkcrmAnswer): Promise<IkcrmAnswer> {
  if (answer.kind === 'refused' && answer.retry === 'wait' && answer.until !== undefined)
    await holdCallsUntil(database, id, answer.until);
  return answer;
}

function noPlace(until: number): IkcrmAnswer {
  const error = { code: 'throttled' as const, detail: { reason: 'crm-limit', until } };
  return { kind: 'refused', error, fields: [], outcome: 'not-processed', retry: 'wait', until };
}
