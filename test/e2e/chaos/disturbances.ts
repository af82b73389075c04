import { killWorker } from '../worker.ts';
import { type ChaosWorld, holdBrowser, openPanel } from './chaos-world.ts';
import { cutServer, goOffline } from './cut-network.ts';
import { type Disturbance, pause } from './disturbance.ts';
import { fullStorage } from './full-storage.ts';
import { mostLeftOut } from './judge-job.ts';
import { jumpClock } from './jump-clock.ts';

/** Around what is done to it the moment of a worker's death is known to a second or so. */
async function dying(world: ChaosWorld, die: () => Promise<void>): Promise<void> {
  const from = Date.now();
  await die();
  world.troubles.push({ what: 'killed', from, until: Date.now() });
}

const kill: Disturbance = {
  name: 'worker killed',
  strike: (world) => dying(world, () => killWorker(world.browser)),
};

export const killBrowser: Disturbance = {
  name: 'browser killed and started again',
  async strike(world) {
    await dying(world, () => world.browser.killBrowser());
    await holdBrowser(world, await world.browser.relaunch());
    await openPanel(world);
  },
};

/** Requests that wait for their answer when the worker dies, and whose connections are cut then. */
const killWhileWaiting = (processed: boolean): Disturbance => ({
  name: `worker killed while requests wait (${processed ? 'processed' : 'not processed'})`,
  async strike(world, random) {
    const { sandbox } = world.stage;
    sandbox.addFaults([{ kind: 'hold', times: 3, processed }]);
    const until = Date.now() + 3000;
    while (sandbox.heldCount() === 0 && Date.now() < until) await pause(20);
    await kill.strike(world, random);
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

/** The first half: death where it finds the worker. */
export const kills: readonly Disturbance[] = [kill, kill, killWhileWaiting(true), killWhileWaiting(false)];

const closePanel: Disturbance = {
  name: 'panel closed and opened',
  async strike(world) {
    await world.panel.close();
    await openPanel(world);
  },
};

const closeEverything: Disturbance = {
  name: 'every surface closed for a while',
  async strike(world, random) {
    await world.panel.close();
    await pause(random.between(500, 2500));
    await openPanel(world);
  },
};

const navigateAway: Disturbance = {
  name: 'the tab taken to another page',
  async strike(world) {
    await world.panel.goto(`${world.stage.sandbox.url}/opportunities`);
    await world.panel.close();
    await openPanel(world);
  },
};

/** What the machine does; every run has each of them. */
export const machines: readonly Disturbance[] = [cutServer, goOffline, fullStorage, jumpClock, closeEverything];

/** What the platform and the person do. */
export const others: readonly Disturbance[] = [
  closePanel,
  navigateAway,
  faults('answers lost after processing', 'answer-lost'),
  faults('connections cut before processing', 'cut-before', {}, 6),
  faults('bad gateway, processed', 'http-status', { status: 502, processed: true }),
  faults('bad gateway, not processed', 'http-status', { status: 502, processed: false }),
  faults('a page of HTML for an answer', 'html', { processed: true }),
  faults('answers cut in the middle', 'truncated', { cut: true }),
  faults('throttled for a second', 'throttled', { seconds: 1 }),
  faults('banned for ten minutes', 'throttled', { seconds: 600 }, 1),
  faults('the day’s quota gone', 'quota-gone', {}, 1),
  faults('the server’s clock an hour off', 'clock-off', {}, 2),
  faults('answers in another order', 'rows-shuffled'),
  faults('rows told twice', 'rows-duplicated'),
  faults('rows left out of the answer', 'rows-missing', { count: mostLeftOut }, 2),
  faults('members that no document knows', 'extra-fields'),
  faults('a batch too large', 'batch-limit', { rows: 6 }, 1),
  faults('the session expired', 'session-expired', {}, 1),
  faults('answers that come in drops', 'slow-body', { ms: 800 }),
];
