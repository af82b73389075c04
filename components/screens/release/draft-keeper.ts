import type { Client } from '@/lib/messages/client';
import type { Draft } from '@/lib/messages/extension-contract';

export interface DraftKeeper {
  /** Saves soon; what comes later in the meantime replaces it. */
  keep(draft: Draft): void;
  /** Saves now what is waiting to be saved: the surface is closing. */
  flush(): void;
  /** Forgets what is waiting: it was submitted. */
  drop(): void;
}

const settleMs = 300;

/** Writes a form's draft down behind the typing. A failure is left alone: the form still holds everything, and the next change tries again. */
export function createDraftKeeper(client: Client, scope: string): DraftKeeper {
  let waiting: Draft | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    const draft = waiting;
    waiting = undefined;
    if (draft) void client.call('draft.save', { scope, draft }).catch(() => undefined);
  }

  return {
    flush,
    keep(draft) {
      waiting = draft;
      clearTimeout(timer);
      timer = setTimeout(flush, settleMs);
    },
    drop() {
      waiting = undefined;
      clearTimeout(timer);
    },
  };
}

/** A draft's longest text: what is longer takes several. */
const partLength = 4000;

/** A text as a draft can hold it, in its order; an empty one is one empty part. */
export function partsOf(text: string): string[] {
  const count = Math.max(1, Math.ceil(text.length / partLength));
  return Array.from({ length: count }, (_, at) => text.slice(at * partLength, (at + 1) * partLength));
}

/** Drafts of the release form are kept by the opportunity they are about. */
export function releaseScope(opportunityId: string): string {
  return `release:${opportunityId}`;
}
