import type { Page } from 'playwright-core';
import { askWorker } from '../e2e/chaos/ask-worker.ts';
import { setUpOn } from '../e2e/setup.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { waitUntil } from '../e2e/wait-until.ts';
import type { Figure } from './figures.ts';
import { type InstantServer, startInstantServer } from './instant-server.ts';

const rows = 100_000;
const perRequest = 500;
const concurrency = 4;

/** A delivery of 100,000 cards against a server that answers at once, and a smaller one against one that takes its time. */
export async function measureJobs(): Promise<Figure[]> {
  const stage = await openStage();
  const server = await startInstantServer(stage.sandbox.gatewayUrl);
  try {
    const options = await stage.browser.openPage('options.html');
    await setUpOn(options, server.gatewayUrl, { protection: 'device' });
    await options.close();
    const panel = await stage.browser.openPage('sidepanel.html', { width: 400, hash: '/jobs' });
    const connectionId = await hurry(panel);
    const throughput = await measureThroughput(stage, panel, connectionId);
    return [...throughput, ...(await measurePipeline(panel, connectionId, server))];
  } finally {
    await server.close();
    await stage.close();
  }
}

/** As fast as settings allow. */
async function hurry(panel: Page): Promise<string> {
  const { connections } = await askWorker(panel, 'app.read', {});
  const top = connections.find((connection) => connection.platform === 'top');
  if (top?.platform !== 'top') throw new Error('There is no connection.');
  const { id, platform, name, endpoint, appKey, signMethod } = top;
  const connection = { id, platform, name, endpoint, appKey, signMethod, pace: { calls: 1000, concurrency } };
  await askWorker(panel, 'connection.save', { connection, secrets: {} });
  return id;
}

async function prepare(panel: Page, connectionId: string, count: number, firstCard: number): Promise<string> {
  const { jobId } = await askWorker(panel, 'bulk.begin', {
    operation: 'sell-cards',
    connectionId,
    source: 'panel',
    header: ['卡号'],
    mapping: ['physical_card_ids'],
    shared: { brand_id: '3396912', shop_id: '4564334', operator_id: 'kyr13386' },
  });
  for (let from = 0; from < count; from += 1000) {
    const chunk = Array.from({ length: Math.min(1000, count - from) }, (_, index) => [
      `66${String(firstCard + from + index).padStart(8, '0')}`,
    ]);
    await askWorker(panel, 'bulk.addRows', { jobId, from, rows: chunk });
  }
  await askWorker(panel, 'bulk.endRows', { jobId });
  await askWorker(panel, 'bulk.configure', { jobId, rowsPerRequest: perRequest });
  const draft = await waitUntil(
    'the rows to be looked at',
    async () => {
      const read = await askWorker(panel, 'bulk.read', { jobId });
      return read.import.phase === 'checked' && read;
    },
    { timeoutMs: 120_000 },
  );
  await askWorker(panel, 'bulk.run', { jobId, revision: draft.revision });
  return jobId;
}

async function untilDone(panel: Page, jobId: string): Promise<void> {
  await waitUntil(
    'the job to be done',
    async () => {
      const { jobs } = await askWorker(panel, 'app.read', {});
      return jobs.find(({ id }) => id === jobId)?.state === 'finished';
    },
    { timeoutMs: 300_000, everyMs: 100 },
  );
}

type Blocked = { longestMs: number; totalMs: number };

/** What kept the panel from answering a person, while `work` went on. */
async function watchPanel(panel: Page, work: () => Promise<void>): Promise<Blocked & { wallMs: number }> {
  await panel.evaluate(() => {
    const blocked = { longestMs: 0, totalMs: 0 };
    Object.assign(globalThis, { blocked });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        blocked.longestMs = Math.max(blocked.longestMs, duration);
        blocked.totalMs += duration;
      }
    }).observe({ entryTypes: ['longtask'] });
  });
  const startedAt = performance.now();
  await work();
  const wallMs = performance.now() - startedAt;
  const blocked = await panel.evaluate(() => (globalThis as unknown as { blocked: Blocked }).blocked);
  return { ...blocked, wallMs };
}

async function measureThroughput(stage: Stage, panel: Page, connectionId: string): Promise<Figure[]> {
  const { wallMs, longestMs, totalMs } = await watchPanel(panel, async () => {
    await untilDone(panel, await prepare(panel, connectionId, rows, 0));
  });
  const [panelHeap, workerHeap] = [await heapOf(panel), await workerHeapOf(stage)];
  return [
    {
      what: `${rows} cards prepared, held and run`,
      value: rows / (wallMs / 1000),
      unit: 'rows/s',
      bar: { least: 5000 },
    },
    { what: 'panel blocked meanwhile', value: (100 * totalMs) / wallMs, unit: '%', bar: { most: 10 } },
    { what: 'longest task of the panel', value: longestMs, unit: 'ms', bar: { most: 50 } },
    { what: 'heap of the panel', value: panelHeap / 1e6, unit: 'MB', bar: { most: 100 } },
    { what: 'heap of the worker', value: workerHeap / 1e6, unit: 'MB', bar: { most: 100 } },
  ];
}

/** The wall time that latency and concurrency leave no way around, against what it took. */
async function measurePipeline(panel: Page, connectionId: string, server: InstantServer): Promise<Figure[]> {
  const [count, latencyMs] = [40_000, 500];
  server.setLatency(latencyMs);
  const jobId = await prepare(panel, connectionId, count, 1_000_000);
  const before = server.requests();
  await waitUntil('the first request', () => server.requests() > before, { timeoutMs: 60_000, everyMs: 5 });
  const startedAt = performance.now();
  await untilDone(panel, jobId);
  const wallMs = performance.now() - startedAt;
  const idealMs = (Math.ceil(count / perRequest) / concurrency) * latencyMs;
  return [
    { what: 'pipeline, ideal against real time', value: idealMs / wallMs, unit: 'of the ideal', bar: { least: 0.95 } },
  ];
}

async function heapOf(panel: Page): Promise<number> {
  const session = await panel.context().newCDPSession(panel);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

async function workerHeapOf(stage: Stage): Promise<number> {
  const worker = await stage.browser.worker();
  // Chromium's own figure, which counts in steps.
  return worker.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  );
}
