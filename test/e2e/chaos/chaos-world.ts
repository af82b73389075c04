import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { ExtensionBrowser } from '../browser.ts';
import { connectCrm } from '../crm-stage.ts';
import { builtExtensionDir } from '../granted-build.ts';
import { setUp } from '../setup.ts';
import { openStage, type Stage } from '../stage.ts';
import { waitUntil } from '../wait-until.ts';
import { askWorker } from './ask-worker.ts';
import { type ChaosJob, chaosJobs } from './chaos-jobs.ts';
import { grantRoom } from './grant-room.ts';
import type { Trouble } from './judge-job.ts';

/** A stage whose browser and panel are replaced as they die, and the jobs that must come through. */
export type ChaosWorld = {
  stage: Stage;
  browser: ExtensionBrowser;
  /** DevTools' connection to the browser that runs now, by a page that stays: what is overridden through it ends with it. */
  session: CDPSession;
  panel: Page;
  jobs: (ChaosJob & { jobId: string })[];
  troubles: Trouble[];
};

/** Requests to the open platform at once. */
export const concurrency = 4;

const gatewayWrites = [
  'alibaba.alsc.crm.sales.opportunity.process.unfollow',
  'alibaba.lingyang.utouch.submit.initiative.batch.task',
  'alibaba.alsc.crm.card.batch.sell',
];

export async function openChaosWorld(rows: number, latencyMs: number): Promise<ChaosWorld> {
  const limited = makeLimitedBuild();
  const sandboxOptions = { opportunities: 2 * rows + 100 };
  // Its own copy is all that the stage needs.
  const stage = await openStage({ sandboxOptions, extensionDir: limited.extensionDir }).finally(limited.remove);
  stage.sandbox.setShapes({ 'rest-limit': 'off' });
  for (const method of gatewayWrites)
    stage.sandbox.addFaults([{ kind: 'latency', times: null, match: { method }, ms: latencyMs }]);
  const world = { stage, jobs: [], troubles: [] } as Pick<ChaosWorld, 'stage' | 'jobs' | 'troubles'> as ChaosWorld;
  // Before anything is written: what Chromium grants at the first write is good for half a minute.
  await holdBrowser(world, stage.browser);
  // This device keeps the key, so that a browser that was killed opens its vault without a person.
  await setUp(stage, { protection: 'device' });
  await connectCrm(stage);
  await openPanel(world);
  const connections = await hurry(world.panel);
  for (const job of chaosJobs(stage, rows)) {
    const connectionId = connections.find(({ platform }) => platform === job.platform)?.id ?? '';
    world.jobs.push({ ...job, jobId: await importJob(world.panel, job, connectionId) });
  }
  return world;
}

/** What is held of a browser, of the one that was just started, and its small quota. */
export async function holdBrowser(world: ChaosWorld, browser: ExtensionBrowser): Promise<void> {
  world.browser = browser;
  const { context } = browser;
  world.session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  await grantRoom(world);
}

export async function openPanel(world: ChaosWorld): Promise<void> {
  world.panel = await world.browser.openPage('sidepanel.html', { width: 400, hash: '/jobs' });
}

/** The build without `unlimitedStorage`: with it nothing but the disk itself is ever full, and that is not ours to fill. */
function makeLimitedBuild(): { extensionDir: string; remove(): void } {
  const extensionDir = mkdtempSync(join(tmpdir(), 'crm-sidekick-limited-'));
  cpSync(builtExtensionDir, extensionDir, { recursive: true });
  const path = join(extensionDir, 'manifest.json');
  const manifest: { permissions: string[] } = JSON.parse(readFileSync(path, 'utf8'));
  const permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
  return { extensionDir, remove: () => rmSync(extensionDir, { recursive: true, force: true }) };
}

/** As fast as settings allow: what is tested is not the waiting. */
async function hurry(panel: Page): Promise<{ id: string; platform: 'top' | 'ikcrm' }[]> {
  const { connections } = await askWorker(panel, 'app.read', {});
  const pace = { calls: 1000, concurrency };
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
  const { operation, header, mapping, shared, channel, rows, rowsPerRequest } = job;
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
  if (rowsPerRequest > 1) await askWorker(panel, 'bulk.configure', { jobId, rowsPerRequest });
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
