import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { isOpen, needsPerson } from '@/components/screens/job/job-phase';
import type { JobSummary } from '@/lib/messages/app-state';

export type JobFilter = 'all' | 'open' | 'attention';

export interface JobsModel {
  filter: Signal<JobFilter>;
  /** Newest first: what was read, with what the worker has told since. */
  jobs: ReadonlySignal<readonly JobSummary[]>;
  shown: ReadonlySignal<readonly JobSummary[]>;
  isLoaded: ReadonlySignal<boolean>;
  hasMore: ReadonlySignal<boolean>;
  loading: Action;
  loadMore(): Promise<boolean>;
  start(): () => void;
}

export function createJobsModel({ state, client }: App): JobsModel {
  const filter = signal<JobFilter>('all');
  const read = signal<readonly JobSummary[]>([]);
  const isLoaded = signal(false);
  const hasMore = signal(false);
  const loading = createAction();
  const jobs = computed(() => newestFirst([...read.value, ...state.value.jobs]));
  const loadMore = () =>
    loading.run(async () => {
      const oldest = read.value.at(-1);
      const page = await client.call('job.list', oldest ? { before: oldest.id } : {});
      read.value = [...read.value, ...page.jobs];
      hasMore.value = page.more;
      isLoaded.value = true;
    });

  return {
    filter,
    jobs,
    shown: computed(() => jobs.value.filter(filters[filter.value])),
    isLoaded,
    hasMore,
    loading,
    loadMore,
    start() {
      void loadMore();
      return () => undefined;
    },
  };
}

const filters: Readonly<Record<JobFilter, (job: JobSummary) => boolean>> = {
  all: () => true,
  open: isOpen,
  attention: needsPerson,
};

/** Each job once, in its last version. */
function newestFirst(versions: readonly JobSummary[]): JobSummary[] {
  const byId = new Map(versions.map((job) => [job.id, job]));
  return [...byId.values()].sort((one, other) => other.createdAt - one.createdAt);
}
