import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction } from '@/lib/storage/write-transaction';
import { draftFor, type ReleaseOf, releaseScope } from './context-menu';

export interface PanelWish {
  at: number;
  windowId: number;
  scope: string;
}

export interface ReleaseWish extends ReleaseOf {
  windowId: number;
}

export interface OpenReleaseParts {
  database: Database;
  notes: { keepWish(wish: PanelWish): Promise<void> };
  clock: () => number;
  newUlid: () => string;
  show(): void;
}

/**
 * Prepares the release form for an opportunity and asks the window's side panel to show it. A draft that a person
 * has begun is kept as it is. Nothing is sent.
 */
export async function openRelease(
  { database, notes, clock, newUlid, show }: OpenReleaseParts,
  asked: ReleaseWish,
): Promise<void> {
  const scope = releaseScope(asked.opportunityId);
  const now = clock();
  const draft = draftFor(asked, newUlid());
  await inWriteTransaction(database, ['drafts'], async (transaction) => {
    const drafts = transaction.objectStore('drafts');
    if (!(await drafts.get(scope))) await drafts.put({ ...draft, scope, updatedAt: now });
  });
  await notes.keepWish({ at: now, windowId: asked.windowId, scope });
  show();
}
