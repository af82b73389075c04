import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import type { Choice } from '@/components/screens/job/job-model';
import { type JobPhase, phaseOf } from '@/components/screens/job/job-phase';
import { AppError } from '@/lib/errors/app-error';
import type { JobSummary } from '@/lib/messages/app-state';
import type { CallInput, CallOutput } from '@/lib/messages/extension-contract';
import { createRateMeter } from './rate-meter';
import { createRowPages, type RowPages } from './row-pages';

export type JobRow = CallOutput<'job.rows'>['rows'][number];
export type OutcomeFilter = NonNullable<CallInput<'job.rows'>['state']> | 'all';

export interface BulkJobModel {
  jobId: string;
  summary: ReadonlySignal<JobSummary>;
  phase: ReadonlySignal<JobPhase>;
  secondsLeft: ReadonlySignal<number>;
  secondsTotal: ReadonlySignal<number>;
  /** Rows that have come to an end. */
  done: ReadonlySignal<number>;
  /** Rows a second, as watched; undefined while too little was seen. */
  rate: ReadonlySignal<number | undefined>;
  /** Milliseconds until the last row, at this rate. */
  leftMs: ReadonlySignal<number | undefined>;
  /** Nothing is on its way and nothing may leave before `notBefore`. */
  isWaiting: ReadonlySignal<boolean>;
  isTooLate: ReadonlySignal<boolean>;
  pages: RowPages<JobRow, OutcomeFilter>;
  /** The row whose details are shown. */
  opened: ReadonlySignal<number | undefined>;
  acting: Action;
  toggle(index: number): void;
  callOff(): Promise<boolean>;
  pause(): Promise<boolean>;
  resume(): Promise<boolean>;
  cancel(): Promise<boolean>;
  decide(index: number, choice: Choice): Promise<boolean>;
  decideAll(choice: Choice): Promise<boolean>;
  /** Makes a draft of the failed rows, or of the cancelled ones; answers its job. */
  retry(rows: 'failed' | 'cancelled'): Promise<string | undefined>;
  /** Makes a draft that puts back what a job of edits changed; answers its job. */
  undo(): Promise<string | undefined>;
  start(): () => void;
}

const pageRows = 50;

/** A job of many rows from its confirmation on: counts as the worker tells them, rows a page at a time. */
export function createBulkJobModel(app: App, summary: ReadonlySignal<JobSummary>): BulkJobModel {
  const { now, client, refresh, ports, state } = app;
  const jobId = summary.peek().id;
  const acting = createAction();
  const isTooLate = signal(false);
  const opened = signal<number | undefined>(undefined);
  const rate = signal<number | undefined>(undefined);
  const meter = createRateMeter();
  const pages = createRowPages<JobRow, OutcomeFilter>(filterFor(summary.peek()), (filter, from) =>
    client.call('job.rows', { jobId, from, limit: pageRows, ...(filter !== 'all' && { state: filter }) }),
  );

  const phase = computed(() => phaseOf(summary.value, summary.value.state === 'held' ? now.value : 0));
  const done = computed(() => {
    const { total, counts } = summary.value;
    return total - counts.waiting - counts.sending;
  });
  const act = (work: () => Promise<unknown>) =>
    acting.run(async () => {
      const result = await work();
      await refresh();
      await pages.reload();
      return result;
    });
  const toDraft = async (make: () => Promise<{ jobId: string }>) => {
    let draftId: string | undefined;
    await acting.run(async () => {
      draftId = (await make()).jobId;
      await refresh();
    });
    return draftId;
  };

  return {
    jobId,
    summary,
    phase,
    secondsLeft: computed(() => Math.max(0, Math.ceil((summary.value.heldUntil - now.value) / 1000))),
    // Not since it was confirmed: writing its rows down takes a while, and only then is it held.
    secondsTotal: computed(() => Math.max(1, state.value.preferences.holdBackSeconds)),
    done,
    rate,
    leftMs: computed(() => {
      const { waiting, sending } = summary.value.counts;
      return rate.value === undefined ? undefined : ((waiting + sending) / rate.value) * 1000;
    }),
    isWaiting: computed(() => {
      const { state, counts, notBefore } = summary.value;
      return state === 'running' && counts.sending === 0 && counts.waiting > 0 && notBefore > now.value;
    }),
    isTooLate,
    pages,
    opened,
    acting,
    toggle(index) {
      opened.value = opened.peek() === index ? undefined : index;
    },
    callOff: () =>
      act(async () => {
        const { calledOff } = await client.call('job.callOff', { jobId });
        isTooLate.value = !calledOff;
      }),
    pause: () => act(() => client.call('job.pause', { jobId })),
    resume: () => act(() => client.call('job.resume', { jobId })),
    cancel: () => act(() => client.call('job.cancel', { jobId })),
    decide: (index, choice) => act(() => client.call('job.decide', { jobId, index, choice })),
    decideAll: (choice) =>
      acting.run(async () => {
        const { left } = await client.call('job.decideAll', { jobId, choice });
        await refresh();
        await pages.reload();
        if (left > 0) throw new AppError('conflict', { reason: 'sent-together' });
      }),
    retry: (rows) => toDraft(() => client.call('job.retryFailed', { jobId, rows })),
    undo: () => toDraft(() => client.call('bulk.undo', { jobId })),
    start() {
      let seen = '';
      const begunWith = pages.filter.peek();
      return effect(() => {
        const { state, counts } = summary.value;
        rate.value = state === 'running' ? meter.add({ at: ports.clock(), done: done.value }) : undefined;
        const told = JSON.stringify([state, counts]);
        if (told === seen) return;
        seen = told;
        untracked(() => {
          const wanted = filterFor(summary.peek());
          // Who watched it to its end sees what is left to do, unless they look at something of their own choice.
          const isTurn = state === 'finished' && pages.filter.peek() === begunWith && wanted !== begunWith;
          void (isTurn ? pages.show(wanted) : pages.reload());
        });
      });
    },
  };
}

/** What a person has to look at, if anything. */
function filterFor({ counts }: JobSummary): OutcomeFilter {
  if (counts.unknown > 0) return 'unknown';
  return counts.failed > 0 ? 'failed' : 'all';
}
