import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { createJobModel, type JobModel } from '@/components/screens/job/job-model';
import type { CrmEdit } from '@/lib/messages/crm-contract';
import type { CallOutput } from '@/lib/messages/extension-contract';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import type { WantedValues } from '@/lib/opportunities/difference';
import type { FollowUp } from '@/lib/opportunities/follow-up';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import { copyOf } from './copy-of';
import type { MadeJob } from './edit-model';
import { keepForForm } from './keep-for-form';
import type { Knowledge } from './show-value';

export type UndoPlan = CallOutput<'crm.planUndo'>;

export interface EditJobModel {
  job: JobModel;
  /** What was asked and what became of it; behind the job by one reading. */
  edit: ReadonlySignal<CrmEdit | undefined>;
  /** For the names of options; absent where it could not be had. */
  knowledge: ReadonlySignal<Knowledge | undefined>;
  acting: Action;
  plan: ReadonlySignal<UndoPlan | undefined>;
  /** What can be put back, by the record as it is now. */
  planUndo(): Promise<boolean>;
  dropPlan(): void;
  /** Puts back what the plan says; answers the new job. */
  undo(): Promise<MadeJob | undefined>;
  /** Saves again on top of what others did; answers the new job. */
  saveOver(now: Opportunity, wanted: WantedValues): Promise<MadeJob | undefined>;
  /** The follow-up that was to come after the edit and did not. */
  unsent: ReadonlySignal<FollowUp | undefined>;
  /** Writes it all the same, as a job of its own. */
  writeUnsent(): Promise<boolean>;
  /** Keeps what is not saved as the form's draft: it is there when the form opens. */
  keepForEditing(wanted?: WantedValues): Promise<boolean>;
  start(): () => void;
}

/** One edit's job, with what it asked and what became of it. */
export function createEditJobModel(app: App, jobId: string): EditJobModel {
  const { client, ports, surface } = app;
  const job = createJobModel(app, jobId);
  const edit = signal<CrmEdit | undefined>(undefined);
  const plan = signal<UndoPlan | undefined>(undefined);
  const knowledge = signal<Knowledge | undefined>(undefined);
  const acting = createAction();
  const source = surface === 'panel' ? 'panel' : 'popup';
  const unsent = computed(() => (edit.value?.followUpJobId ? undefined : edit.value?.followUp));
  // One confirmed intention is one job: these are made anew only when one of them has become a job.
  let intentId = ports.newIntentId();

  async function load(): Promise<void> {
    const { edit: read } = await client.call('crm.readEdit', { jobId });
    edit.value = read;
    if (!read || knowledge.value) return;
    const { connectionId, before } = read;
    const asked = { connectionId, templateId: before.customFieldTemplateId };
    knowledge.value = (await client.call('crm.readKnowledge', asked)).knowledge;
  }

  async function create(before: Opportunity, wanted: WantedValues, origin: CrmEdit['origin'], followUp?: FollowUp) {
    let made: MadeJob | undefined;
    await acting.run(async () => {
      const connectionId = edit.value?.connectionId;
      if (connectionId === undefined) return;
      const content = copyOf({ before, wanted, ...(followUp ? { followUp } : {}) });
      const created = await client.call('crm.edit', { ...content, connectionId, intentId, source, origin });
      made = { jobId: created.jobId, operation: updateOpportunity.id };
      intentId = ports.newIntentId();
      plan.value = undefined;
      await app.refresh();
    });
    return made;
  }

  return {
    job,
    edit,
    knowledge,
    acting,
    plan,
    planUndo: () =>
      acting.run(async () => {
        plan.value = await client.call('crm.planUndo', { jobId });
      }),
    dropPlan() {
      plan.value = undefined;
    },
    async undo() {
      const { now, restore } = plan.value ?? {};
      return now && restore ? create(now, restore, 'undo') : undefined;
    },
    saveOver: (now, wanted) => create(now, wanted, edit.value?.origin ?? 'person', unsent.value),
    unsent,
    writeUnsent: () =>
      acting.run(async () => {
        const asked = edit.value;
        if (!asked || !unsent.value) return;
        const content = copyOf({ before: recordAfter(asked), followUp: unsent.value });
        const { connectionId } = asked;
        await client.call('crm.followUp', { ...content, connectionId, afterJobId: jobId, intentId, source });
        intentId = ports.newIntentId();
        await app.refresh();
        await load();
      }),
    keepForEditing: (chosen) =>
      acting.run(async () => {
        const asked = edit.value;
        if (!asked) return;
        const wanted = chosen ?? (isUnsaved(asked) ? asked.wanted : {});
        const { connectionId, before } = asked;
        await keepForForm(app, { connectionId, before, wanted, followUp: unsent.value });
      }),
    start() {
      const endJob = job.start();
      const endEdit = effect(() => {
        void JSON.stringify(job.summary.value);
        untracked(() => void load().catch(() => undefined));
      });
      return () => {
        endJob();
        endEdit();
      };
    },
  };
}

/** Whether nothing of it stands in the record. */
function isUnsaved({ outcome }: CrmEdit): boolean {
  return !outcome || ['conflict', 'not-editable', 'invalid', 'refused', 'not-processed'].includes(outcome.kind);
}

/** The record as it was last seen. */
function recordAfter({ outcome, before }: CrmEdit): Opportunity {
  if (outcome && 'after' in outcome && outcome.after) return outcome.after;
  return outcome && 'now' in outcome ? outcome.now : before;
}
