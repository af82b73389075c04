import { waitUntil } from '../wait-until.ts';
import { askWorker } from './ask-worker.ts';
import { type ChaosWorld, openChaosWorld } from './chaos-world.ts';
import { pause } from './disturbance.ts';
import { grantRoom } from './grant-room.ts';
import { judgeJob, type Verdict } from './judge-job.ts';
import { planDisturbances } from './plan-disturbances.ts';
import { createRandom } from './random.ts';
import { readEvidence } from './read-evidence.ts';

export type ChaosOptions = {
  seed: number;
  /** Of each of the four operations. */
  rows: number;
  /** How often a worker or the browser is killed before the jobs are left in peace. */
  kills: number;
  /** The longest that nothing goes wrong for. */
  calmMs: number;
  /** How long the gateway takes for an answer: the longer, the more is under way when a worker dies. */
  latencyMs: number;
  print(line: string): void;
};

export type ChaosReport = {
  verdicts: Verdict[];
  /** Of no job in particular. */
  faults: string[];
  /** How often what was done. */
  done: Map<string, number>;
};

/** A run is given up after that long; what it has not done by then is a fault. */
const longestMs = 45 * 60_000;

/**
 * Jobs of every operation, in a real browser, while everything goes wrong that can: then what the extension says of
 * each row is held against the sandbox's ledger.
 */
export async function runChaos({ seed, rows, kills, calmMs, latencyMs, print }: ChaosOptions): Promise<ChaosReport> {
  const random = createRandom(seed);
  const plan = planDisturbances(random, kills);
  const world = await openChaosWorld(rows, latencyMs);
  const { sandbox } = world.stage;
  const end = Date.now() + longestMs;
  const done = new Map<string, number>();
  let killed = 0;
  try {
    for (const { disturbance, isKill } of plan) {
      if (Date.now() > end || (await countOpen(world)) === 0) break;
      await pause(random.between(50, calmMs));
      await grantRoom(world);
      print(`${killed}/${kills} ${disturbance.name}`);
      await disturbance.strike(world, random);
      killed += isKill ? 1 : 0;
      done.set(disturbance.name, (done.get(disturbance.name) ?? 0) + 1);
      await beThere(world);
    }
    sandbox.clearFaults();
    sandbox.releaseHeld('cut');
    print(`${killed} kills; ${await describeOpen(world)}; left in peace now`);
    while ((await countOpen(world)) > 0 && Date.now() < end) {
      await pause(500);
      await beThere(world);
    }
    return { ...(await judge(world, { killed, kills })), done };
  } finally {
    await world.browser.close();
    await world.stage.close();
  }
}

async function judge(world: ChaosWorld, { killed, kills }: { killed: number; kills: number }) {
  const verdicts: Verdict[] = [];
  for (const job of world.jobs) verdicts.push(judgeJob(await readEvidence(world, job)));
  const { brokenAt } = await patiently(() => askWorker(world.panel, 'journal.verify', {}));
  const faults: string[] = [];
  if (killed < kills) faults.push(`The jobs were over after ${killed} of ${kills} kills: too few rows.`);
  if (brokenAt !== undefined) faults.push(`The journal is broken at entry ${brokenAt}.`);
  return { verdicts, faults };
}

/** What a person waits for by themselves; longer pauses they end. */
const patienceMs = 2000;

/** What a person does who looks in from time to time: lets go on what stands still and needs them, and opens the vault. */
async function beThere(world: ChaosWorld): Promise<void> {
  await patiently(async () => {
    const { jobs, vault } = await askWorker(world.panel, 'app.read', {});
    if (vault.state === 'locked') await askWorker(world.panel, 'vault.unlock', {});
    for (const { id, state, pausedBy } of jobs) {
      const isShort = (pausedBy?.detail.until ?? Number.POSITIVE_INFINITY) < Date.now() + patienceMs;
      if (state === 'paused' && !isShort) await askWorker(world.panel, 'job.resume', { jobId: id });
    }
  });
}

async function readOpen(world: ChaosWorld) {
  const { jobs } = await patiently(() => askWorker(world.panel, 'app.read', {}));
  return jobs.filter(({ id, state }) => state !== 'finished' && world.jobs.some(({ jobId }) => jobId === id));
}

async function countOpen(world: ChaosWorld): Promise<number> {
  return (await readOpen(world)).length;
}

async function describeOpen(world: ChaosWorld): Promise<string> {
  const open = await readOpen(world);
  return open.map(({ operation, counts, total }) => `${operation} has ${counts.waiting} of ${total} to go`).join(', ');
}

/** A call may fall into the very moment of a worker's death; the next one starts a new worker. */
function patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
  let told: unknown;
  const attempt = () =>
    ask().then(
      (value) => ({ value }),
      (error: unknown) => {
        told = error;
        return undefined;
      },
    );
  return waitUntil('an answer of the worker', attempt, { timeoutMs: 10_000, everyMs: 200 }).then(
    ({ value }) => value,
    () => Promise.reject(told),
  );
}
