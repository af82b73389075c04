import { batch, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { type Action, createAction } from '@/components/app/create-action';
import type { Client } from '@/lib/messages/client';
import type { CallInput, CallOutput } from '@/lib/messages/extension-contract';
import { createRowPages, type RowPages } from './row-pages';

type Draft = CallOutput<'bulk.read'>;
export type DraftRow = CallOutput<'bulk.rows'>['rows'][number];
export type RowFilter = CallInput<'bulk.rows'>['filter'];

/** A cell that is being corrected. */
export interface EditedCell {
  index: number;
  column: number;
  text: string;
  /** As the table had it. */
  original: string;
}

export interface PreflightModel {
  pages: RowPages<DraftRow, RowFilter>;
  /** The row whose cells are all shown. */
  opened: ReadonlySignal<number | undefined>;
  edited: ReadonlySignal<EditedCell | undefined>;
  acting: Action;
  toggle(index: number): void;
  /** Reads a cell whole and lets a person correct it. */
  edit(index: number, column: number): Promise<void>;
  type(text: string): void;
  /** Writes the correction down; the row is looked at anew. */
  saveEdit(): Promise<void>;
  cancelEdit(): void;
  exclude(rows: CallInput<'bulk.exclude'>['rows'], excluded: boolean): Promise<boolean>;
  follow(draft: ReadonlySignal<Draft | undefined>): () => void;
}

const pageRows = 50;

/** The rows of a draft with what is wrong with them. */
export function createPreflightModel(
  client: Client,
  jobId: string,
  { changed }: { changed(): Promise<void> },
): PreflightModel {
  const opened = signal<number | undefined>(undefined);
  const edited = signal<EditedCell | undefined>(undefined);
  const acting = createAction();
  const pages = createRowPages<DraftRow, RowFilter>('all', (filter, from) =>
    client.call('bulk.rows', { jobId, filter, from, limit: pageRows }),
  );
  const reload = async () => {
    await Promise.all([changed(), pages.reload()]);
  };

  return {
    pages,
    opened,
    edited,
    acting,
    toggle(index) {
      batch(() => {
        edited.value = undefined;
        opened.value = opened.peek() === index ? undefined : index;
      });
    },
    async edit(index, column) {
      await acting.run(async () => {
        const { text, original } = await client.call('bulk.readCell', { jobId, index, column });
        edited.value = { index, column, text, original };
      });
    },
    type(text) {
      if (edited.peek()) edited.value = { ...(edited.peek() as EditedCell), text };
    },
    async saveEdit() {
      const cell = edited.peek();
      if (!cell) return;
      const { index, column, text } = cell;
      await acting.run(async () => {
        await client.call('bulk.editCell', { jobId, index, column, text });
        edited.value = undefined;
        // A correction may free another row that repeated this one.
        await reload();
      });
    },
    cancelEdit() {
      edited.value = undefined;
      acting.forget();
    },
    exclude: (rows, excluded) =>
      acting.run(async () => {
        await client.call('bulk.exclude', { jobId, rows, excluded });
        await reload();
      }),
    follow: (draft) => {
      let seen = '';
      return effect(() => {
        const { revision, import: table } = draft.value ?? {};
        // While rows are looked at the counts run; the page on the screen is read anew when they come to rest.
        const now = `${revision} ${table?.phase}`;
        if (!draft.value || now === seen) return;
        const isFirst = seen === '';
        seen = now;
        untracked(() => {
          if (isFirst && table?.phase === 'checked' && table.faulty > 0) void pages.show('faulty');
          else void pages.reload();
        });
      });
    },
  };
}
