/** The requests that are on their way, counted by what limits them. */
export interface Flights {
  start(limitId: string, flight: () => Promise<void>): void;
  count(limitId?: string): number;
  /** When the next of those now on their way has come back; rejects as it does. */
  oneLanded(): Promise<void>;
  /** Resolves when none is left, however they ended. */
  allLanded(): Promise<void>;
}

export function createFlights(): Flights {
  const flights = new Map<Promise<void>, string>();
  return {
    start(limitId, fly) {
      const flight = fly().finally(() => flights.delete(flight));
      // Whoever waits for it sees how it ended; nobody may be waiting yet.
      flight.catch(() => {});
      flights.set(flight, limitId);
    },
    count: (limitId) =>
      limitId === undefined ? flights.size : [...flights.values()].filter((id) => id === limitId).length,
    oneLanded: () => Promise.race(flights.keys()),
    async allLanded() {
      await Promise.allSettled(flights.keys());
    },
  };
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
