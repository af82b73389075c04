import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import type { JournalEntry, JournalFilter } from '@/lib/messages/journal-contract';
import { createExportModel, type ExportModel } from './export-model';
import { dayFaultOf, type FilterFields, noFilter, toFilter } from './filter-fields';
import { createVerifyModel, type VerifyModel } from './verify-model';

export type { JournalEntry };

export interface JournalModel {
  fields: ReadonlySignal<FilterFields>;
  /** What is asked for; undefined: everything. */
  filter: ReadonlySignal<JournalFilter | undefined>;
  /** Newest first. */
  entries: ReadonlySignal<readonly JournalEntry[]>;
  /** Something can be said of what there is: entries were found, or the whole journal was looked through. */
  isLoaded: ReadonlySignal<boolean>;
  hasMore: ReadonlySignal<boolean>;
  /** Entries in the journal, and those of them that were looked at so far. */
  total: ReadonlySignal<number>;
  examined: ReadonlySignal<number>;
  loading: Action;
  exporting: ExportModel;
  verifying: VerifyModel;
  /** Asks for something else, at once; days that cannot be are not asked for. */
  change(part: Partial<FilterFields>): Promise<boolean>;
  loadOlder(): Promise<boolean>;
  /** Reads what was written since; while something is being read, right after it. */
  loadNewer(): Promise<boolean>;
  /** What failed to load, once more. */
  retry(): Promise<boolean>;
  /** Reads what is new whenever the worker tells of a change; answers a function that ends it. */
  start(): () => void;
}

/** Entries that one press brings, as many as the worker hands out at once. */
const pageSize = 50;

export function createJournalModel(app: App): JournalModel {
  const { client, state } = app;
  const fields = signal(noFilter);
  const filter = signal<JournalFilter | undefined>(undefined);
  const entries = signal<readonly JournalEntry[]>([]);
  const next = signal<number | undefined>(undefined);
  const newest = signal<number | undefined>(undefined);
  const isLoaded = signal(false);
  const loading = createAction();

  let retry = begin;
  // What is to be done after the call that is under way: its answer may be of no use, or not the newest any more.
  let isStale = false;
  let isBehind = false;

  async function load(again: () => Promise<boolean>, work: () => Promise<void>): Promise<boolean> {
    retry = again;
    const isDone = await loading.run(work);
    if (isStale) return begin();
    if (isBehind) await loadNewer();
    return isDone;
  }

  /** From the newest entry downwards, until a page is full or everything was looked at. */
  async function begin(): Promise<boolean> {
    if (loading.isBusy.peek()) {
      isStale = true;
      return false;
    }
    isStale = false;
    isBehind = false;
    batch(() => {
      entries.value = [];
      next.value = undefined;
      newest.value = undefined;
      isLoaded.value = false;
    });
    return load(begin, fill);
  }

  async function fill(): Promise<void> {
    const full = entries.value.length + pageSize;
    do {
      const asked = filter.value;
      const page = await client.call('journal.read', { before: next.value, filter: asked });
      if (isStale) return;
      batch(() => {
        entries.value = [...entries.value, ...page.entries];
        newest.value ??= page.newest;
        next.value = page.next;
        isLoaded.value = entries.value.length > 0 || page.next === undefined;
      });
    } while (next.value !== undefined && entries.value.length < full);
  }

  async function loadOlder(): Promise<boolean> {
    return loading.isBusy.peek() ? false : load(loadOlder, fill);
  }

  async function loadNewer(): Promise<boolean> {
    if (loading.isBusy.peek()) {
      isBehind = true;
      return false;
    }
    isBehind = false;
    const after = newest.value;
    if (after === undefined) return begin();
    return load(loadNewer, async () => {
      const page = await client.call('journal.read', { after, filter: filter.value });
      // More has been written than one call reads: begin anew rather than show a list with a gap.
      if (page.next !== undefined) isStale = true;
      if (isStale) return;
      batch(() => {
        entries.value = [...page.entries, ...entries.value];
        newest.value = page.newest;
      });
    });
  }

  return {
    fields,
    filter,
    entries,
    isLoaded,
    hasMore: computed(() => next.value !== undefined),
    total: computed(() => newest.value ?? 0),
    examined: computed(() => (newest.value === undefined ? 0 : newest.value + 1 - (next.value ?? 1))),
    loading,
    exporting: createExportModel(app),
    verifying: createVerifyModel(app),
    async change(part) {
      fields.value = { ...fields.value, ...part };
      if (dayFaultOf(fields.value)) return false;
      const wanted = toFilter(fields.value);
      if (JSON.stringify(wanted) === JSON.stringify(filter.value)) return false;
      filter.value = wanted;
      return begin();
    },
    loadOlder,
    loadNewer,
    retry: () => retry(),
    start: () =>
      effect(() => {
        void state.value;
        untracked(() => void loadNewer());
      }),
  };
}
