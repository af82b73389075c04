import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { isOpen } from '@/components/screens/job/job-phase';
import type { ErrorData } from '@/lib/errors/app-error';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import { ikcrmConnections } from '@/lib/messages/connections-of';
import type { CallOutput } from '@/lib/messages/extension-contract';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import type { WantedValues } from '@/lib/opportunities/difference';
import { createEditForm, type EditForm } from './edit-form';

export interface EditModel {
  form: EditForm;
  connections: ReadonlySignal<readonly IkcrmConnectionSummary[]>;
  connectionId: ReadonlySignal<string | undefined>;
  chooseConnection(id: string): void;
  /** Why the record cannot be edited now. */
  refusal: ReadonlySignal<ErrorData | undefined>;
  reading: Action;
  saving: Action;
  /** The job that this became, or that is at work on the record already. */
  jobId: ReadonlySignal<string | undefined>;
  isPreviewOpen: ReadonlySignal<boolean>;
  preview: ReadonlySignal<CallOutput<'crm.preview'> | undefined>;
  openPreview(isOpen: boolean): void;
  /** Reads the record; `kept` is what the person wants of it, all the same. */
  read(kept?: WantedValues, isFresh?: boolean): Promise<boolean>;
  /** Saves once; answers the first faulty field when there is one. */
  save(): Promise<string | undefined>;
  follow(jobId: string): void;
  /** From an ended job back to the form. */
  goOn(kept?: WantedValues): Promise<void>;
  start(): () => void;
}

/** The edit of one record, from reading it to the job that writes it. */
export function createEditModel(app: App, opportunityId: string): EditModel {
  const { client, ports, state, surface } = app;
  const form = createEditForm();
  const reading = createAction();
  const saving = createAction();
  const refusal = signal<ErrorData | undefined>(undefined);
  const chosen = signal<string | undefined>(undefined);
  const jobId = signal<string | undefined>(undefined);
  const isPreviewOpen = signal(false);
  const preview = signal<CallOutput<'crm.preview'> | undefined>(undefined);
  const connections = computed(() => ikcrmConnections(state.value.connections));
  const connectionId = computed(
    () => connections.value.find(({ id }) => id === chosen.value)?.id ?? connections.value[0]?.id,
  );
  const isLocked = computed(() => state.value.vault.state === 'locked');
  // One confirmed intention is one job, however often the button is pressed.
  let intentId = ports.newIntentId();

  async function read(kept?: WantedValues, isFresh = false): Promise<boolean> {
    const id = connectionId.value;
    if (id === undefined) return false;
    return reading.run(async () => {
      const answer = await client.call('crm.read', { connectionId: id, opportunityId, isFresh });
      form.begin(answer.opportunity, answer.knowledge, kept);
      refusal.value = answer.refusal;
      intentId = ports.newIntentId();
    });
  }

  return {
    form,
    connections,
    connectionId,
    chooseConnection(id) {
      chosen.value = id;
      void read();
    },
    refusal,
    reading,
    saving,
    jobId,
    isPreviewOpen,
    preview,
    openPreview(isNowOpen) {
      isPreviewOpen.value = isNowOpen;
    },
    read,
    async save() {
      const before = form.before.value;
      const id = connectionId.value;
      const [issue] = form.issues.value;
      if (issue) return issue.field;
      if (!before || id === undefined || form.changes.value.length === 0) return undefined;
      await saving.run(async () => {
        const source = surface === 'panel' ? 'panel' : 'popup';
        const wanted = { ...form.wanted.value };
        const asked = { connectionId: id, intentId, source, before, wanted, origin: 'person' } as const;
        const created = await client.call('crm.edit', copyOf(asked));
        await app.refresh();
        jobId.value = created.jobId;
      });
      return undefined;
    },
    follow(next) {
      jobId.value = next;
    },
    async goOn(kept) {
      jobId.value = undefined;
      await read(kept);
    },
    start() {
      const atWork = state.value.jobs.find(
        (job) => job.operation === updateOpportunity.id && job.subject === opportunityId && isOpen(job),
      );
      if (atWork) jobId.value = atWork.id;
      const endReading = effect(() => {
        if (isLocked.value || connectionId.value === undefined || jobId.value !== undefined) return;
        untracked(() => {
          if (!form.before.value) void read();
        });
      });
      const endPreview = effect(() => {
        const before = form.before.value;
        const id = connectionId.value;
        const wanted = { ...form.wanted.value };
        if (!isPreviewOpen.value || !before || id === undefined || form.changes.value.length === 0) {
          preview.value = undefined;
          return;
        }
        const asked = copyOf({ connectionId: id, before, wanted });
        void client.call('crm.preview', asked).then(
          (answer) => {
            preview.value = answer;
          },
          () => {
            preview.value = undefined;
          },
        );
      });
      return () => {
        endReading();
        endPreview();
      };
    },
  };
}

/** As a message carries it: plain lists, which the record's type only promises not to change. */
export function copyOf<T>(value: T): Mutable<T> {
  return structuredClone(value) as Mutable<T>;
}

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;
