import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { bulkOperation } from '@/components/screens/bulk/bulk-operations';
import type { CallOutput } from '@/lib/messages/extension-contract';
import { draftOfRows, type ListedRow, type SelectionOperation, selectionOperations } from './draft-of-rows';

type Listed = CallOutput<'tab.rows'>;
/** `own`: chosen here one by one, whatever the page ticks. */
export type Choice = 'ticked' | 'all' | 'own';

export interface SelectionModel {
  /** What the page shows now; undefined until it was read. */
  listed: ReadonlySignal<Listed | undefined>;
  choice: ReadonlySignal<Choice>;
  chosen: ReadonlySignal<readonly ListedRow[]>;
  /** Those that there is a connection for, and that the page's rule lets apply. */
  operations: ReadonlySignal<readonly SelectionOperation[]>;
  /** The page had changed when a draft was asked for: what is shown is new, and nothing was made of it. */
  hasChanged: ReadonlySignal<boolean>;
  making: Action;
  choose(choice: Choice): void;
  toggle(id: string): void;
  /** Makes a draft of what is chosen, if the page still shows it so; answers its job. */
  make(operation: SelectionOperation): Promise<string | undefined>;
  /** Follows the page; answers a function that ends it. */
  start(): () => void;
}

/** The rows that the page in the tab shows, and which of them are chosen. It is bound to the page: what leaves it leaves the choice. */
export function createSelectionModel(app: App): SelectionModel {
  const { client, ports, state } = app;
  const listed = signal<Listed | undefined>(undefined);
  const choice = signal<Choice>('ticked');
  const own = signal<ReadonlySet<string>>(new Set());
  const hasChanged = signal(false);
  const making = createAction();
  let page: string | undefined;
  let latest = 0;

  const chosen = computed(() => {
    const rows = listed.value?.rows ?? [];
    if (choice.value === 'all') return rows;
    return rows.filter(({ id, isTicked }) => (choice.value === 'own' ? own.value.has(id) : isTicked));
  });

  /** `from`: the tab and the site in it; the same number on another site is another opportunity. */
  function take(next: Listed, from: string | undefined): void {
    batch(() => {
      if (from !== page) {
        choice.value = 'ticked';
        own.value = new Set();
      }
      page = from;
      listed.value = next;
      const there = new Set(next.rows.map(({ id }) => id));
      own.value = new Set([...own.peek()].filter((id) => there.has(id)));
    });
  }

  function ofSite(id: SelectionOperation) {
    return listed.value?.operations?.find(({ operation }) => operation === id);
  }

  async function read(): Promise<void> {
    latest += 1;
    const reading = latest;
    const tab = await ports.activeTab();
    const next: Listed = tab ? await client.call('tab.rows', { tabId: tab.tabId }) : { total: 0, rows: [] };
    if (reading === latest) take(next, tab && `${tab.tabId} ${next.origin}`);
  }

  return {
    listed,
    choice,
    chosen,
    operations: computed(() =>
      selectionOperations.filter(
        (id) =>
          state.value.connections.some(({ platform }) => platform === bulkOperation(id).declaration.platform) &&
          (!listed.value?.operations || ofSite(id) !== undefined),
      ),
    ),
    hasChanged,
    making,
    choose(next) {
      batch(() => {
        hasChanged.value = false;
        if (next === 'own') own.value = new Set(chosen.peek().map(({ id }) => id));
        choice.value = next;
      });
    },
    toggle(id) {
      batch(() => {
        hasChanged.value = false;
        const next = new Set(chosen.peek().map((row) => row.id));
        if (!next.delete(id)) next.add(id);
        own.value = next;
        choice.value = 'own';
      });
    },
    async make(operation) {
      let jobId: string | undefined;
      await making.run(async () => {
        const shown = JSON.stringify([page, chosen.peek(), ofSite(operation)]);
        await read();
        hasChanged.value = JSON.stringify([page, chosen.peek(), ofSite(operation)]) !== shown;
        if (hasChanged.value || chosen.peek().length === 0) return false;
        jobId = await draftOfRows(app, operation, chosen.peek(), ofSite(operation));
        return true;
      });
      return jobId;
    },
    start() {
      // A page that cannot be read shows no list; the screen around says why.
      const follow = () => void read().catch(() => undefined);
      follow();
      return ports.watchActiveTab(follow);
    },
  };
}
