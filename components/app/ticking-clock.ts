import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '@/lib/time/clock';

/** Often enough for a countdown in seconds never to be seen skipping one. */
const tickMs = 250;

/** The time as a signal. It ticks while it is watched and rests otherwise, so that a still surface costs nothing. */
export function createTickingClock(clock: Clock): ReadonlySignal<number> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const now = signal(clock(), {
    watched() {
      // Not at once: whoever has just subscribed is being rendered.
      timer = setInterval(tick, tickMs);
      queueMicrotask(tick);
    },
    unwatched: () => clearInterval(timer),
  });
  function tick(): void {
    now.value = clock();
  }
  return now;
}
