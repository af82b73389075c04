import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Action, createAction } from '@/components/app/create-action';

/** A long list of rows, one page at a time, as the worker gives them: from a position to the next. */
export interface RowPages<Row, Filter> {
  filter: ReadonlySignal<Filter>;
  rows: ReadonlySignal<readonly Row[]>;
  /** How many rows of this filter stand before the page. */
  before: ReadonlySignal<number>;
  isLoaded: ReadonlySignal<boolean>;
  loading: Action;
  hasPrevious: ReadonlySignal<boolean>;
  hasNext: ReadonlySignal<boolean>;
  show(filter: Filter): Promise<void>;
  next(): Promise<void>;
  previous(): Promise<void>;
  /** The same page again, since something has changed. */
  reload(): Promise<void>;
}

interface Place {
  from: number;
  before: number;
}

export function createRowPages<Row, Filter>(
  first: Filter,
  read: (filter: Filter, from: number) => Promise<{ rows: readonly Row[]; next?: number | undefined }>,
): RowPages<Row, Filter> {
  const filter = signal(first);
  const rows = signal<readonly Row[]>([]);
  const next = signal<number | undefined>(undefined);
  /** The pages that lead to this one, this one last. */
  const path = signal<readonly Place[]>([{ from: 0, before: 0 }]);
  const isLoaded = signal(false);
  const loading = createAction();
  let asked = 0;

  async function load(wanted: Filter, places: readonly Place[]): Promise<void> {
    const from = places.at(-1)?.from ?? 0;
    asked += 1;
    const turn = asked;
    const page = await read(wanted, from);
    // A later question has its own answer.
    if (turn !== asked) return;
    // The last page may have emptied meanwhile.
    if (page.rows.length === 0 && places.length > 1) return load(wanted, places.slice(0, -1));
    batch(() => {
      filter.value = wanted;
      path.value = places;
      rows.value = page.rows;
      next.value = page.next;
      isLoaded.value = true;
    });
  }

  const go = async (wanted: Filter, places: readonly Place[]) => {
    // A reload while one loads is not lost: the answer of the last question counts.
    if (loading.isBusy.peek()) await load(wanted, places).catch(() => undefined);
    else await loading.run(() => load(wanted, places));
  };

  return {
    filter,
    rows,
    before: computed(() => path.value.at(-1)?.before ?? 0),
    isLoaded,
    loading,
    hasPrevious: computed(() => path.value.length > 1),
    hasNext: computed(() => next.value !== undefined),
    show: (wanted) => go(wanted, [{ from: 0, before: 0 }]),
    async next() {
      const [from, before] = [next.peek(), path.peek().at(-1)?.before ?? 0];
      if (from !== undefined) await go(filter.peek(), [...path.peek(), { from, before: before + rows.peek().length }]);
    },
    async previous() {
      if (path.peek().length > 1) await go(filter.peek(), path.peek().slice(0, -1));
    },
    reload: () => go(filter.peek(), path.peek()),
  };
}
