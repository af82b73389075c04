import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { createJobModel, type JobModel } from '@/components/screens/job/job-model';
import type { CrmEdit } from '@/lib/messages/crm-contract';
import type { CallOutput } from '@/lib/messages/extension-contract';
import type { WantedValues } from '@/lib/opportunities/difference';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import { copyOf } from './edit-model';
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
  undo(): Promise<string | undefined>;
  /** Saves again on top of what others did; answers the new job. */
  saveOver(now: Opportunity, wanted: WantedValues): Promise<string | undefined>;
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

  async function create(before: Opportunity, wanted: WantedValues, origin: CrmEdit['origin']) {
    let created: string | undefined;
    await acting.run(async () => {
      const connectionId = edit.value?.connectionId;
      if (connectionId === undefined) return;
      const source = surface === 'panel' ? 'panel' : 'popup';
      const asked = copyOf({ connectionId, intentId, source, before, wanted, origin } as const);
      created = (await client.call('crm.edit', asked)).jobId;
      intentId = ports.newIntentId();
      plan.value = undefined;
      await app.refresh();
    });
    return created;
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
    saveOver: (now, wanted) => create(now, wanted, edit.value?.origin ?? 'person'),
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
