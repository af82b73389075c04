import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import type { CallOutput } from '@/lib/messages/extension-contract';

export type JournalEntry = CallOutput<'journal.read'>['entries'][number];

export interface JournalModel {
  /** Newest first. */
  entries: ReadonlySignal<readonly JournalEntry[]>;
  isLoaded: ReadonlySignal<boolean>;
  hasMore: ReadonlySignal<boolean>;
  loading: Action;
  verifying: Action;
  verification: ReadonlySignal<CallOutput<'journal.verify'> | undefined>;
  loadOlder(): Promise<boolean>;
  /** Reads what was written since; while something is being read, right after it. */
  loadNewer(): Promise<boolean>;
  /** What failed to load, once more. */
  retry(): Promise<boolean>;
  verify(): Promise<boolean>;
  /** Reads what is new whenever the worker tells of a change; answers a function that ends it. */
  start(): () => void;
}

export function createJournalModel({ client, state }: App): JournalModel {
  const entries = signal<readonly JournalEntry[]>([]);
  const isLoaded = signal(false);
  const hasMore = signal(false);
  const verification = signal<CallOutput<'journal.verify'> | undefined>(undefined);
  const loading = createAction();
  const verifying = createAction();

  let retry = loadNewer;
  // Told of a change while reading: the page under way may have been read before it was written.
  let isBehind = false;

  async function load(work: () => Promise<void>): Promise<boolean> {
    const isLoaded = await loading.run(work);
    if (!isBehind) return isLoaded;
    isBehind = false;
    await loadNewer();
    return isLoaded;
  }

  async function loadOlder(): Promise<boolean> {
    if (loading.isBusy.peek()) return false;
    retry = loadOlder;
    return load(async () => {
      const oldest = entries.value.at(-1);
      const page = await client.call('journal.read', oldest ? { before: oldest.sequence } : {});
      entries.value = [...entries.value, ...page.entries];
      hasMore.value = page.more;
      isLoaded.value = true;
    });
  }

  async function loadNewer(): Promise<boolean> {
    if (loading.isBusy.peek()) {
      isBehind = true;
      return false;
    }
    retry = loadNewer;
    return load(async () => {
      const newest = entries.value[0]?.sequence ?? 0;
      const page = await client.call('journal.read', {});
      const newer = page.entries.filter(({ sequence }) => sequence > newest);
      // More has been written than one page holds: begin anew rather than show a list with a gap.
      const hasGap = newer.length === page.entries.length && page.more;
      entries.value = hasGap ? page.entries : [...newer, ...entries.value];
      if (hasGap || !isLoaded.value) hasMore.value = page.more;
      isLoaded.value = true;
    });
  }

  return {
    entries,
    isLoaded,
    hasMore,
    loading,
    verifying,
    verification,
    loadOlder,
    loadNewer,
    retry: () => retry(),
    verify: () =>
      verifying.run(async () => {
        verification.value = undefined;
        verification.value = await client.call('journal.verify', {});
      }),
    start: () =>
      effect(() => {
        void state.value;
        untracked(() => void loadNewer());
      }),
  };
}
