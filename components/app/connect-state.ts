import { type ReadonlySignal, signal } from '@preact/signals';
import type { AppState } from '@/lib/messages/app-state';
import type { Client } from '@/lib/messages/client';

export interface ConnectedState {
  state: ReadonlySignal<AppState>;
  isSilent: ReadonlySignal<boolean>;
  refresh(): Promise<void>;
}

export interface ConnectStateParts {
  client: Client;
  /** Tells every change; answers a function that ends it. */
  watch(receive: (state: AppState) => void): () => void;
}

/** How long to wait before asking a worker again that did not answer. A fresh one needs a moment to listen. */
const firstRetryMs = 100;
const longestRetryMs = 5000;
/** How long the channel may be quiet while a job moves, before the surface asks by itself. */
const quietMs = 2000;

/**
 * The worker's state, kept current. The worker tells every change; but it may have been killed, and a killed worker
 * tells nothing. So while a job moves, a quiet channel makes the surface ask, which also starts a worker that is gone.
 * While nothing moves nobody asks, and the worker is left to rest. Resolves with the first state there is.
 */
export async function connectState({ client, watch }: ConnectStateParts): Promise<ConnectedState> {
  const isSilent = signal(false);
  let latest: ((state: AppState) => void) | undefined;
  let earliest: AppState | undefined;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;

  watch((told) => receive(told));
  const first = await readUntilAnswered();
  const state = signal(earliest ?? first);
  latest = (next) => {
    state.value = next;
  };
  askWhenQuiet(state.value);
  return { state, isSilent, refresh };

  function receive(next: AppState): void {
    isSilent.value = false;
    earliest = next;
    latest?.(next);
    askWhenQuiet(next);
  }

  async function refresh(): Promise<void> {
    receive(await readUntilAnswered());
  }

  function askWhenQuiet(shown: AppState): void {
    clearTimeout(quietTimer);
    if (shown.jobs.some(isMoving)) quietTimer = setTimeout(refresh, quietMs);
  }

  async function readUntilAnswered(): Promise<AppState> {
    for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
      try {
        const read = await client.call('app.read', {});
        isSilent.value = false;
        return read;
      } catch {
        // Whatever the reason, all that helps is to ask again; the person is told that we do.
        isSilent.value = waitMs > firstRetryMs;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }
}

/** Whether a job will change without anybody doing anything. */
function isMoving({ state, pausedBy }: AppState['jobs'][number]): boolean {
  return state === 'held' || state === 'running' || (state === 'paused' && pausedBy?.detail.until !== undefined);
}
