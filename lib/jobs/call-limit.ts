import type { Database } from '@/lib/storage/open-database';
import type { LimitRecord } from '@/lib/storage/schema';
import { inWriteTransaction, type WriteTransaction } from '@/lib/storage/write-transaction';

/** At most `calls` in any `windowMs` milliseconds. */
export interface CallLimit {
  calls: number;
  windowMs: number;
}

/**
 * Takes a place for one call, or says when to ask again (epoch milliseconds). The places stand in IndexedDB, so
 * that every window and every restarted worker counts the same calls.
 */
export async function takeCallPlace(
  database: Database,
  { id, limit, now }: { id: string; limit: CallLimit; now: number },
): Promise<{ taken: true } | { taken: false; askAgainAt: number }> {
  const take = async (transaction: WriteTransaction<'limits'>) => {
    const store = transaction.objectStore('limits');
    const stored = await readLimit(store, id);
    // A clock that was set back leaves calls in the future: they no longer count.
    const recent = stored.calls.filter((at) => at > now - limit.windowMs && at <= now);
    const [oldest] = recent;
    const freeAt = oldest !== undefined && recent.length >= limit.calls ? oldest + limit.windowMs : now;
    const askAgainAt = Math.max(freeAt, stored.notBefore);
    if (askAgainAt > now) return { taken: false as const, askAgainAt };
    await store.put({ ...stored, calls: [...recent, now] });
    return { taken: true as const };
  };
  return inWriteTransaction(database, ['limits'], take, 'relaxed');
}

/** No call to this connection before `until`: a ban, or the end of the day's quota. */
export async function holdCallsUntil(database: Database, id: string, until: number): Promise<void> {
  await changeLimit(database, id, (stored) => ({ ...stored, notBefore: Math.max(stored.notBefore, until) }));
}

/** Lifts a ban, e.g. when a person asks to try at once. */
export async function allowCalls(database: Database, id: string): Promise<void> {
  await changeLimit(database, id, (stored) => ({ ...stored, notBefore: 0 }));
}

/** Server time minus local time, in milliseconds, as its last answer showed. */
export async function readClockOffset(database: Database, id: string): Promise<number> {
  return (await database.get('limits', id))?.clockOffsetMs ?? 0;
}

export async function keepClockOffset(database: Database, id: string, clockOffsetMs: number): Promise<void> {
  await changeLimit(database, id, (stored) => ({ ...stored, clockOffsetMs }));
}

async function changeLimit(
  database: Database,
  id: string,
  change: (stored: LimitRecord) => LimitRecord,
): Promise<void> {
  await inWriteTransaction(database, ['limits'], async (transaction) => {
    const store = transaction.objectStore('limits');
    await store.put(change(await readLimit(store, id)));
  });
}

async function readLimit(
  store: { get(id: string): Promise<LimitRecord | undefined> },
  id: string,
): Promise<LimitRecord> {
  return (await store.get(id)) ?? { id, calls: [], notBefore: 0, clockOffsetMs: 0 };
}
