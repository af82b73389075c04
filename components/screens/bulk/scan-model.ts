import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { splitIds } from '@/components/screens/cards/split-ids';

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

/** Cards that are scanned one by one into a draft that is still open for rows. */
export function createScanModel({ client, refresh }: App, jobId: string, total: number): ScanModel {
  const entry = signal('');
  const count = signal(total);
  const latest = signal<readonly { number: number; id: string }[]>([]);
  const adding = createAction();
  let waiting: string[] = [];

  // A scanner is quicker than a disk: what comes meanwhile is written down with the next.
  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const ids = waiting;
      const from = count.peek();
      await client.call('bulk.addRows', { jobId, from, rows: ids.map((id) => [id]) });
      count.value = from + ids.length;
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
