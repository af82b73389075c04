import { clearOldJobs } from '@/lib/jobs/clear-old-jobs';
import { clearOldDrafts } from '@/lib/jobs/drafts/clear-old-drafts';
import { discardHalfMade } from '@/lib/jobs/drafts/discard-half-made';
import type { Background } from './create-background';

/**
 * What comes before anything is asked of a new worker: with the browser's start a vault that this device guards opens
 * by itself, one whose time is over locks, and the reader is registered again where it was. A step that fails is
 * reported and does not keep the others from their turn.
 */
export async function bringBack(background: Background, report: (thrown: unknown) => void): Promise<void> {
  const { autoLock, reader, sites } = background;
  await openWithBrowser(background).catch(report);
  await autoLock.check().catch(report);
  await discardHalfMade(background.database).catch(report);
  // Not waited for: no call depends on it, and an update may have dropped many.
  void sites
    .list()
    .then((enabled) => reader.syncSites(enabled.map(({ origin }) => origin)))
    .catch(report);
  void clearWhatIsOver(background).catch(report);
}

const dayMs = 86_400_000;

/** Once a day: jobs that ended longer ago than a person wants to see them, and drafts that nobody has opened since. */
async function clearWhatIsOver({ database, store, notes, clock, show }: Background): Promise<void> {
  const { keepJobsDays } = (await store.read()).preferences;
  if (keepJobsDays === 0 || !(await notes.isDue('jobs-cleared', clock(), dayMs))) return;
  const [before, now] = [clock() - keepJobsDays * dayMs, clock()];
  if ((await clearOldJobs(database, before, now)) + (await clearOldDrafts(database, before, now)) > 0) show();
}

async function openWithBrowser({ notes, vault, autoLock }: Background): Promise<void> {
  if (!(await notes.isFirstStart())) return;
  const { state, mode } = await vault.state();
  if (state !== 'locked' || mode !== 'device') return;
  await vault.unlock();
  await autoLock.touch();
}
