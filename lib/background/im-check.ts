import { dueChecks, nextCheckAt } from '@/lib/im-settings/due-checks';
import { listCached } from '@/lib/im-settings/keep-settings';
import type { Settings } from '@/lib/settings/settings';
import type { ImCacheRecord } from '@/lib/storage/im-records';
import type { Database } from '@/lib/storage/open-database';
import type { ImDesk } from './im-desk';
import type { Alarms } from './schedule-wake';

export const imCheckAlarm = 'im-check';

/** Browsers ring no earlier than that. */
const earliestAlarmMs = 30_000;

export interface ImCheckParts {
  database: Database;
  desk: ImDesk;
  alarms: Alarms;
  connections: { find(id: string): Promise<unknown> };
  settings(): Promise<Pick<Settings, 'preferences'>>;
  /** Whether secrets may be used; locks first what is overdue. */
  isUnlocked(): Promise<boolean>;
  clock: () => number;
  /** Tells the person that an account's settings are not what they were. */
  notify(accountId: string, changeCount: number, settings: Pick<Settings, 'preferences'>): Promise<void>;
  report(thrown: unknown): void;
}

export interface ImCheck {
  /** Asks for every account whose turn it is. */
  run(): Promise<void>;
  /** Keeps an alarm while there is something to look at and it is unlocked; none otherwise. */
  schedule(): Promise<void>;
}

/** The regular look at every account that was asked for once. */
export function createImCheck(parts: ImCheckParts): ImCheck {
  const { database, desk, alarms, clock } = parts;

  /** Those that can still be asked for: their connections are there as they were. */
  async function listWatched(): Promise<ImCacheRecord[]> {
    const cached = await listCached(database);
    const watched = await Promise.all(
      cached.map(async (record) => {
        const { id, endpoint, appKey } = record.connection;
        const found = (await parts.connections.find(id)) as Partial<ImCacheRecord['connection']> | undefined;
        return found?.endpoint === endpoint && found.appKey === appKey ? [record] : [];
      }),
    );
    return watched.flat();
  }

  return {
    async run() {
      const settings = await parts.settings();
      const { imCheckMinutes } = settings.preferences;
      if (imCheckMinutes === 0 || !(await parts.isUnlocked())) return;
      for (const { connection, accountId } of dueChecks(await listWatched(), imCheckMinutes, clock())) {
        const { changes } = await desk.renew(connection.id, accountId, true);
        if (changes.length > 0) await parts.notify(accountId, changes.length, settings).catch(parts.report);
      }
    },
    async schedule() {
      const { imCheckMinutes } = (await parts.settings()).preferences;
      const isOn = imCheckMinutes > 0 && (await parts.isUnlocked());
      const next = isOn ? nextCheckAt(await listWatched(), imCheckMinutes, clock()) : undefined;
      if (next === undefined) await alarms.clear(imCheckAlarm);
      else await alarms.create(imCheckAlarm, { when: Math.max(next, clock() + earliestAlarmMs) });
    },
  };
}
