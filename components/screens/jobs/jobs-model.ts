import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { isOpen, needsPerson } from '@/components/screens/job/job-phase';
import type { JobSummary } from '@/lib/messages/app-state';

export type JobFilter = 'all' | 'open' | 'attention';

export interface JobsModel {
  filter: Signal<JobFilter>;
  /** An operation's id; empty for all. */
  operation: Signal<string>;
  /** What is looked for over all jobs; empty for none. */
  search: Signal<string>;
  /** Newest first: what was read, with what the worker has told since. */
  jobs: ReadonlySignal<readonly JobSummary[]>;
  /** What the filters leave, without drafts. */
  shown: ReadonlySignal<readonly JobSummary[]>;
  drafts: ReadonlySignal<readonly JobSummary[]>;
  isLoaded: ReadonlySignal<boolean>;
  hasMore: ReadonlySignal<boolean>;
  loading: Action;
  loadMore(): Promise<boolean>;
  start(): () => void;
}

const settleMs = 300;

export function createJobsModel({ state, client }: App): JobsModel {
  const filter = signal<JobFilter>('all');
  const operation = signal('');
  const search = signal('');
  const read = signal<readonly JobSummary[]>([]);
  const found = signal<readonly JobSummary[] | undefined>(undefined);
  const isLoaded = signal(false);
  const more = signal(false);
  const loading = createAction();
  const told = computed(() => new Map(state.value.jobs.map((job) => [job.id, job])));
  const jobs = computed(() =>
    // What was found stays what was found, in its last version.
    found.value
      ? found.value.map((job) => told.value.get(job.id) ?? job)
      : newestFirst([...read.value, ...state.value.jobs]),
  );
  const matching = computed(() =>
    jobs.value.filter(
      (job) => filters[filter.value](job) && (operation.value === '' || job.operation === operation.value),
    ),
  );
  const loadMore = () =>
    loading.run(async () => {
      const oldest = read.value.at(-1);
      const page = await client.call('job.list', oldest ? { before: oldest.id } : {});
      batch(() => {
        read.value = [...read.value, ...page.jobs];
        more.value = page.more;
        isLoaded.value = true;
      });
    });
  const lookFor = (text: string) =>
    loading.run(async () => {
      const answer = await client.call('job.search', { text });
      if (search.peek().trim() === text) found.value = answer.jobs;
    });

  return {
    filter,
    operation,
    search,
    jobs,
    shown: computed(() => matching.value.filter((job) => job.state !== 'draft')),
    drafts: computed(() => matching.value.filter((job) => job.state === 'draft')),
    isLoaded,
    // What is open or undecided is told whole, however old: there is no more of it to read.
    hasMore: computed(() => more.value && !found.value && filter.value === 'all'),
    loading,
    loadMore,
    start() {
      void loadMore();
      return effect(() => {
        const text = search.value.trim();
        if (text === '') {
          found.value = undefined;
          return undefined;
        }
        const timer = setTimeout(() => void lookFor(text), settleMs);
        return () => clearTimeout(timer);
      });
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
