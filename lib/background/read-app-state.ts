import type { Vault } from '@/lib/connections/vault';
import type { DraftRunner } from '@/lib/jobs/drafts/run-drafts';
import { listJobs, listOpenJobs, listUndecidedJobs } from '@/lib/jobs/read-jobs';
import type { AppState } from '@/lib/messages/app-state';
import type { SettingsStore } from '@/lib/settings/settings-store';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';
import { summaryOf } from './bulk/show-draft';
import type { ConnectionBook } from './connection-book';
import type { EnabledSites } from './enabled-sites';
import { maskFailures } from './mask-row';
import type { SessionNotes } from './session-notes';

/** Ended jobs that a surface is told of without asking; the list screen reads the rest. */
const shownJobs = 20;

/** Undecided jobs beyond the newest that it is told of; more than that need the list screen anyway. */
const shownUndecided = 100;

export interface AppStateParts {
  database: Database;
  store: SettingsStore;
  vault: Vault;
  connections: ConnectionBook;
  sites: EnabledSites;
  notes: SessionNotes;
  permissions: { contains(asked: { origins: string[] }): Promise<boolean> };
  drafts: Pick<DraftRunner, 'stuckBy'>;
}

/** The whole state that surfaces show, read anew from where it is kept. */
export async function readAppState(parts: AppStateParts): Promise<AppState> {
  const { database, store, vault, connections, sites, notes, permissions, drafts } = parts;
  const [settings, vaultState, listed, enabled, recent, open, undecided, panelWish] = await Promise.all([
    store.read(),
    vault.state(),
    connections.list(),
    sites.list().then((enabled) => Promise.all(enabled.map(withPermission))),
    listJobs(database, { limit: shownJobs }),
    listOpenJobs(database),
    listUndecidedJobs(database, shownUndecided),
    notes.readWish(),
  ]);
  const jobs = new Map([...recent.jobs, ...open, ...undecided].map((job) => [job.id, job]));
  return {
    vault: vaultState,
    connections: listed,
    operator: settings.operator,
    defaults: settings.defaults,
    preferences: settings.preferences,
    sites: enabled,
    managed: false,
    jobs: await withProgress(
      { database, drafts },
      [...jobs.values()].sort((one, other) => other.createdAt - one.createdAt),
    ),
    ...(panelWish ? { panelWish } : {}),
  };

  async function withPermission(site: { origin: string; name: string }) {
    return { ...site, permitted: await permissions.contains({ origins: [`${site.origin}/*`] }) };
  }
}

/** Drafts, and jobs that were just confirmed, with how far the worker is with their rows. */
function withProgress(
  { database, drafts }: Pick<AppStateParts, 'database' | 'drafts'>,
  jobs: JobRecord[],
): Promise<AppState['jobs']> {
  return Promise.all(
    jobs.map(async (job) => {
      const isInHand = job.state === 'draft' || job.state === 'preparing';
      const table = isInHand ? await database.get('imports', job.id) : undefined;
      return maskFailures(table ? summaryOf(job, table, drafts.stuckBy(job.id)) : job);
    }),
  );
}
