import { type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { createDraftKeeper, type DraftKeeper } from '@/components/screens/release/draft-keeper';
import { fromTeachDraft, teachScope, toTeachDraft, type UnsavedTeaching } from './teach-draft';

export interface KeptTeaching {
  /** What was pointed at and not saved when this was closed is here again. */
  isRestored: ReadonlySignal<boolean>;
  /** What is kept of a site; from then on it is that site's that is kept. */
  read(site: string): Promise<UnsavedTeaching | undefined>;
  keep(teaching: UnsavedTeaching): void;
  /** Forgets it: it is in a rule, or not wanted. What cannot be forgotten comes back, which costs nobody anything. */
  drop(): Promise<void>;
  /** Saves now what is waiting to be saved: the surface is closing. */
  flush(): void;
}

export function createKeptTeaching({ client, ports }: App): KeptTeaching {
  const isRestored = signal(false);
  const intentId = ports.newIntentId();
  let kept: { scope: string; keeper: DraftKeeper } | undefined;

  return {
    isRestored,
    async read(site) {
      const scope = teachScope(site);
      kept = { scope, keeper: createDraftKeeper(client, scope) };
      const { draft } = await client.call('draft.read', { scope });
      isRestored.value = draft !== undefined;
      return draft && fromTeachDraft(draft);
    },
    keep: (teaching) => kept?.keeper.keep(toTeachDraft(teaching, intentId)),
    async drop() {
      isRestored.value = false;
      kept?.keeper.drop();
      if (kept) await client.call('draft.delete', { scope: kept.scope }).catch(() => undefined);
    },
    flush: () => kept?.keeper.flush(),
  };
}
