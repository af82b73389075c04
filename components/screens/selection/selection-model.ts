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
  /** Those that there is a connection for. */
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
  let tabId: number | undefined;
  let latest = 0;

  const chosen = computed(() => {
    const rows = listed.value?.rows ?? [];
    if (choice.value === 'all') return rows;
    return rows.filter(({ id, isTicked }) => (choice.value === 'own' ? own.value.has(id) : isTicked));
  });

  function take(next: Listed, from: number | undefined): void {
    batch(() => {
      if (from !== tabId) {
        choice.value = 'ticked';
        own.value = new Set();
      }
      tabId = from;
      listed.value = next;
      const there = new Set(next.rows.map(({ id }) => id));
      own.value = new Set([...own.peek()].filter((id) => there.has(id)));
    });
  }

  async function read(): Promise<void> {
    latest += 1;
    const reading = latest;
    const tab = await ports.activeTab();
    const next = tab ? await client.call('tab.rows', { tabId: tab.tabId }) : { total: 0, rows: [] };
    if (reading === latest) take(next, tab?.tabId);
  }

  return {
    listed,
    choice,
    chosen,
    operations: computed(() =>
      selectionOperations.filter((id) =>
        state.value.connections.some(({ platform }) => platform === bulkOperation(id).declaration.platform),
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
        const shown = JSON.stringify([tabId, chosen.peek()]);
        await read();
        hasChanged.value = JSON.stringify([tabId, chosen.peek()]) !== shown;
        if (hasChanged.value || chosen.peek().length === 0) return false;
        jobId = await draftOfRows(app, operation, chosen.peek());
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
