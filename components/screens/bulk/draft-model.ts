import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { CallInput, CallOutput } from '@/lib/messages/extension-contract';
import { type ColumnsForm, createColumnsForm } from './columns-form';
import { createPreflightModel, type PreflightModel } from './preflight-model';

export type Draft = CallOutput<'bulk.read'>;
export type DraftPreview = CallOutput<'bulk.preview'>;

export interface DraftModel {
  jobId: string;
  draft: ReadonlySignal<Draft | undefined>;
  loadError: ReadonlySignal<ErrorData | undefined>;
  columns: ColumnsForm;
  preflight: PreflightModel;
  /** Columns and values are being written down. */
  saving: Action;
  running: Action;
  /** The exact first request of the draft as it is now. */
  preview: ReadonlySignal<DraftPreview | undefined>;
  previewing: Action;
  /** Rows that would go. */
  ready: ReadonlySignal<number>;
  /** Why it cannot run yet; undefined when it can. */
  obstacle: ReadonlySignal<Obstacle | undefined>;
  /** Writes columns and values down, if they were changed; the rows are looked at anew then. */
  save(): Promise<boolean>;
  showPreview(): Promise<boolean>;
  run(): Promise<boolean>;
  discard(): Promise<boolean>;
  start(): () => void;
}

/** What stands between a draft and its run, the first thing first. */
export type Obstacle = 'reading' | 'checking' | 'shared' | 'faulty' | 'no-rows' | 'too-many' | 'preview' | 'locked';

export function createDraftModel(app: App, jobId: string): DraftModel {
  const { client, state, refresh } = app;
  const draft = signal<Draft | undefined>(undefined);
  const loadError = signal<ErrorData | undefined>(undefined);
  const preview = signal<DraftPreview | undefined>(undefined);
  const saving = createAction();
  const running = createAction();
  const previewing = createAction();
  const columns = createColumnsForm();
  const preflight = createPreflightModel(client, jobId, { changed: load });
  /** When the latest of the other jobs came or ended: its rows may be in this table. */
  const latestOther = computed(() =>
    Math.max(
      0,
      ...state.value.jobs
        .filter((job) => job.id !== jobId && job.state !== 'draft')
        .flatMap(({ createdAt, finishedAt = 0 }) => [createdAt, finishedAt]),
    ),
  );
  const told = computed(() => state.value.jobs.find(({ id }) => id === jobId));

  async function load(): Promise<void> {
    try {
      const read = await client.call('bulk.read', { jobId });
      columns.learn(read);
      draft.value = read;
      loadError.value = undefined;
    } catch (thrown) {
      loadError.value = toErrorData(thrown);
    }
  }

  async function configure(change: Omit<CallInput<'bulk.configure'>, 'jobId'>): Promise<void> {
    await client.call('bulk.configure', { jobId, ...change });
    columns.saved();
    await refresh();
    await load();
  }

  const ready = computed(() => {
    const { total = 0, faulty = 0, excluded = 0 } = draft.value?.import ?? {};
    return total - faulty - excluded;
  });

  return {
    jobId,
    draft,
    loadError,
    columns,
    preflight,
    saving,
    running,
    previewing,
    // What was shown of another revision is not what would be sent.
    preview: computed(() => (preview.value?.revision === draft.value?.revision ? preview.value : undefined)),
    ready,
    obstacle: computed(() => draft.value && findObstacle(draft.value, ready.value, state.value.vault.state)),
    async save() {
      const change = columns.changes.peek();
      return change === undefined || saving.run(() => configure(change));
    },
    showPreview: () =>
      previewing.run(async () => {
        preview.value = await client.call('bulk.preview', { jobId });
        await load();
      }),
    run: () =>
      running.run(async () => {
        await client.call('bulk.run', { jobId, revision: draft.peek()?.revision ?? 0 });
        await refresh();
      }),
    discard: () =>
      running.run(async () => {
        await client.call('bulk.discard', { jobId });
        await refresh();
      }),
    start() {
      const end = effect(() => {
        // Read anew whenever the worker tells of a change, such as rows that it has looked at.
        void JSON.stringify(told.value);
        untracked(() => void load());
      });
      const endRows = preflight.follow(draft);
      const endOthers = effect(() => {
        void latestOther.value;
        // Without it the rows are as they were looked at; what was done since is still not done twice.
        void client.call('bulk.refresh', { jobId }).catch(() => undefined);
      });
      return () => {
        end();
        endOthers();
        endRows();
        // Leaving loses nothing; a failure is left alone, since the next look begins with what is stored.
        const change = columns.changes.peek();
        if (change) void client.call('bulk.configure', { jobId, ...change }).catch(() => undefined);
      };
    },
  };
}

function findObstacle(draft: Draft, ready: number, vault: string): Obstacle | undefined {
  const { phase, faulty, excluded, total } = draft.import;
  if (phase === 'reading') return 'reading';
  if (phase === 'checking') return 'checking';
  if (draft.sharedIssues.length > 0) return 'shared';
  if (faulty > 0) return 'faulty';
  if (total - excluded <= 0) return 'no-rows';
  if (draft.mostRows !== undefined && draft.mostRows > 0 && ready > draft.mostRows) return 'too-many';
  if (draft.mustPreview && !draft.isPreviewed) return 'preview';
  return vault === 'unlocked' ? undefined : 'locked';
}
