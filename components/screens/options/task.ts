import { type ReadonlySignal, signal } from '@preact/signals';
import { type ErrorData, toErrorData } from '@/lib/errors/app-error';

export type TaskState = { kind: 'idle' } | { kind: 'busy' } | { kind: 'done' } | { kind: 'failed'; error: ErrorData };

/** Something a person started: under way once at most, then done or failed, and shown as that until the next time. */
export interface Task {
  state: ReadonlySignal<TaskState>;
  /** Does nothing while under way. Work that answers `false` ended without an outcome (it was cancelled). True when done. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  /** Forgets the outcome, since what it was about has changed. */
  clear(): void;
}

export function createTask(): Task {
  const state = signal<TaskState>({ kind: 'idle' });
  return {
    state,
    async run(work) {
      if (state.value.kind === 'busy') return false;
      state.value = { kind: 'busy' };
      try {
        const isDone = (await work()) !== false;
        state.value = { kind: isDone ? 'done' : 'idle' };
        return isDone;
      } catch (thrown) {
        state.value = { kind: 'failed', error: toErrorData(thrown) };
        return false;
      }
    },
    clear() {
      if (state.value.kind !== 'busy') state.value = { kind: 'idle' };
    },
  };
}
