import { effect } from '@preact/signals';
import type { App } from './app';

/** So that the worker's clock has passed the moment too. */
const marginMs = 30;

/**
 * Calls the worker when the earliest hold-back ends. It sets itself an alarm, but browsers ring alarms late, and a
 * person is watching. Answers a function that ends it.
 */
export function wakeWhenDue({ state, client, ports }: Pick<App, 'state' | 'client' | 'ports'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = effect(() => {
    clearTimeout(timer);
    const held = state.value.jobs.filter((job) => job.state === 'held').map(({ heldUntil }) => heldUntil);
    if (held.length === 0) return;
    const waitMs = Math.max(0, Math.min(...held) - ports.clock()) + marginMs;
    // Whatever fails is seen where the state is read, which goes on asking.
    timer = setTimeout(() => void client.call('app.wake', {}).catch(() => undefined), waitMs);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}
