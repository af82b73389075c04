import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { JobSummary } from '@/lib/messages/app-state';

export interface FoundJob {
  /** As the worker last told it or, where it is older than what is told, as it was read. */
  summary: ReadonlySignal<JobSummary | undefined>;
  loadError: ReadonlySignal<ErrorData | undefined>;
  start(): () => void;
}

/** Finds a job by its id, to know which screen it has. */
export function findJob({ state, client }: App, jobId: string): FoundJob {
  const read = signal<JobSummary | undefined>(undefined);
  const loadError = signal<ErrorData | undefined>(undefined);
  // What is told no longer is still what it was.
  let last: JobSummary | undefined;
  const summary = computed(() => {
    last = state.value.jobs.find(({ id }) => id === jobId) ?? last ?? read.value;
    return last;
  });
  return {
    summary,
    loadError,
    start() {
      if (!summary.peek())
        void client.call('job.read', { jobId }).then(
          (detail) => {
            read.value = detail.summary;
          },
          (thrown) => {
            loadError.value = toErrorData(thrown);
          },
        );
      return () => undefined;
    },
  };
}

/** Whether it has the screens of many rows: every draft, what has more than one row, and what such a job led to. */
export function hasManyRows({ state, total, retryOf, undoOf }: JobSummary): boolean {
  const isLinked = retryOf !== undefined || undoOf !== undefined;
  return state === 'draft' || state === 'preparing' || total > 1 || isLinked;
}
