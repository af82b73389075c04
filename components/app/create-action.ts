import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';

/** Something a person starts: whether it is under way, and what became of it the last time. */
export interface Action {
  isBusy: ReadonlySignal<boolean>;
  isDone: ReadonlySignal<boolean>;
  error: ReadonlySignal<ErrorData | undefined>;
  /**
   * Runs it unless it is under way: a double click runs it once. Work that answers `false` ended without an outcome (it
   * was cancelled). True when it ran and is done.
   */
  run(work: () => Promise<unknown>): Promise<boolean>;
  /** Forgets the outcome, since what it was about has changed. */
  forget(): void;
}

export function createAction(): Action {
  const isBusy = signal(false);
  const isDone = signal(false);
  const error = signal<ErrorData | undefined>(undefined);

  function become(next: { isBusy: boolean; isDone?: boolean; error?: ErrorData }): void {
    batch(() => {
      isBusy.value = next.isBusy;
      isDone.value = next.isDone ?? false;
      error.value = next.error;
    });
  }

  return {
    isBusy,
    isDone,
    error,
    forget() {
      if (!isBusy.value) become({ isBusy: false });
    },
    async run(work) {
      if (isBusy.value) return false;
      become({ isBusy: true });
      try {
        become({ isBusy: false, isDone: (await work()) !== false });
      } catch (thrown) {
        become({ isBusy: false, error: toErrorData(thrown) });
      }
      return isDone.value;
    },
  };
}
