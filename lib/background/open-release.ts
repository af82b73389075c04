import type { Database } from '@/lib/storage/open-database';
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
  const transaction = database.transaction('drafts', 'readwrite');
  if (!(await transaction.store.get(scope))) await transaction.store.put({ ...draft, scope, updatedAt: now });
  await transaction.done;
  await notes.keepWish({ at: now, windowId: asked.windowId, scope });
  show();
}
