const lockName = 'job-engine';

/** Chromium ends a worker after 30 s without an extension call; a request may take 25 s. */
const keepAliveMs = 20_000;

/**
 * Runs the work under a Web Lock if nobody else holds it, else answers false: an update may start a second worker
 * while the first still sends. `stayAlive` is called from time to time meanwhile.
 */
export function createWorkLock(
  locks: LockManager,
  stayAlive: () => void,
): (work: () => Promise<void>) => Promise<boolean> {
  return (work) =>
    locks.request(lockName, { ifAvailable: true }, async (lock) => {
      if (!lock) return false;
      const timer = setInterval(stayAlive, keepAliveMs);
      try {
        await work();
      } finally {
        clearInterval(timer);
      }
      return true;
    });
}

/** Waits that many milliseconds, or until `interrupt` aborts. */
export function sleepUntilNews(ms: number, interrupt: AbortSignal): Promise<void> {
  if (interrupt.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, ms));
    interrupt.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
