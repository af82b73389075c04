import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { checkField } from '@/lib/operations/check-values';
import { sellCards } from '@/lib/operations/sell-cards';
import { mostCards, splitIds } from './split-ids';

/** What became of the ids that were entered last. */
export type CardNews =
  | {
      kind: 'entered';
      added: readonly string[];
      repeated: readonly string[];
      refused: readonly string[];
      /** How many found no room. */
      left: number;
    }
  | { kind: 'removed'; ids: readonly string[] };

export interface CardList {
  ids: ReadonlySignal<readonly string[]>;
  news: ReadonlySignal<CardNews | undefined>;
  /** Adds what the text holds; answers what could not be taken, to stand on in the field. */
  enter(text: string): string;
  remove(...ids: string[]): void;
  clear(): void;
  /** Puts back what was removed last, where it stood. */
  undo(): void;
  fill(ids: readonly string[]): void;
}

export function createCardList(): CardList {
  const ids = signal<readonly string[]>([]);
  const news = signal<CardNews | undefined>(undefined);
  let before: readonly string[] = [];
  const removeWhere = (isGone: (id: string) => boolean) =>
    batch(() => {
      before = ids.value;
      news.value = { kind: 'removed', ids: before.filter(isGone) };
      ids.value = before.filter((id) => !isGone(id));
    });
  return {
    ids,
    news,
    enter(text) {
      const listed = new Set(ids.value);
      const added: string[] = [];
      const repeated: string[] = [];
      const refused: string[] = [];
      const left: string[] = [];
      for (const id of splitIds(text)) {
        if (checkField(sellCards.fields.physical_card_ids, id)) refused.push(id);
        else if (listed.has(id)) repeated.push(id);
        else if (listed.size >= mostCards) left.push(id);
        else {
          listed.add(id);
          added.push(id);
        }
      }
      batch(() => {
        ids.value = [...ids.value, ...added];
        news.value = { kind: 'entered', added, repeated, refused, left: left.length };
      });
      return [...refused, ...left].join(' ');
    },
    remove: (...gone) => removeWhere((id) => gone.includes(id)),
    clear: () => removeWhere(() => true),
    undo: () =>
      batch(() => {
        const put = new Set(before);
        ids.value = [...before, ...ids.value.filter((id) => !put.has(id))].slice(0, mostCards);
        news.value = undefined;
      }),
    fill: (given) =>
      batch(() => {
        ids.value = [...new Set(given)];
        news.value = undefined;
      }),
  };
}
