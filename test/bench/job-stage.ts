import { askWorker } from '../e2e/chaos/ask-worker.ts';
import { setUpOn } from '../e2e/setup.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { type InstantServer, startInstantServer } from './instant-server.ts';

export const rows = 100_000;
export const perRequest = 500;
export const concurrency = 4;

export type JobStage = { stage: Stage; server: InstantServer; connectionId: string; close(): Promise<void> };

/** An extension whose gateway answers at once, used as fast as its settings allow. */
export async function openJobStage(): Promise<JobStage> {
  const stage = await openStage();
  const server = await startInstantServer(stage.sandbox.gatewayUrl);
  const options = await stage.browser.openPage('options.html');
  await setUpOn(options, server.gatewayUrl, { protection: 'device' });
  const { connections } = await askWorker(options, 'app.read', {});
  const top = connections.find((connection) => connection.platform === 'top');
  if (top?.platform !== 'top') throw new Error('There is no connection.');
  const { id, platform, name, endpoint, appKey, signMethod } = top;
  const connection = { id, platform, name, endpoint, appKey, signMethod, pace: { calls: 1000, concurrency } };
  await askWorker(options, 'connection.save', { connection, secrets: {} });
  await options.close();
  return {
    stage,
    server,
    connectionId: id,
    async close() {
      await server.close();
      await stage.close();
    },
  };
}
