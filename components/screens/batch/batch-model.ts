import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { type ConnectionChoice, createConnectionChoice } from '@/components/screens/release/connection-choice';
import { createDraftKeeper } from '@/components/screens/release/draft-keeper';
import { createPreviewModel, type PreviewModel } from '@/components/screens/release/preview-model';
import { toErrorData } from '@/lib/errors/app-error';
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
  /** Rows of its content, by their place. */
  takeOut(places: readonly number[]): void;
  /** The intention is another one now: what derives from the one before becomes its own. */
  renew(before: string): void;
}

export interface BatchModel extends ConnectionChoice {
  preview: PreviewModel;
  isReady: ReadonlySignal<boolean>;
  isDraftRestored: ReadonlySignal<boolean>;
  /** The key of the job's only request, before anything is written. */
  intentId: ReadonlySignal<string>;
  job: ReadonlySignal<{ jobId: string; wasThere: boolean } | undefined>;
  submitting: Action;
  /** Submits once; answers the id of the first faulty control when there is one. */
  submit(): Promise<string | undefined>;
  /** Where in the form's content rows stand that another job has. */
  overlap: ReadonlySignal<readonly number[]>;
  /** Takes those out; where another window has used the intention, the rest becomes another one. */
  resolve(): void;
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
  const { client, ports, surface } = app;
  const keeper = createDraftKeeper(client, scope);
  const submitting = createAction();
  const isReady = signal(false);
  const isDraftRestored = signal(false);
  const intentId = signal(ports.newIntentId());
  const job = signal<{ jobId: string; wasThere: boolean } | undefined>(undefined);
  const source: Draft['source'] = surface === 'panel' ? 'panel' : 'popup';

  const choice = createConnectionChoice(app);
  const { connectionId, chosenConnection } = choice;
  // As texts: the form may be changed while it is told of them.
  const refused = signal<ReadonlySet<string>>(new Set());
  const overlap = computed(() =>
    form.content.value.rows.flatMap((row, place) => (refused.value.has(JSON.stringify(row)) ? [place] : [])),
  );
  let filledConnection: string | undefined;
  const request = computed(() =>
    connectionId.value !== undefined && form.isValid.value && !job.value
      ? { operation, connectionId: connectionId.value, intentId: intentId.value, ...form.content.value }
      : undefined,
  );
  const preview = createPreviewModel(client, request);

  function keepDraft(): void {
    keeper.keep({ ...form.entered(), intentId: intentId.value, source, connectionId: chosenConnection.value });
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
      if (kept?.connectionId !== undefined) chosenConnection.value = kept.connectionId;
      filledConnection = chosenConnection.value;
      isDraftRestored.value = kept !== undefined;
      job.value = undefined;
      submitting.forget();
      isReady.value = true;
    });
  }

  async function create(): Promise<void> {
    const asked = request.value;
    if (!asked) return;
    // On disk while it is not known what becomes of it; what becomes a job is no draft any more.
    keeper.flush();
    const { jobId, created } = await client.call('job.create', { ...asked, source }).catch((thrown: unknown) => {
      const places = toErrorData(thrown).detail.overlap?.rows ?? [];
      refused.value = new Set(places.map((place) => JSON.stringify(asked.rows[place])));
      throw thrown;
    });
    job.value = { jobId, wasThere: !created };
    await app.refresh();
  }

  return {
    preview,
    isReady,
    isDraftRestored,
    intentId,
    ...choice,
    job,
    submitting,
    async submit() {
      const faulty = form.checkAll();
      if (faulty !== undefined || job.value) return faulty;
      if (!(await submitting.run(create))) keepDraft();
      preview.openIfRequired(submitting.error.value);
      return undefined;
    },
    overlap,
    resolve() {
      const before = intentId.value;
      const isUsed = submitting.error.value?.detail.reason === 'intent-used';
      batch(() => {
        form.takeOut(overlap.value);
        if (isUsed) {
          intentId.value = ports.newIntentId();
          form.renew(before);
        }
        submitting.forget();
      });
      keepDraft();
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
        filledConnection = chosenConnection.value;
        isDraftRestored.value = false;
        job.value = undefined;
      }),
    saveNow: keeper.flush,
    start() {
      void open();
      const endPreview = preview.start();
      const endDraft = effect(() => {
        const isTouched = form.isTouched() || chosenConnection.value !== filledConnection;
        void form.content.value;
        // While it is being submitted it is not yet known whether it stays a draft.
        if (isReady.value && !job.value && !submitting.isBusy.value && isTouched) keepDraft();
      });
      return () => {
        endPreview();
        endDraft();
        keeper.flush();
      };
    },
  };
}
