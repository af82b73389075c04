import { killWorker } from '../worker.ts';
import type { ChaosWorld } from './chaos-world.ts';
import type { Random } from './random.ts';

/** Something that goes wrong; what it is called is printed. */
export type Disturbance = { name: string; strike(world: ChaosWorld, random: Random): Promise<void> };

const kill: Disturbance = {
  name: 'worker killed',
  async strike(world) {
    await killWorker(world.browser);
    world.killedAt.push(Date.now());
  },
};

const killBrowser: Disturbance = {
  name: 'browser killed and started again',
  async strike(world) {
    await world.browser.killBrowser();
    world.killedAt.push(Date.now());
    world.browser = await world.browser.relaunch();
    await openPanel(world);
  },
};

const closePanel: Disturbance = {
  name: 'panel closed and opened',
  async strike(world) {
    await world.panel.close();
    await openPanel(world);
  },
};

/** Requests that wait for their answer when the worker dies, and whose connections are cut then. */
const killWhileWaiting = (processed: boolean): Disturbance => ({
  name: `worker killed while requests wait (${processed ? 'processed' : 'not processed'})`,
  async strike(world) {
    const { sandbox } = world.stage;
    sandbox.addFaults([{ kind: 'hold', times: 3, processed }]);
    const until = Date.now() + 3000;
    while (sandbox.heldCount() === 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    await kill.strike(world, undefined as never);
    sandbox.releaseHeld('cut');
  },
});

type FaultKind = Parameters<ChaosWorld['stage']['sandbox']['addFaults']>[0][number]['kind'];

const faults = (name: string, kind: FaultKind, options: Record<string, unknown> = {}, most = 4): Disturbance => ({
  name,
  async strike({ stage }, random) {
    stage.sandbox.addFaults([{ kind, times: random.between(1, most), ...options }]);
  },
});

const killsAgainAndAgain: readonly Disturbance[] = [kill, kill, killWhileWaiting(true), killWhileWaiting(false)];

const others: readonly Disturbance[] = [
  closePanel,
  faults('answers lost after processing', 'answer-lost'),
  faults('network cut before processing', 'cut-before', {}, 6),
  faults('bad gateway, processed', 'http-status', { status: 502, processed: true }),
  faults('bad gateway, not processed', 'http-status', { status: 502, processed: false }),
  faults('a page of HTML for an answer', 'html', { processed: true }),
  faults('answers cut in the middle', 'truncated', { cut: true }),
  faults('throttled for a second', 'throttled', { seconds: 1 }),
  faults('the clock an hour off', 'clock-off', {}, 2),
  faults('answers in another order', 'rows-shuffled'),
  faults('rows left out of the answer', 'rows-missing', { count: 2 }, 2),
  faults('the session expired', 'session-expired', {}, 1),
  faults('slow answers', 'latency', { ms: 400 }),
];

/** What happens next: a kill half of the time, the browser's own twice in a run. */
export function nextDisturbance(random: Random, { kills, ofKills }: { kills: number; ofKills: number }): Disturbance {
  const isBrowserDue = kills === Math.floor(ofKills / 3) || kills === Math.floor((2 * ofKills) / 3);
  if (isBrowserDue) return killBrowser;
  return random.between(1, 2) === 1 ? random.pick(killsAgainAndAgain) : random.pick(others);
}

async function openPanel(world: ChaosWorld): Promise<void> {
  world.panel = await world.browser.openPage('sidepanel.html', { width: 400, hash: '/jobs' });
}
