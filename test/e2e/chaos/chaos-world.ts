import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../browser.ts';
import { connectCrm } from '../crm-stage.ts';
import { setUp } from '../setup.ts';
import { openStage, type Stage } from '../stage.ts';
import { waitUntil } from '../wait-until.ts';
import { askWorker } from './ask-worker.ts';
import { type ChaosJob, chaosJobs } from './chaos-jobs.ts';

/** A stage whose browser and panel are replaced as they die, and the jobs that must come through. */
export type ChaosWorld = {
  stage: Stage;
  browser: ExtensionBrowser;
  panel: Page;
  jobs: (ChaosJob & { jobId: string })[];
  /** When a worker or browser was killed, epoch milliseconds. */
  killedAt: number[];
};

export async function openChaosWorld(rows: number): Promise<ChaosWorld> {
  const stage = await openStage({ sandboxOptions: { opportunities: 2 * rows + 100 } });
  stage.sandbox.setShapes({ 'rest-limit': 'off' });
  // This device keeps the key, so that a browser that was killed opens its vault without a person.
  await setUp(stage, { protection: 'device' });
  await connectCrm(stage);
  const panel = await stage.browser.openPage('sidepanel.html', { width: 400, hash: '/jobs' });
  const world: ChaosWorld = { stage, browser: stage.browser, panel, jobs: [], killedAt: [] };
  const connections = await hurry(panel);
  for (const job of chaosJobs(stage, rows)) {
    const connectionId = connections.find(({ platform }) => platform === job.platform)?.id ?? '';
    world.jobs.push({ ...job, jobId: await importJob(panel, job, connectionId) });
  }
  return world;
}

/** As fast as settings allow: what is tested is not the waiting. */
async function hurry(panel: Page): Promise<{ id: string; platform: 'top' | 'ikcrm' }[]> {
  const { connections } = await askWorker(panel, 'app.read', {});
  const pace = { calls: 1000, concurrency: 4 };
  for (const connection of connections) {
    if (connection.platform === 'top') {
      const { id, platform, name, endpoint, appKey, signMethod } = connection;
      const input = { id, platform, name, endpoint, appKey, signMethod, pace };
      await askWorker(panel, 'connection.save', { connection: input, secrets: {} });
    } else {
      const { id, platform, name, baseUrl } = connection;
      await askWorker(panel, 'crm.saveConnection', { connection: { id, platform, name, baseUrl, pace } });
    }
  }
  return connections;
}

/** Hands a table over as the panel does, chunk by chunk, and confirms it once it has been looked at. */
async function importJob(panel: Page, job: ChaosJob, connectionId: string): Promise<string> {
  const { operation, header, mapping, shared, channel, rows } = job;
  const asked = {
    operation,
    connectionId,
    source: 'panel' as const,
    fileName: `${operation}.csv`,
    header,
    mapping,
    shared,
  };
  const { jobId } = await askWorker(panel, 'bulk.begin', { ...asked, ...(channel ? { channel } : {}) });
  for (let from = 0; from < rows.length; from += 500)
    await askWorker(panel, 'bulk.addRows', { jobId, from, rows: rows.slice(from, from + 500) });
  await askWorker(panel, 'bulk.endRows', { jobId });
  const checked = await waitUntil(
    `the rows of ${operation} to be looked at`,
    async () => {
      const draft = await askWorker(panel, 'bulk.read', { jobId });
      return draft.import.phase === 'checked' && draft;
    },
    { timeoutMs: 60_000 },
  );
  const { faulty, excluded } = checked.import;
  if (faulty + excluded + checked.sharedIssues.length > 0) {
    const found = await askWorker(panel, 'bulk.rows', { jobId, filter: 'faulty', from: 0, limit: 1 });
    throw new Error(`${operation}: ${JSON.stringify([checked.sharedIssues, found.rows])}`);
  }
  await askWorker(panel, 'bulk.run', { jobId, revision: checked.revision });
  return jobId;
}
