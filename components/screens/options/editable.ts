import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** What a form shows of the state: the worker's value until a person changes it, theirs until it is saved. */
export interface Editable<T> {
  value: ReadonlySignal<T>;
  isDirty: ReadonlySignal<boolean>;
  edit(value: T): void;
  discard(): void;
  /** Hands the value over; `store` resolves when the worker's state holds it. What is typed meanwhile stays. */
  save(store: (value: T) => Promise<void>): Promise<void>;
}

/** Values are plain data; they are compared by their JSON. */
export function createEditable<T>(source: ReadonlySignal<T>): Editable<T> {
  const edited = signal<{ value: T } | undefined>(undefined);
  const value = computed(() => (edited.value ? edited.value.value : source.value));
  return {
    value,
    isDirty: computed(() => edited.value !== undefined && JSON.stringify(value.value) !== JSON.stringify(source.value)),
    edit(next) {
      edited.value = { value: next };
    },
    discard() {
      edited.value = undefined;
    },
    async save(store) {
      const saved = edited.value;
      await store(value.value);
      if (edited.value === saved) edited.value = undefined;
    },
  };
}
