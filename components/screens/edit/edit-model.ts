import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { isOpen, phaseOf } from '@/components/screens/job/job-phase';
import { pressedOn } from '@/components/screens/opportunity/pressed-on';
import { readPageOf } from '@/components/screens/release/page-of';
import { isDryRunRequired } from '@/components/screens/release/preview-model';
import type { ErrorData } from '@/lib/errors/app-error';
import type { IkcrmConnectionSummary, JobSummary } from '@/lib/messages/app-state';
import { ikcrmConnections } from '@/lib/messages/connections-of';
import type { CallOutput } from '@/lib/messages/extension-contract';
import { crmOf, type RecordPlace } from '@/lib/messages/record-place';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import { followUpOperation, isCrmJob } from '@/lib/opportunities/crm-job';
import { copyOf } from './copy-of';
import { createEditForm, type EditForm } from './edit-form';
import { createFollowUpForm, type FollowUpForm } from './follow-up-form';
import { createKeptEdit, type KeptEdit } from './kept-edit';

/** The job that this became, or that is at work on the record already. */
export interface MadeJob {
  jobId: string;
  operation: string;
}

export interface EditModel {
  form: EditForm;
  followUp: FollowUpForm;
  kept: KeptEdit;
  connections: ReadonlySignal<readonly IkcrmConnectionSummary[]>;
  connectionId: ReadonlySignal<string | undefined>;
  /** Nothing says which of several CRMs the opportunity is in: the person does. */
  mustChoose: ReadonlySignal<boolean>;
  chooseConnection(id: string): void;
  /** Why the record cannot be edited now. */
  refusal: ReadonlySignal<ErrorData | undefined>;
  reading: Action;
  saving: Action;
  job: ReadonlySignal<MadeJob | undefined>;
  /** The latest job on the record that left something unsaved, while nothing stands in the form. */
  unsaved: ReadonlySignal<MadeJob | undefined>;
  /** The person lets what that job left be. */
  leaveUnsaved(jobId: string): void;
  isPreviewOpen: ReadonlySignal<boolean>;
  preview: ReadonlySignal<CallOutput<'crm.preview'> | undefined>;
  openPreview(isOpen: boolean): void;
  /** Whether there is anything to save. */
  canSave: ReadonlySignal<boolean>;
  /** Reads the record; what was typed stays, held against the record as it is now. */
  read(isFresh?: boolean): Promise<boolean>;
  /** Saves once; answers the id of the first control with something to mend. */
  save(): Promise<string | undefined>;
  /** Another intention for what is typed, where another window has used this one; held against the record as it is now. */
  renew(): Promise<boolean>;
  /** Forgets what was typed. */
  discard(): Promise<void>;
  follow(job: MadeJob): void;
  /** From a job that is over back to the form, which reads the record anew. */
  goOn(): void;
  start(): () => void;
}

/** Until a person is asked instead. */
const pageHeadStartMs = 1000;

/** The edit of one record, from reading it to the job that writes it. */
export function createEditModel(app: App, opportunityId: string): EditModel {
  const { client, state, surface } = app;
  const form = createEditForm();
  const followUp = createFollowUpForm(form);
  const kept = createKeptEdit(app, opportunityId, { form, followUp });
  const reading = createAction();
  const saving = createAction();
  const refusal = signal<ErrorData | undefined>(undefined);
  const chosen = signal<string | undefined>(undefined);
  const job = signal<MadeJob | undefined>(undefined);
  /** Whether the job on the screen is what was typed here: what was typed beside somebody else's job is kept. */
  const isOurs = signal(false);
  const seen = signal<ReadonlySet<string>>(new Set());
  const isPreviewOpen = signal(false);
  const preview = signal<CallOutput<'crm.preview'> | undefined>(undefined);
  const connections = computed(() => ikcrmConnections(state.value.connections));
  const place = signal<RecordPlace | undefined>(undefined);
  // One that was chosen and is gone makes room for no other: the form holds its record.
  const connectionId = computed(() =>
    chosen.value === undefined
      ? crmOf(state.value.connections, place.value ?? {})?.id
      : connections.value.find(({ id }) => id === chosen.value)?.id,
  );
  const isLocked = computed(() => state.value.vault.state === 'locked');
  // A record that cannot be edited may still have a follow-up.
  const canSave = computed(() =>
    form.changes.value.length > 0 ? refusal.value === undefined : followUp.followUp.value !== undefined,
  );
  const ours = computed(() =>
    state.value.jobs.filter(
      ({ subject, connection, operation }) =>
        subject === opportunityId && connection.id === connectionId.value && isCrmJob(operation),
    ),
  );
  const asked = computed(() => {
    const before = form.before.value;
    const via = connectionId.value;
    if (!before || via === undefined || !canSave.value) return undefined;
    const written = followUp.followUp.value;
    const wanted = { ...form.wanted.value };
    return copyOf({ connectionId: via, before, wanted, ...(written ? { followUp: written } : {}) });
  });

  function clear(): void {
    batch(() => {
      form.clear();
      followUp.fill({});
      refusal.value = undefined;
      saving.forget();
    });
  }

  async function read(isFresh = false): Promise<boolean> {
    return reading.run(async () => {
      for (let id = connectionId.value; id !== undefined; id = connectionId.value) {
        const answer = await client.call('crm.read', { connectionId: id, opportunityId, isFresh });
        const typed = await kept.load(id);
        // Another connection was chosen meanwhile.
        if (connectionId.value !== id) continue;
        batch(() => {
          chosen.value = id;
          form.begin(answer.opportunity, answer.knowledge, typed?.wanted);
          followUp.fill(typed?.followUp ?? {});
          kept.compare(typed);
          refusal.value = answer.refusal;
        });
        return true;
      }
      return false;
    });
  }

  /** A page that takes its time is not waited for; what it says after all counts until a connection is chosen. */
  async function readPlace(): Promise<void> {
    const reading = readPageOf(app, opportunityId).catch(() => undefined);
    await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, pageHeadStartMs))]);
    place.value = {};
    place.value = (await reading) ?? {};
  }

  function faultyControl(): string | undefined {
    const conflict = kept.undecided.value;
    if (conflict) return `typed-${conflict.field}`;
    const [issue] = form.issues.value;
    if (issue) return `edit-${issue.field}`;
    const [written] = followUp.issues.value;
    return written && `follow-up-${written.field}`;
  }

  async function create(): Promise<void> {
    const content = asked.value;
    if (!content) return;
    kept.saveNow();
    const source = surface === 'panel' ? 'panel' : 'popup';
    const intent = { ...content, intentId: kept.intentId(), source } as const;
    const { wanted, followUp: written, ...shared } = intent;
    const isEdit = form.changes.value.length > 0;
    const created =
      isEdit || !written
        ? await client.call('crm.edit', { ...intent, origin: 'person' })
        : await client.call('crm.followUp', { ...shared, followUp: written });
    await app.refresh();
    isOurs.value = created.created;
    job.value = { jobId: created.jobId, operation: isEdit ? updateOpportunity.id : followUpOperation };
  }

  return {
    form,
    followUp,
    kept,
    connections,
    connectionId,
    mustChoose: computed(
      () => connectionId.value === undefined && (chosen.value !== undefined || place.value !== undefined),
    ),
    chooseConnection(id) {
      kept.saveNow();
      // At once, so that what was typed is not taken for the other connection's.
      batch(() => {
        clear();
        chosen.value = id;
      });
    },
    refusal,
    reading,
    saving,
    job,
    unsaved: computed(() => {
      if (form.changes.value.length > 0 || followUp.followUp.value) return undefined;
      // What came later of the same kind has taken its place.
      const latest = ours.value.filter(
        ({ operation }, index, all) => all.findIndex((one) => one.operation === operation) === index,
      );
      const shown = latest.filter((one) => phaseOf(one, 0) === 'failed' && !seen.value.has(one.id));
      return shown.map(madeOf)[0];
    }),
    leaveUnsaved(jobId) {
      seen.value = new Set([...seen.value, jobId]);
    },
    isPreviewOpen,
    preview,
    openPreview(isNowOpen) {
      isPreviewOpen.value = isNowOpen;
    },
    canSave,
    read,
    async save() {
      const faulty = faultyControl();
      if (faulty === undefined && canSave.value) await saving.run(create);
      if (isDryRunRequired(saving.error.value)) isPreviewOpen.value = true;
      return faulty;
    },
    renew() {
      kept.renew();
      saving.forget();
      return read(true);
    },
    async discard() {
      clear();
      if (connectionId.value !== undefined) await kept.forget(connectionId.value);
      await read();
    },
    follow(next) {
      job.value = next;
    },
    goOn() {
      const isTyped = form.changes.value.length > 0 || followUp.followUp.value !== undefined;
      // Where nothing is typed here, what is kept counts, and is not to be typed over before it was read.
      if (isOurs.value || !isTyped) clear();
      isOurs.value = false;
      job.value = undefined;
      saving.forget();
      if (!isLocked.value) void read(true);
    },
    start() {
      const pressed = pressedOn.peek();
      if (pressed?.opportunityId === opportunityId) place.value = pressed;
      else if (connectionId.value === undefined) void readPlace();
      const endFollowing = effect(() => {
        void connectionId.value;
        const atWork = ours.peek().find(isOpen);
        if (atWork) job.value = madeOf(atWork);
      });
      const endReading = effect(() => {
        if (isLocked.value || connectionId.value === undefined || job.value !== undefined) return;
        untracked(() => {
          if (!form.before.value) void read();
        });
      });
      const endKeeping = kept.start({ connectionId, isOver: () => saving.isBusy.value || isOurs.value });
      const endPreview = effect(() => {
        const shown = isPreviewOpen.value ? asked.value : undefined;
        if (!shown) {
          preview.value = undefined;
          return;
        }
        void client.call('crm.preview', shown).then(
          (answer) => {
            if (asked.value === shown) preview.value = answer;
          },
          () => {
            preview.value = undefined;
          },
        );
      });
      return () => {
        endFollowing();
        endReading();
        endKeeping();
        endPreview();
      };
    },
  };
}

function madeOf({ id, operation }: JobSummary): MadeJob {
  return { jobId: id, operation };
}
