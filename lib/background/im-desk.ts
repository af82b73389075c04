import { AppError, type ErrorData, toErrorData } from '@/lib/errors/app-error';
import { isStale } from '@/lib/im-settings/due-checks';
import { type ImSubject, keepAnswer, keepAttempt, readCached } from '@/lib/im-settings/keep-settings';
import type { ConnectionSummary } from '@/lib/messages/app-state';
import type { Settings } from '@/lib/settings/settings';
import type { ImCacheRecord, ImChangeRecord } from '@/lib/storage/im-records';
import { askImSettings, type ImAskParts, type TopSummary, withRequestId } from './im-ask';

export interface ImDeskParts extends Omit<ImAskParts, 'connections' | 'settings'> {
  connections: ImAskParts['connections'] & { find(id: string): Promise<ConnectionSummary | undefined> };
  settings(): Promise<Pick<Settings, 'policy' | 'preferences'>>;
  /** Tells the surfaces; not awaited. */
  changed(): void;
}

export interface Renewal {
  cached: ImCacheRecord;
  /** Whether the platform was asked. */
  asked: boolean;
  changes: ImChangeRecord[];
  /** Why it could not be renewed. */
  error?: ErrorData | undefined;
}

export interface ImDesk {
  /** The subject that a connection and an account are, from the stored connection. Throws `invalid-input` or `not-found`. */
  subjectOf(connectionId: string, accountId: string): Promise<ImSubject>;
  /** Asks where it is needed or `force` says so; asked twice at once it asks once. Throws where there is nothing to show. */
  renew(connectionId: string, accountId: string, force: boolean): Promise<Renewal>;
}

/** Where everybody who wants to know an account's settings comes: screens and the regular check alike. */
export function createImDesk(parts: ImDeskParts): ImDesk {
  const underWay = new Map<string, Promise<Renewal>>();

  async function requireConnection(id: string): Promise<TopSummary> {
    const connection = await parts.connections.find(id);
    if (connection?.platform !== 'top')
      throw new AppError('invalid-input', { reason: 'no-connection', path: 'connectionId' });
    return connection;
  }

  async function ask(connection: TopSummary, accountId: string, force: boolean): Promise<Renewal> {
    const { database, clock } = parts;
    const subject = { connection, accountId };
    const cached = await readCached(database, subject);
    const { preferences } = await parts.settings();
    const isFresh = cached && !isStale(cached.checkedAt, preferences.imCacheMinutes, clock());
    if (isFresh && !force) return { cached, asked: false, changes: [] };
    try {
      const { answer, askedAt, requestId } = await askImSettings(parts, connection, accountId);
      const changes = await keepAnswer(database, { subject, answer, askedAt, now: clock() }).catch(
        (thrown: unknown) => {
          throw withRequestId(thrown, requestId);
        },
      );
      return { cached: await requireCached(subject), asked: true, changes };
    } catch (thrown) {
      const error = toErrorData(thrown);
      if (!cached) throw thrown;
      if (error.code === 'bug') parts.report(thrown);
      await keepAttempt(database, subject, clock());
      return { cached, asked: false, changes: [], error };
    } finally {
      parts.changed();
    }
  }

  async function requireCached(subject: ImSubject): Promise<ImCacheRecord> {
    const cached = await readCached(parts.database, subject);
    if (!cached) throw new AppError('not-found', { reason: 'forgotten-meanwhile' });
    return cached;
  }

  return {
    async subjectOf(connectionId, accountId) {
      return { connection: await requireConnection(connectionId), accountId };
    },
    async renew(connectionId, accountId, force) {
      const connection = await requireConnection(connectionId);
      const name = JSON.stringify([connection.id, connection.endpoint, connection.appKey, accountId]);
      const running = underWay.get(name);
      if (running) return running;
      const asking = ask(connection, accountId, force).finally(() => underWay.delete(name));
      underWay.set(name, asking);
      return asking;
    },
  };
}
