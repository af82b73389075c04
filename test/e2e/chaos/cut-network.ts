import { workerSession } from '../worker-session.ts';
import type { ChaosWorld } from './chaos-world.ts';
import { type Disturbance, pause } from './disturbance.ts';
import type { Random } from './random.ts';

async function during(world: ChaosWorld, random: Random): Promise<void> {
  const from = Date.now();
  await pause(random.between(500, 2500));
  world.troubles.push({ what: 'network-cut', from, until: Date.now() });
}

/** The server is not to be reached, whatever the browser believes: a cable, a proxy, the server itself. */
export const cutServer: Disturbance = {
  name: 'the server out of reach for a while',
  async strike(world, random) {
    const { sandbox } = world.stage;
    sandbox.setReachable(false);
    await during(world, random);
    sandbox.setReachable(true);
  },
};

/** What a laptop that leaves its network sees; the browser knows. Only the worker's life ends it before its time. */
export const goOffline: Disturbance = {
  name: 'the browser offline for a while',
  async strike(world, random) {
    await world.browser.worker();
    const worker = await workerSession(world.session, world.browser.extensionId);
    const offline = (isOffline: boolean) =>
      worker.send('Network.emulateNetworkConditions', {
        ...{ offline: isOffline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
      });
    await worker.send('Network.enable');
    await offline(true);
    await during(world, random);
    await offline(false);
    await worker.detach();
  },
};
