import { batch, computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { enableSite } from '@/components/app/enable-site';
import { isOpen } from '@/components/screens/job/job-phase';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { JobSummary } from '@/lib/messages/app-state';
import type { CallOutput } from '@/lib/messages/extension-contract';
import type { TabContext } from '@/lib/messages/page-context';
import { mayBeOf } from '@/lib/messages/record-place';
import { listedBeside } from './pressed-on';

export type HistoryEntry = CallOutput<'job.history'>['entries'][number];

export interface OpportunityModel {
  /** Undefined while the page is being read for the first time. */
  tab: ReadonlySignal<TabContext | undefined>;
  host: ReadonlySignal<string | undefined>;
  error: ReadonlySignal<ErrorData | undefined>;
  /** What was done here with this opportunity, newest first. */
  history: ReadonlySignal<readonly HistoryEntry[]>;
  /** The job that is at work on it or waits for a decision about it. */
  openJob: ReadonlySignal<JobSummary | undefined>;
  /** That job, also after it ended while it was looked at, so that its outcome is seen. */
  shownJobId: ReadonlySignal<string | undefined>;
  /** Other jobs that are not over. */
  otherJobs: ReadonlySignal<readonly JobSummary[]>;
  typedId: Signal<string>;
  isTypedIdFaulty: ReadonlySignal<boolean>;
  /** The id to go on with; undefined, and faulty from then on, when it is none. */
  takeTypedId(): Promise<string | undefined>;
  enabling: Action;
  /** Always read this site; call it first thing in a click. */
  enableSite(): Promise<boolean>;
  read(): Promise<void>;
  /** Reads the page and follows its changes; answers a function that ends it. */
  start(): () => void;
}

/** Most pages answer within that, without a flash of emptiness. */
const staleAfterMs = 250;

/** Of the page beside it, or of the id that was asked for. */
export function createOpportunityModel(app: App, askedId?: string): OpportunityModel {
  const { client, ports, state } = app;
  const tab = signal<TabContext | undefined>(undefined);
  const error = signal<ErrorData | undefined>(undefined);
  const history = signal<readonly HistoryEntry[]>([]);
  const typedId = signal(askedId && !isId(askedId) ? askedId : '');
  const isTypedIdFaulty = signal(typedId.peek() !== '');
  const enabling = createAction();
  const opportunityId = computed(() => tab.value?.context?.opportunityId);
  const host = computed(() => hostOf(tab.value?.origin));
  /** The same number on another site is another opportunity. */
  const record = computed(() => opportunityId.value && `${tab.value?.origin} ${opportunityId.value}`);
  const openJob = computed(() =>
    state.value.jobs.find(
      (job) =>
        job.subject === opportunityId.value &&
        isOpen(job) &&
        isOfPage({ operation: job.operation, connectionId: job.connection.id }),
    ),
  );
  const seen = signal<{ record: string | undefined; jobId: string } | undefined>(undefined);
  const shownJobId = computed(() => {
    const remembered = seen.value?.record === record.value ? seen.value?.jobId : undefined;
    return openJob.value?.id ?? remembered;
  });
  let latestReading = 0;
  let historyOf: string | undefined;

  function isOfPage(done: { operation: string; connectionId: string | undefined }): boolean {
    return mayBeOf(tab.value ?? {}, state.value.connections, done);
  }

  async function read(): Promise<void> {
    latestReading += 1;
    const reading = latestReading;
    // What another page said must not stand over this one while it takes its time.
    const forgetting = setTimeout(() => {
      if (reading === latestReading) tab.value = undefined;
    }, staleAfterMs);
    try {
      const next = await readTab(app, askedId).finally(() => clearTimeout(forgetting));
      // Another tab may have come to the front meanwhile.
      if (reading !== latestReading) return;
      batch(() => {
        tab.value = next;
        error.value = undefined;
        if (record.value !== historyOf) history.value = [];
        historyOf = record.value;
      });
      await readHistory(reading);
    } catch (thrown) {
      if (reading === latestReading) error.value = toErrorData(thrown);
    }
  }

  async function readHistory(reading: number): Promise<void> {
    const subject = opportunityId.value;
    const asked = record.value;
    const entries = subject === undefined ? [] : (await client.call('job.history', { subject })).entries;
    if (reading !== latestReading || asked !== record.value) return;
    history.value = entries.filter(({ operation, connectionId }) => isOfPage({ operation, connectionId }));
  }

  return {
    tab,
    host,
    error,
    history,
    openJob,
    shownJobId,
    otherJobs: computed(() => state.value.jobs.filter((job) => isOpen(job) && job.id !== shownJobId.value)),
    typedId,
    isTypedIdFaulty,
    async takeTypedId() {
      const id = typedId.value.trim();
      const { checkOpportunityId } = await import('@/components/app/late-screens');
      isTypedIdFaulty.value = checkOpportunityId(id) !== undefined;
      return isTypedIdFaulty.value ? undefined : id;
    },
    enabling,
    enableSite: () =>
      enabling.run(async () => {
        const origin = tab.value?.origin;
        if (origin === undefined) return;
        await enableSite(app, origin);
        await read();
      }),
    read,
    start() {
      void read();
      const endWatch = ports.watchActiveTab(() => void read());
      const endFollow = effect(() => {
        const job = openJob.value;
        if (job) seen.value = { record: record.value, jobId: job.id };
        // What was done here has grown when a job began, moved or ended.
        void JSON.stringify(job?.counts);
        untracked(() => void readHistory(latestReading).catch(() => undefined));
      });
      return () => {
        endWatch();
        endFollow();
      };
    },
  };
}

async function readTab({ client, ports }: App, askedId: string | undefined): Promise<TabContext> {
  // No page speaks for it: nothing is known but the id, and whose it is where a record beside it led here.
  if (askedId !== undefined) {
    const { ids, ...place } = listedBeside.peek();
    return isId(askedId)
      ? {
          ...{ state: 'found', granted: true, context: { opportunityId: askedId, rule: '' } },
          ...(ids.includes(askedId) && place),
        }
      : { state: 'none', granted: true };
  }
  const active = await ports.activeTab();
  return active ? client.call('tab.read', { tabId: active.tabId }) : { state: 'restricted', granted: false };
}

function isId(text: string): boolean {
  return /^\d{1,32}$/.test(text);
}

function hostOf(origin: string | undefined): string | undefined {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
}
