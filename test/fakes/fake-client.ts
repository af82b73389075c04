import { type Signal, signal } from '@preact/signals';
import type { App, Ports } from '@/components/app/app';
import { AppError } from '@/lib/errors/app-error';
import type { AppState } from '@/lib/messages/app-state';
import type { Client } from '@/lib/messages/client';
import type { CallInput, CallName, CallOutput, Draft, JobDetail } from '@/lib/messages/extension-contract';
import type { TabContext } from '@/lib/messages/page-context';
import { createSealer } from '@/lib/messages/sealer';
import { createFakeJobHandlers } from './fake-jobs';
import { fakeNow, fakeState } from './fake-state';

type Row = JobDetail['rows'][number];

export type Handlers = { [N in CallName]?: (input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> };

/** A worker without a browser: it keeps what it is told and answers as the real one would. */
export interface FakeWorker {
  client: Client;
  state: Signal<AppState>;
  drafts: Map<string, Draft>;
  /** What `tab.read` answers. */
  tab: TabContext;
  /** Every call so far, in order. */
  calls: { name: CallName; input: unknown }[];
  intents: Map<string, string>;
  rows: Map<string, Record<string, string>>;
  outcomes: Map<string, { state: Row['state']; outcome: NonNullable<Row['outcome']> }>;
  attempts: Map<string, Row['attempts']>;
  clock(): number;
  /** Changes the state, as the worker's news would. */
  change(part: Partial<AppState>): void;
  /** Answers calls differently from now on; what throws is thrown at the caller. */
  answer(handlers: Handlers): void;
  callsOf<N extends CallName>(name: N): CallInput<N>[];
}

export function createFakeWorker(state: Partial<AppState> = {}, clock: () => number = () => fakeNow): FakeWorker {
  const handlers: Handlers = {};
  const worker: FakeWorker = {
    client: {
      async call<N extends CallName>(name: N, input: CallInput<N>) {
        worker.calls.push({ name, input });
        const handler = handlers[name];
        if (!handler) throw new AppError('bug', { reason: `no fake answers ${name}` });
        return structuredClone(await handler(structuredClone(input))) as CallOutput<N>;
      },
    },
    state: signal(fakeState(state)),
    drafts: new Map(),
    tab: { state: 'none', granted: false },
    calls: [],
    intents: new Map(),
    rows: new Map(),
    outcomes: new Map(),
    attempts: new Map(),
    clock,
    change(part) {
      worker.state.value = { ...worker.state.value, ...part };
    },
    answer: (others) => void Object.assign(handlers, others),
    callsOf: <N extends CallName>(name: N) =>
      worker.calls.filter((call) => call.name === name).map(({ input }) => input as CallInput<N>),
  };
  worker.answer({ ...createFakeJobHandlers(worker), ...createFakeSettings(worker), ...createFakeDrafts(worker) });
  return worker;
}

function createFakeDrafts(worker: FakeWorker): Handlers {
  return {
    'app.read': () => worker.state.value,
    'app.wake': () => ({}),
    'tab.read': () => worker.tab,
    'draft.read': ({ scope }) => {
      const draft = worker.drafts.get(scope);
      return draft ? { draft } : {};
    },
    'draft.save': ({ scope, draft }) => {
      worker.drafts.set(scope, draft);
      return {};
    },
    'draft.delete': ({ scope }) => {
      worker.drafts.delete(scope);
      return {};
    },
    'journal.read': () => ({ entries: [], newest: 0 }),
    'journal.verify': () => ({ entries: 0 }),
    'panel.followed': () => {
      worker.change({ panelWish: undefined });
      return {};
    },
  };
}

/** The passphrase that opens the fake worker's vault. */
export const fakePassphrase = 'correct horse battery';

function createFakeSettings(worker: FakeWorker): Handlers {
  const sealer = createSealer(crypto);
  const vault = (change: Partial<AppState['vault']>) => {
    worker.change({ vault: { ...worker.state.value.vault, ...change } });
    return {};
  };
  return {
    'vault.create': ({ mode }) => vault({ state: 'unlocked', mode }),
    'vault.sealKey': () => sealer.publicKey(),
    'vault.unlock': async ({ passphrase }) => {
      if (passphrase && (await sealer.open(passphrase)) !== fakePassphrase)
        throw new AppError('invalid-input', { reason: 'wrong-passphrase' });
      return vault({ state: 'unlocked' });
    },
    'vault.lock': () => vault({ state: 'locked' }),
    'vault.change': ({ mode }) => vault({ mode }),
    'vault.reset': () => vault({ state: 'absent', mode: undefined }),
    'preferences.save': (preferences) => {
      worker.change({ preferences });
      return {};
    },
    'defaults.save': (saved) => {
      worker.change(saved);
      return {};
    },
    'site.wish': () => ({}),
    'site.unwish': () => ({}),
    'site.enable': (site) => {
      worker.change({ sites: [...worker.state.value.sites, site] });
      return {};
    },
    'site.disable': ({ origin }) => {
      worker.change({ sites: worker.state.value.sites.filter((site) => site.origin !== origin) });
      return {};
    },
  };
}

export type FakeApp = App & { worker: FakeWorker; now: Signal<number>; ports: Ports };

/** A surface's app over a fake worker. Ports do nothing but what is given; time stands still until `now` is set. */
export function createFakeApp(
  worker: FakeWorker = createFakeWorker(),
  { surface = 'popup', ports = {} }: { surface?: App['surface']; ports?: Partial<Ports> } = {},
): FakeApp {
  const now = signal(worker.clock());
  let intents = 0;
  const refused = async () => {
    throw new Error('this port is not given');
  };
  return {
    worker,
    surface,
    state: worker.state,
    client: worker.client,
    now,
    isSilent: signal(false),
    refresh: async () => undefined,
    ports: {
      activeTab: async () => ({ tabId: 7, windowId: 1 }),
      watchActiveTab: () => () => undefined,
      requestOrigins: async () => true,
      requestNotifications: async () => true,
      mayNotify: async () => false,
      openPanel: refused,
      openOptions: refused,
      stayWithTab: () => () => undefined,
      copyText: refused,
      saveFile: () => undefined,
      clock: () => now.value,
      newIntentId() {
        intents += 1;
        return `INTENT${String(intents).padStart(4, '0')}`;
      },
      ...ports,
    },
  };
}
