import { askWorker } from './ask-worker.ts';
import { type ChaosWorld, openChaosWorld } from './chaos-world.ts';
import { nextDisturbance } from './disturbances.ts';
import { createRandom } from './random.ts';
import { judge, type Verdict } from './verdict.ts';

export type ChaosOptions = {
  seed: number;
  /** Of each of the four operations. */
  rows: number;
  /** How often a worker or the browser is killed before the jobs are left in peace. */
  kills: number;
  print(line: string): void;
};

/** A run is given up after that long; what it has not done by then is a fault. */
const longestMs = 45 * 60_000;

/**
 * Jobs of every operation, in a real browser, while everything goes wrong that can: then what the extension says of
 * each row is held against the sandbox's ledger.
 */
export async function runChaos({ seed, rows, kills, print }: ChaosOptions): Promise<Verdict[]> {
  const random = createRandom(seed);
  const world = await openChaosWorld(rows);
  const end = Date.now() + longestMs;
  try {
    while (world.killedAt.length < kills && Date.now() < end && (await countOpen(world)) > 0) {
      await pause(random.between(100, 1200));
      const disturbance = nextDisturbance(random, { kills: world.killedAt.length, ofKills: kills });
      print(`${world.killedAt.length}/${kills} ${disturbance.name}`);
      await disturbance.strike(world, random);
      await beThere(world);
    }
    world.stage.sandbox.clearFaults();
    world.stage.sandbox.releaseHeld('cut');
    print(`${world.killedAt.length} kills; the jobs are left in peace now`);
    while ((await countOpen(world)) > 0 && Date.now() < end) {
      await pause(500);
      await beThere(world);
    }
    return await judge(world);
  } finally {
    await world.browser.close();
    await world.stage.close();
  }
}

/** What a person does who looks in from time to time: lets go on what stands still and needs them. */
async function beThere(world: ChaosWorld): Promise<void> {
  await patiently(world, async () => {
    const { jobs } = await askWorker(world.panel, 'app.read', {});
    for (const { id, state, pausedBy } of jobs) {
      if (state === 'paused' && pausedBy?.detail.until === undefined)
        await askWorker(world.panel, 'job.resume', { jobId: id });
    }
  });
}

async function countOpen(world: ChaosWorld): Promise<number> {
  const state = await patiently(world, () => askWorker(world.panel, 'app.read', {}));
  const ours = new Set(world.jobs.map(({ jobId }) => jobId));
  return state.jobs.filter((job) => ours.has(job.id) && job.state !== 'finished').length;
}

/** A call may fall into the very moment of a worker's death; the next one starts a new worker. */
async function patiently<Result>(_world: ChaosWorld, ask: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 5) throw error;
      await pause(200);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
