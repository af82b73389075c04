import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type BatchForm, type BatchModel, createBatchModel } from '@/components/screens/batch/batch-model';
import { createTextFields, type TextFields } from '@/components/screens/batch/text-fields';
import { checkShared } from '@/lib/operations/check-values';
import { sellCards } from '@/lib/operations/sell-cards';
import { type CardList, createCardList } from './card-list';

/** The shared fields in the order in which they stand. */
export const sharedCardFields = ['brand_id', 'out_brand_id', 'shop_id', 'out_shop_id', 'operator_id'] as const;

export interface CardsForm extends BatchForm {
  shared: TextFields;
  cards: CardList;
  /** What stands in the field for scanning and typing. */
  entry: Signal<string>;
  /** True once it was submitted without a card. */
  isCardMissing: ReadonlySignal<boolean>;
  issueCount: ReadonlySignal<number>;
  /** Adds what was typed or scanned. */
  addEntry(): void;
  /** Adds what was pasted. */
  paste(text: string): void;
}

export interface CardsModel extends BatchModel {
  form: CardsForm;
}

export const entryId = 'cards-entry';

export function createCardsModel(app: App): CardsModel {
  const form = createCardsForm();
  const blank = () => ({ values: { operator_id: app.state.value.operator.id } });
  return { form, ...createBatchModel(app, { operation: sellCards.id, scope: 'cards', form, blank }) };
}

function createCardsForm(): CardsForm {
  const shared = createTextFields(sharedCardFields, (values) => checkShared(sellCards, values));
  const cards = createCardList();
  const entry = signal('');
  const isChecked = signal(false);
  let filled = '';
  const state = () => JSON.stringify([shared.entered(), cards.ids.value, entry.value]);
  const isCardMissing = computed(() => isChecked.value && cards.ids.value.length === 0);
  const add = (text: string) => {
    entry.value = cards.enter(text);
  };
  return {
    shared,
    cards,
    entry,
    isCardMissing,
    issueCount: computed(() => shared.shownIssues.value + (isCardMissing.value ? 1 : 0)),
    addEntry: () => {
      if (entry.value.trim() !== '') add(entry.value);
    },
    paste: add,
    content: computed(() => ({
      shared: shared.values.value,
      rows: cards.ids.value.map((physical_card_ids) => ({ physical_card_ids })),
    })),
    // What still stands in the field was not added: to send without it would lose it.
    isValid: computed(
      () => shared.issues.value.length === 0 && cards.ids.value.length > 0 && entry.value.trim() === '',
    ),
    checkAll() {
      if (entry.value.trim() !== '') add(entry.value);
      isChecked.value = true;
      const faulty = shared.checkAll();
      if (cards.ids.value.length === 0 || entry.value !== '') return entryId;
      return faulty && `cards-${faulty}`;
    },
    entered: () => ({
      values: shared.entered(),
      rows: cards.ids.value.map((physical_card_ids) => ({ physical_card_ids })),
    }),
    takeOut: (places) => cards.remove(...cards.ids.value.filter((_, place) => places.includes(place))),
    renew: () => undefined,
    isTouched: () => state() !== filled,
    fill({ values, rows = [] }) {
      isChecked.value = false;
      entry.value = '';
      shared.fill(values);
      cards.fill(rows.map(({ physical_card_ids = '' }) => physical_card_ids));
      filled = state();
    },
  };
}
