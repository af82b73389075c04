import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type BatchForm, type BatchModel, createBatchModel } from '@/components/screens/batch/batch-model';
import { createTextFields, type TextFields } from '@/components/screens/batch/text-fields';
import { partsOf } from '@/components/screens/release/draft-keeper';
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
  /** Adds what was pasted; what could not be taken stands in the field. */
  paste(text: string): void;
  /** Adds what was scanned elsewhere; what stands in the field stays. */
  take(text: string): void;
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
    const rest = cards.enter(text);
    // What is scanned next stands apart.
    entry.value = rest && `${rest} `;
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
    take: (text) => {
      const standing = entry.value;
      add(text);
      entry.value = `${standing}${standing && entry.value && ' '}${entry.value}`;
    },
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
      values: { ...shared.entered(), ...entryOf(entry.value) },
      rows: cards.ids.value.map((physical_card_ids) => ({ physical_card_ids })),
    }),
    takeOut: (places) => cards.remove(...cards.ids.value.filter((_, place) => places.includes(place))),
    renew: () => undefined,
    isTouched: () => state() !== filled,
    fill({ values, rows = [] }) {
      isChecked.value = false;
      entry.value = joinParts(values);
      shared.fill(values);
      cards.fill(rows.map(({ physical_card_ids = '' }) => physical_card_ids));
      filled = state();
    },
  };
}

/** What stands in the field: a long paste may have left more there than one text of a draft. */
function entryOf(text: string): Record<string, string> {
  return Object.fromEntries(text === '' ? [] : partsOf(text).map((part, at) => [`entry-${at}`, part]));
}

function joinParts(values: Readonly<Record<string, string>>): string {
  let text = '';
  for (let at = 0; values[`entry-${at}`] !== undefined; at += 1) text += values[`entry-${at}`];
  return text;
}
