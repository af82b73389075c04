import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import type { ErrorData } from '@/lib/errors/app-error';
import type { ConnectionSummary } from '@/lib/messages/app-state';
import type { ImHistoryEntry, ImView } from '@/lib/messages/im-contract';

export interface ImSettingsModel {
  /** Those that can be asked. */
  connections: ReadonlySignal<readonly ConnectionSummary[]>;
  connectionId: ReadonlySignal<string>;
  /** Empty until there is one to ask for. */
  accountId: ReadonlySignal<string>;
  /** The accounts that were asked for through this connection. */
  accounts: ReadonlySignal<readonly string[]>;
  /** Whether what is kept here was looked up. */
  isLoaded: ReadonlySignal<boolean>;
  view: ReadonlySignal<ImView | undefined>;
  /** Why what is shown could not be renewed, or could not be had at all. */
  error: ReadonlySignal<ErrorData | undefined>;
  /** Newest first. */
  entries: ReadonlySignal<readonly ImHistoryEntry[]>;
  hasMore: ReadonlySignal<boolean>;
  refreshing: Action;
  /** Older changes. */
  loading: Action;
  changing: Action;
  isDefault: ReadonlySignal<boolean>;
  chooseConnection(id: string): void;
  chooseAccount(accountId: string): void;
  /** Asks the platform now. */
  refresh(): Promise<boolean>;
  loadOlder(): Promise<boolean>;
  makeDefault(): Promise<boolean>;
  /** Forgets what is kept of the account on the screen. */
  forget(): Promise<boolean>;
  /** Reads what is kept whenever the worker tells of a change; answers a function that ends it. */
  start(): () => void;
}

/** Which connection was looked through last is kept as other forms keep theirs. */
const scope = 'im-settings';

export function createImSettingsModel({ client, state, refresh: refreshState, ports, surface }: App): ImSettingsModel {
  const connections = computed(() => state.value.connections.filter(({ platform }) => platform === 'top'));
  const chosenConnection = signal<string | undefined>(undefined);
  const connectionId = computed(() => {
    const [first] = connections.value;
    const chosen = connections.value.find(({ id }) => id === chosenConnection.value);
    return (chosen ?? first)?.id ?? '';
  });
  const accountId = signal('');
  const accounts = signal<readonly string[]>([]);
  const isLoaded = signal(false);
  const view = signal<ImView | undefined>(undefined);
  const error = signal<ErrorData | undefined>(undefined);
  const entries = signal<readonly ImHistoryEntry[]>([]);
  const hasMore = signal(false);
  const [reading, refreshing, loading, changing] = [createAction(), createAction(), createAction(), createAction()];
  let isReading: Promise<void> | undefined;
  let isReadWanted = false;
  let restoring: Promise<void> | undefined;
  const subject = () => ({ connectionId: connectionId.peek(), accountId: accountId.peek() });
  const isShown = (asked: ReturnType<typeof subject>) =>
    asked.connectionId === connectionId.peek() && asked.accountId === accountId.peek();

  function clear(): void {
    batch(() => {
      view.value = undefined;
      error.value = undefined;
      entries.value = [];
      hasMore.value = false;
      isLoaded.value = false;
    });
  }

  async function restoreConnection(): Promise<void> {
    const { draft } = await client.call('draft.read', { scope }).catch(() => ({ draft: undefined }));
    chosenConnection.value ??= draft?.connectionId;
  }

  async function readOnce(): Promise<void> {
    await restoring;
    const { accounts: all } = await client.call('im.accounts', {});
    accounts.value = all.filter((one) => one.connectionId === connectionId.peek()).map((one) => one.accountId);
    if (accountId.peek() === '') accountId.value = state.peek().defaults.imAccountId || (accounts.value[0] ?? '');
    const asked = subject();
    const kept = isAskable(asked) ? (await client.call('im.read', asked)).view : undefined;
    const isNews = kept && (kept.version !== view.peek()?.version || entries.peek().length === 0);
    const history = isNews && kept.version > 0 ? await client.call('im.history', asked) : undefined;
    if (!isShown(asked)) return;
    batch(() => {
      const isNewer = kept && kept.version >= (view.peek()?.version ?? 0);
      view.value = kept;
      if (history) {
        const joined = isNewer ? joinHistory(history, { entries: entries.peek(), more: hasMore.peek() }) : history;
        entries.value = joined.entries;
        hasMore.value = joined.more;
      }
      isLoaded.value = true;
    });
  }

  /** What is kept here, locked or not, online or not. Told of something new meanwhile, it reads once more. */
  function readKept(): Promise<void> {
    isReadWanted = true;
    isReading ??= (async () => {
      while (isReadWanted) {
        isReadWanted = false;
        await reading.run(readOnce);
      }
      isReading = undefined;
    })();
    return isReading;
  }

  const ask = (force: boolean) =>
    refreshing.run(async () => {
      for (let asked = subject(); isAskable(asked); asked = subject()) {
        const answer = await client.call('im.refresh', { ...asked, force }).catch((thrown: unknown) => {
          if (isShown(asked)) throw thrown;
        });
        // Another account was chosen meanwhile: it is asked for next.
        if (!isShown(asked)) continue;
        error.value = answer?.error;
        await readKept();
        return;
      }
    });

  /** Shows what is kept at once, and asks behind it where that is old. */
  async function open(): Promise<void> {
    await readKept();
    await ask(false);
  }

  function show(change: () => void): void {
    batch(() => {
      change();
      clear();
    });
    void open();
  }

  return {
    connections,
    connectionId,
    accountId,
    accounts,
    isLoaded,
    view,
    error: computed(() =>
      [error, refreshing.error, reading.error, loading.error, changing.error].map(({ value }) => value).find(Boolean),
    ),
    entries,
    hasMore,
    refreshing,
    loading,
    changing,
    isDefault: computed(() => state.value.defaults.imAccountId === accountId.value),
    chooseConnection(id) {
      show(() => {
        chosenConnection.value = id;
        accountId.value = '';
      });
      const source = surface === 'panel' ? ('panel' as const) : ('popup' as const);
      const draft = { intentId: ports.newIntentId(), source, values: {}, connectionId: id };
      void client.call('draft.save', { scope, draft }).catch(() => undefined);
    },
    chooseAccount: (id) =>
      show(() => {
        accountId.value = id;
      }),
    refresh: () => ask(true),
    loadOlder: () =>
      loading.run(async () => {
        const asked = subject();
        const before = entries.peek().at(-1)?.version;
        const page = await client.call('im.history', before === undefined ? asked : { ...asked, before });
        if (!isShown(asked)) return;
        entries.value = [...entries.value, ...page.entries];
        hasMore.value = page.more;
      }),
    makeDefault: () =>
      changing.run(async () => {
        const { operator, defaults } = state.peek();
        await client.call('defaults.save', { operator, defaults: { ...defaults, imAccountId: accountId.peek() } });
        await refreshState();
      }),
    async forget() {
      const isForgotten = await changing.run(async () => {
        await client.call('im.forget', subject());
      });
      if (!isForgotten) return false;
      clear();
      accountId.value = accounts.peek().find((one) => one !== accountId.peek()) ?? '';
      await readKept();
      return true;
    },
    start() {
      let wasUnlocked = state.peek().vault.state === 'unlocked';
      restoring = restoreConnection();
      void open();
      return effect(() => {
        const isUnlocked = state.value.vault.state === 'unlocked';
        const isJustUnlocked = isUnlocked && !wasUnlocked;
        wasUnlocked = isUnlocked;
        // What could not be asked while it was locked is asked now; nothing else asks by itself, or a failure would
        // ask again without end.
        untracked(() => void (isJustUnlocked ? open() : readKept()));
      });
    },
  };
}

type History = { entries: readonly ImHistoryEntry[]; more: boolean };

/** The newest changes before those that were read already, where none is missing between them. */
function joinHistory(newest: History, read: History): History {
  const oldest = newest.entries.at(-1)?.version ?? 0;
  const older = read.entries.filter(({ version }) => version < oldest);
  const isWhole = older[0]?.version === oldest - 1;
  return isWhole ? { entries: [...newest.entries, ...older], more: read.more } : newest;
}

function isAskable({ connectionId, accountId }: { connectionId: string; accountId: string }): boolean {
  return connectionId !== '' && isAccountId(accountId);
}

/** As the platform's numbers are: no sign, no leading zero, at most 19 digits. */
export function isAccountId(text: string): boolean {
  return /^[1-9]\d{0,18}$/.test(text);
}
