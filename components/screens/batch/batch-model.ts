import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { createDraftKeeper } from '@/components/screens/release/draft-keeper';
import { createPreviewModel, type PreviewModel } from '@/components/screens/release/preview-model';
import type { TopConnectionSummary } from '@/lib/messages/app-state';
import { topConnections } from '@/lib/messages/connections-of';
import type { CallInput, Draft } from '@/lib/messages/extension-contract';

/** What a form of several rows would send. */
export type BatchContent = Pick<CallInput<'job.create'>, 'rows' | 'shared' | 'channel'>;

/** What a form holds, as it was entered. */
export type BatchEntry = Pick<Draft, 'values' | 'rows' | 'channel'>;

/** A form of several rows, whatever they are. */
export interface BatchForm {
  /** Trimmed, without what is empty. */
  content: ReadonlySignal<BatchContent>;
  isValid: ReadonlySignal<boolean>;
  /** Shows every issue; answers the id of the first faulty control. */
  checkAll(): string | undefined;
  entered(): BatchEntry;
  /** Whether anything was entered that would be missed. */
  isTouched(): boolean;
  fill(entry: BatchEntry): void;
}

export interface BatchModel {
  preview: PreviewModel;
  isReady: ReadonlySignal<boolean>;
  isDraftRestored: ReadonlySignal<boolean>;
  /** The key of the job's only request, before anything is written. */
  intentId: ReadonlySignal<string>;
  connections: ReadonlySignal<readonly TopConnectionSummary[]>;
  connectionId: ReadonlySignal<string | undefined>;
  chooseConnection(id: string): void;
  job: ReadonlySignal<{ jobId: string; wasThere: boolean } | undefined>;
  submitting: Action;
  /** Submits once; answers the id of the first faulty control when there is one. */
  submit(): Promise<string | undefined>;
  /** Forgets what was entered. */
  clear(): Promise<void>;
  /** A new intention with what all rows shared; the rows are done. */
  startAnother(): void;
  start(): () => void;
  saveNow(): void;
}

export interface BatchModelParts {
  operation: string;
  /** Where its draft is kept. */
  scope: string;
  form: BatchForm;
  /** What a new form begins with. */
  blank(): BatchEntry;
}

/** From a form of several rows to the job that it becomes; its draft and dry run are kept in step. */
export function createBatchModel(app: App, { operation, scope, form, blank }: BatchModelParts): BatchModel {
  const { state, client, ports, surface } = app;
  const keeper = createDraftKeeper(client, scope);
  const submitting = createAction();
  const isReady = signal(false);
  const isDraftRestored = signal(false);
  const intentId = signal(ports.newIntentId());
  const chosenConnection = signal<string | undefined>(undefined);
  const job = signal<{ jobId: string; wasThere: boolean } | undefined>(undefined);
  const source: Draft['source'] = surface === 'panel' ? 'panel' : 'popup';

  const connections = computed(() => topConnections(state.value.connections));
  const connectionId = computed(
    () => connections.value.find(({ id }) => id === chosenConnection.value)?.id ?? connections.value[0]?.id,
  );
  const request = computed(() =>
    connectionId.value !== undefined && form.isValid.value && !job.value
      ? { operation, connectionId: connectionId.value, intentId: intentId.value, ...form.content.value }
      : undefined,
  );
  const preview = createPreviewModel(client, request);

  function keepDraft(): void {
    keeper.keep({ ...form.entered(), intentId: intentId.value, source });
  }

  async function open(): Promise<void> {
    // A form without its draft is still a form.
    const kept = await client.call('draft.read', { scope }).then(
      (read) => read.draft,
      () => undefined,
    );
    batch(() => {
      intentId.value = kept?.intentId ?? ports.newIntentId();
      form.fill(kept ?? blank());
      isDraftRestored.value = kept !== undefined;
      job.value = undefined;
      submitting.forget();
      isReady.value = true;
    });
  }

  async function create(): Promise<void> {
    const asked = request.value;
    if (!asked) return;
    keeper.drop();
    const { jobId, created } = await client.call('job.create', { ...asked, source });
    job.value = { jobId, wasThere: !created };
    await app.refresh();
  }

  return {
    preview,
    isReady,
    isDraftRestored,
    intentId,
    connections,
    connectionId,
    chooseConnection: (id) => {
      chosenConnection.value = id;
    },
    job,
    submitting,
    async submit() {
      const faulty = form.checkAll();
      if (faulty !== undefined || job.value) return faulty;
      if (!(await submitting.run(create))) keepDraft();
      preview.openIfRequired(submitting.error.value);
      return undefined;
    },
    async clear() {
      keeper.drop();
      await client.call('draft.delete', { scope });
      await open();
    },
    startAnother: () =>
      batch(() => {
        const { rows: _, ...shared } = form.entered();
        intentId.value = ports.newIntentId();
        form.fill(shared);
        isDraftRestored.value = false;
        job.value = undefined;
      }),
    saveNow: keeper.flush,
    start() {
      void open();
      const endPreview = preview.start();
      const endDraft = effect(() => {
        const isTouched = form.isTouched();
        void form.content.value;
        if (isReady.value && !job.value && isTouched) keepDraft();
      });
      return () => {
        endPreview();
        endDraft();
        keeper.flush();
      };
    },
  };
}
