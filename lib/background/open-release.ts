import type { Draft } from '@/lib/messages/extension-contract';
import type { Database } from '@/lib/storage/open-database';
import { draftFor, releaseScope } from './context-menu';

export interface PanelWish {
  at: number;
  windowId: number;
  scope: string;
}

export interface OpenReleaseParts {
  database: Database;
  keepWish(wish: PanelWish): Promise<void>;
  clock: () => number;
  newIntentId: () => string;
  changed(): void;
}

/**
 * Prepares the release form for an opportunity and asks the window's side panel to show it. A draft that a person
 * has begun is kept as it is. Nothing is sent.
 */
export async function openRelease(
  { database, keepWish, clock, newIntentId, changed }: OpenReleaseParts,
  asked: { windowId: number; opportunityId: string; label?: string | undefined; source: Draft['source'] },
): Promise<void> {
  const scope = releaseScope(asked.opportunityId);
  const now = clock();
  const draft = draftFor(asked.opportunityId, asked.source, newIntentId(), asked.label);
  const transaction = database.transaction('drafts', 'readwrite');
  if (!(await transaction.store.get(scope))) await transaction.store.put({ ...draft, scope, updatedAt: now });
  await transaction.done;
  await keepWish({ at: now, windowId: asked.windowId, scope });
  changed();
}
