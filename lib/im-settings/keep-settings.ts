import { AppError } from '@/lib/errors/app-error';
import type { ImSettings } from '@/lib/operations/read-im-settings';
import type { ImCacheRecord, ImChangeRecord, ImHistoryRecord, ImSettingsRecord } from '@/lib/storage/im-records';
import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction } from '@/lib/storage/write-transaction';
import { canonicalSettings } from './canonical-settings';
import { findChanges } from './find-changes';
import { fillGaps, findGaps, withStillAt } from './gaps';

/** Whose settings, and through which connection: another host or app may tell of another account by the same id. */
export interface ImSubject {
  connection: ImCacheRecord['connection'];
  accountId: string;
}

export function cacheIdOf({ connection, accountId }: ImSubject): string {
  return JSON.stringify([connection.id, connection.endpoint, connection.appKey, accountId]);
}

export function readCached(database: Database, subject: ImSubject): Promise<ImCacheRecord | undefined> {
  return database.get('imSettings', cacheIdOf(subject));
}

/** Every account that was ever answered for, the one asked last first. */
export async function listCached(database: Database): Promise<ImCacheRecord[]> {
  const records = await database.getAll('imSettings');
  return records.sort((one, other) => other.checkedAt - one.checkedAt);
}

/**
 * Keeps what the platform answered to a question of `askedAt`, and, where it is not what it was, what has changed.
 * Answers the changes. What an answer leaves out is not known to have changed: it counts as it was told last. An answer
 * that comes after a later question's is not kept. One that drops the list of accounts takes nothing from what is known:
 * it throws `unreadable-answer` and leaves everything as it was.
 */
export async function keepAnswer(
  database: Database,
  { subject, answer, askedAt, now }: { subject: ImSubject; answer: ImSettings; askedAt: number; now: number },
): Promise<ImChangeRecord[]> {
  const settings = canonicalSettings(answer);
  const id = cacheIdOf(subject);
  const { id: connectionId, endpoint, appKey } = subject.connection;
  return inWriteTransaction(database, ['imSettings', 'imChanges'], async (transaction) => {
    const cache = transaction.objectStore('imSettings');
    const cached = await cache.get(id);
    // A clock that was put back leaves times in the future: they are in nobody's way.
    if (cached && cached.checkedAt > askedAt && cached.checkedAt <= now) return [];
    if (cached && cached.settings.accountsTold !== false && settings.accountsTold === false)
      throw new AppError('unreadable-answer', { reason: 'accounts-not-told' });
    const known = cached && fillGaps(cached.settings, cached.gaps);
    const gaps = known && findGaps(known, settings, { earlier: cached.gaps, toldAt: cached.checkedAt });
    const changes = known ? withStillAt(findChanges(known, fillGaps(settings, gaps)), cached.gaps) : [];
    const version = (cached?.version ?? 0) + (changes.length > 0 ? 1 : 0);
    if (known && changes.length > 0) {
      const { checkedAt: stillAt } = cached;
      await transaction
        .objectStore('imChanges')
        .add({ cacheId: id, number: version, foundAt: now, stillAt, changes, before: known });
    }
    await cache.put({
      id,
      connection: { id: connectionId, endpoint, appKey },
      accountId: subject.accountId,
      settings,
      ...(gaps && gaps.length > 0 && { gaps }),
      checkedAt: now,
      firstAt: cached?.firstAt ?? now,
      triedAt: now,
      version,
    });
    return changes;
  });
}

/** Notes that it was tried in vain, so that the next check is not at once. */
export async function keepAttempt(database: Database, subject: ImSubject, now: number): Promise<void> {
  await inWriteTransaction(database, ['imSettings'], async (transaction) => {
    const cache = transaction.objectStore('imSettings');
    const cached = await cache.get(cacheIdOf(subject));
    if (cached) await cache.put({ ...cached, triedAt: now });
  });
}

/** Changes with numbers below `before`, newest first. */
export async function readChanges(
  database: Database,
  subject: ImSubject,
  { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number | undefined; limit: number },
): Promise<{ changes: ImHistoryRecord[]; more: boolean }> {
  const id = cacheIdOf(subject);
  const changes: ImHistoryRecord[] = [];
  const range = IDBKeyRange.bound([id, 0], [id, before], false, true);
  let cursor = await database.transaction('imChanges').store.openCursor(range, 'prev');
  while (cursor && changes.length <= limit) {
    changes.push(cursor.value);
    cursor = await cursor.continue();
  }
  return { changes: changes.slice(0, limit), more: changes.length > limit };
}

/** What makes version `to` of version `from`; 0 is what was there first. Throws `not-found`. */
export async function compareVersions(
  database: Database,
  subject: ImSubject,
  { from, to }: { from: number; to: number },
): Promise<ImChangeRecord[]> {
  const [before, after] = await Promise.all([from, to].map((version) => readVersion(database, subject, version)));
  if (!before || !after) throw new AppError('not-found', { reason: 'no-such-version' });
  return findChanges(before, after);
}

/** A version stands whole in the change that ended it; the last one is what is cached. */
async function readVersion(
  database: Database,
  subject: ImSubject,
  version: number,
): Promise<ImSettingsRecord | undefined> {
  const cached = await readCached(database, subject);
  if (cached?.version === version) return fillGaps(cached.settings, cached.gaps);
  return (await database.get('imChanges', [cacheIdOf(subject), version + 1]))?.before;
}

/** Forgets an account with its history. */
export async function forgetAccount(database: Database, subject: ImSubject): Promise<void> {
  const id = cacheIdOf(subject);
  await inWriteTransaction(database, ['imSettings', 'imChanges'], async (transaction) => {
    await transaction.objectStore('imSettings').delete(id);
    await transaction.objectStore('imChanges').delete(IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]));
  });
}
