import { checkHealth } from '@/lib/im-settings/check-health';
import { compareVersions, forgetAccount, listCached, readCached, readChanges } from '@/lib/im-settings/keep-settings';
import type { ImView } from '@/lib/messages/im-contract';
import type { ImCacheRecord } from '@/lib/storage/im-records';
import type { Database } from '@/lib/storage/open-database';
import type { HandlersOf } from './handlers';
import type { ImDesk } from './im-desk';
import { maskChangedNames, maskNames } from './mask-im-names';

const pageSize = 50;

/** Answers everything about reception settings. */
export function createImHandlers({
  database,
  desk,
  changed,
}: {
  database: Database;
  desk: ImDesk;
  changed(): void;
}): HandlersOf<'im'> {
  return {
    'im.accounts': async () => {
      const cached = await listCached(database);
      return {
        accounts: cached.map(({ connection, accountId, checkedAt }) => ({
          connectionId: connection.id,
          accountId,
          checkedAt,
        })),
      };
    },
    async 'im.read'({ connectionId, accountId }) {
      const cached = await readCached(database, await desk.subjectOf(connectionId, accountId));
      return cached ? { view: viewOf(cached) } : {};
    },
    async 'im.refresh'({ connectionId, accountId, force }) {
      const { cached, asked, error } = await desk.renew(connectionId, accountId, force);
      return { view: viewOf(cached), asked, ...(error ? { error } : {}) };
    },
    async 'im.history'({ connectionId, accountId, before }) {
      const subject = await desk.subjectOf(connectionId, accountId);
      const { changes, more } = await readChanges(database, subject, { before, limit: pageSize });
      return {
        entries: changes.map(({ number: version, changes: found, ...entry }) => ({
          ...{ version, ...entry },
          changes: found.map(maskChangedNames),
        })),
        more,
      };
    },
    async 'im.compare'({ connectionId, accountId, from, to }) {
      const subject = await desk.subjectOf(connectionId, accountId);
      return { changes: (await compareVersions(database, subject, { from, to })).map(maskChangedNames) };
    },
    async 'im.forget'({ connectionId, accountId }) {
      await forgetAccount(database, await desk.subjectOf(connectionId, accountId));
      changed();
      return {};
    },
  };
}

function viewOf({ settings, checkedAt, firstAt, version }: ImCacheRecord): ImView {
  return { settings: maskNames(settings), health: checkHealth(settings), checkedAt, firstAt, version };
}
