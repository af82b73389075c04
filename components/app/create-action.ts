import { type ReadonlySignal, signal } from '@preact/signals';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';

/** Something a person starts: whether it is under way, and why it failed. */
export interface Action {
  isBusy: ReadonlySignal<boolean>;
  error: ReadonlySignal<ErrorData | undefined>;
  /** Runs it unless it is under way: a double click runs it once. True when it ran and succeeded. */
  run(work: () => Promise<void>): Promise<boolean>;
  forget(): void;
}

export function createAction(): Action {
  const isBusy = signal(false);
  const error = signal<ErrorData | undefined>(undefined);
  return {
    isBusy,
    error,
    forget: () => {
      error.value = undefined;
    },
    async run(work) {
      if (isBusy.value) return false;
      isBusy.value = true;
      error.value = undefined;
      try {
        await work();
        return true;
      } catch (thrown) {
        error.value = toErrorData(thrown);
        return false;
      } finally {
        isBusy.value = false;
      }
    },
  };
}
