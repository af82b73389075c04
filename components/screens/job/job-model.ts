import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { JobSummary } from '@/lib/messages/app-state';
import type { CallInput, CallOutput, JobDetail } from '@/lib/messages/extension-contract';
import { type JobPhase, phaseOf } from './job-phase';

export type Choice = CallInput<'job.decide'>['choice'];
export type JournalEntry = CallOutput<'journal.read'>['entries'][number];

export interface JobModel {
  jobId: string;
  /** As the worker last told it, or as it was read. */
  summary: ReadonlySignal<JobSummary | undefined>;
  /** Rows, attempts and outcomes; behind the summary by one reading. */
  detail: ReadonlySignal<JobDetail | undefined>;
  entries: ReadonlySignal<readonly JournalEntry[]>;
  phase: ReadonlySignal<JobPhase | undefined>;
  /** Whole seconds until it leaves. */
  secondsLeft: ReadonlySignal<number>;
  secondsTotal: ReadonlySignal<number>;
  loadError: ReadonlySignal<ErrorData | undefined>;
  /** True once calling off was tried and it had left already. */
  isTooLate: ReadonlySignal<boolean>;
  acting: Action;
  callOff(): Promise<boolean>;
  resume(): Promise<boolean>;
  cancel(): Promise<boolean>;
  decide(index: number, choice: Choice): Promise<boolean>;
  /** Starts following the job; answers a function that ends it. */
  start(): () => void;
}

/** One job, followed. `withJournal` reads its journal entries as well. */
export function createJobModel(app: App, jobId: string, { withJournal = false } = {}): JobModel {
  const { state, now, client, refresh } = app;
  const detail = signal<JobDetail | undefined>(undefined);
  const entries = signal<readonly JournalEntry[]>([]);
  const loadError = signal<ErrorData | undefined>(undefined);
  const isTooLate = signal(false);
  const acting = createAction();

  const told = computed(() => state.value.jobs.find(({ id }) => id === jobId));
  const summary = computed(() => told.value ?? detail.value?.summary);
  // The clock is read only while it decides something, so that a settled job lets it rest.
  const phase = computed(() => summary.value && phaseOf(summary.value, summary.value.state === 'held' ? now.value : 0));

  async function load(): Promise<void> {
    try {
      const read = await client.call('job.read', { jobId });
      detail.value = read;
      if (withJournal) entries.value = (await client.call('journal.read', { jobId })).entries;
      loadError.value = undefined;
    } catch (thrown) {
      loadError.value = toErrorData(thrown);
    }
  }

  const act = (work: () => Promise<void>) =>
    acting.run(async () => {
      await work();
      await refresh();
      await load();
    });

  return {
    jobId,
    summary,
    detail,
    entries,
    phase,
    secondsLeft: computed(() => secondsUntil(summary.value, now.value)),
    secondsTotal: computed(() => secondsUntil(summary.value, summary.value?.createdAt ?? 0)),
    loadError,
    isTooLate,
    acting,
    callOff: () =>
      act(async () => {
        const { calledOff } = await client.call('job.callOff', { jobId });
        isTooLate.value = !calledOff;
      }),
    resume: () => act(async () => void (await client.call('job.resume', { jobId }))),
    cancel: () => act(async () => void (await client.call('job.cancel', { jobId }))),
    decide: (index, choice) => act(async () => void (await client.call('job.decide', { jobId, index, choice }))),
    start: () =>
      effect(() => {
        // Read anew whenever the worker tells of a change in this job.
        void JSON.stringify(told.value);
        untracked(() => void load());
      }),
  };
}

function secondsUntil(job: JobSummary | undefined, from: number): number {
  return job?.state === 'held' ? Math.max(0, Math.ceil((job.heldUntil - from) / 1000)) : 0;
}
