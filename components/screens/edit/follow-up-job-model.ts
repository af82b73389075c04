import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { createJobModel, type JobModel } from '@/components/screens/job/job-model';
import type { CrmFollowUp } from '@/lib/messages/crm-contract';
import { keepForForm } from './keep-for-form';
import type { Knowledge } from './show-value';

export interface FollowUpJobModel {
  job: JobModel;
  /** What was asked and what became of it; behind the job by one reading. */
  written: ReadonlySignal<CrmFollowUp | undefined>;
  knowledge: ReadonlySignal<Knowledge | undefined>;
  /** Keeps what was not written as the form's draft: it is there when the form opens. */
  keepForEditing(): Promise<boolean>;
  keeping: Action;
  start(): () => void;
}

/** One follow-up's job, with what it asked and what became of it. */
export function createFollowUpJobModel(app: App, jobId: string): FollowUpJobModel {
  const { client } = app;
  const job = createJobModel(app, jobId);
  const keeping = createAction();
  const written = signal<CrmFollowUp | undefined>(undefined);
  const knowledge = signal<Knowledge | undefined>(undefined);

  async function load(): Promise<void> {
    const { written: read } = await client.call('crm.readFollowUp', { jobId });
    written.value = read;
    if (!read || knowledge.value) return;
    knowledge.value = (await client.call('crm.readKnowledge', { connectionId: read.connectionId })).knowledge;
  }

  return {
    job,
    written,
    knowledge,
    keeping,
    keepForEditing: () =>
      keeping.run(async () => {
        if (!written.value) return;
        const { before, followUp, connectionId } = written.value;
        await keepForForm(app, { connectionId, before, wanted: {}, followUp });
      }),
    start() {
      const endJob = job.start();
      const endWritten = effect(() => {
        void JSON.stringify(job.summary.value);
        untracked(() => void load().catch(() => undefined));
      });
      return () => {
        endJob();
        endWritten();
      };
    },
  };
}
