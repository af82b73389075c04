/**
 * Folds many calls within a turn into one run of `task`, and calls during a run into one more afterwards: the state
 * that is told is always the last one. Errors go to `report`.
 */
export function publishLater(task: () => Promise<void>, report: (thrown: unknown) => void): () => void {
  let isWanted = false;
  let isRunning = false;

  async function run(): Promise<void> {
    await Promise.resolve();
    while (isWanted) {
      isWanted = false;
      await task().catch(report);
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
