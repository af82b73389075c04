import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { splitIds } from '@/components/screens/cards/split-ids';
import { toErrorData } from '@/lib/errors/app-error';

export interface ScanModel {
  entry: Signal<string>;
  /** Cards that are written down. */
  count: ReadonlySignal<number>;
  /** The last of them with their places in the row, newest first. */
  latest: ReadonlySignal<readonly { number: number; id: string }[]>;
  adding: Action;
  /** Writes down what stands in the field, at once: nothing that was scanned waits in the page. */
  add(): Promise<void>;
  /** No more cards come. */
  end(): Promise<boolean>;
}

const shownLatest = 5;
/** So often in a row another window may have been quicker. */
const mostTries = 5;

/** Cards that are scanned one by one into a draft that is still open for rows. */
export function createScanModel({ client, refresh }: App, jobId: string, total: number): ScanModel {
  const entry = signal('');
  const count = signal(total);
  const latest = signal<readonly { number: number; id: string }[]>([]);
  const adding = createAction();
  let waiting: string[] = [];

  /** Behind what is there, also when that was scanned in another window meanwhile. */
  async function append(rows: string[][]): Promise<{ from: number; total: number }> {
    for (let tries = 1; ; tries += 1) {
      const from = count.peek();
      try {
        return { from, ...(await client.call('bulk.addRows', { jobId, from, rows })) };
      } catch (thrown) {
        if (toErrorData(thrown).detail.reason !== 'rows-differ' || tries === mostTries) throw thrown;
        count.value = (await client.call('bulk.read', { jobId })).import.total;
      }
    }
  }

  // A scanner is quicker than a disk: what comes meanwhile is written down with the next.
  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const ids = waiting;
      const { from, total } = await append(ids.map((id) => [id]));
      count.value = total;
      waiting = waiting.slice(ids.length);
      const numbered = ids.map((id, index) => ({ number: from + index + 1, id }));
      latest.value = [...numbered.toReversed(), ...latest.peek()].slice(0, shownLatest);
    }
  }

  return {
    entry,
    count,
    latest,
    adding,
    async add() {
      waiting = [...waiting, ...splitIds(entry.peek())];
      entry.value = '';
      await adding.run(async () => {
        await writeWaiting();
        // The heading counts by the state.
        await refresh();
      });
    },
    end: () =>
      adding.run(async () => {
        await writeWaiting();
        await client.call('bulk.endRows', { jobId });
        await refresh();
      }),
  };
}
