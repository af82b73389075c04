/** Too short for a person to notice, long enough for dozens of requests. */
const betweenMs = 200;

/**
 * Folds many calls within a turn into one run of `task`, and calls during a run into one more afterwards, some time
 * later: the state that is told is always the last one, and a job of many requests does not tell of each. Errors go to
 * `report`.
 */
export function publishLater(
  task: () => Promise<void>,
  report: (thrown: unknown) => void,
  sleep: (ms: number) => Promise<void>,
): () => void {
  let isWanted = false;
  let isRunning = false;

  async function run(): Promise<void> {
    await Promise.resolve();
    while (isWanted) {
      isWanted = false;
      await task().catch(report);
      if (isWanted) await sleep(betweenMs);
    }
    isRunning = false;
  }

  return () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    void run();
  };
}
