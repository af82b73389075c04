import type { Page } from 'playwright-core';
import { askWorker } from '../e2e/chaos/ask-worker.ts';
import { waitUntil } from '../e2e/wait-until.ts';
import type { Figure } from './figures.ts';
import { concurrency, type JobStage, perRequest } from './job-stage.ts';

const [rows, latencyMs] = [40_000, 500];

/** The wall time that latency and concurrency leave no way around, against what a job takes from its first request on. */
export async function measurePipeline({ stage, server, connectionId }: JobStage): Promise<Figure[]> {
  const panel = await stage.browser.openPage('sidepanel.html', { width: 400, hash: '/jobs' });
  server.setLatency(latencyMs);
  const before = server.requests();
  const jobId = await prepare(panel, connectionId);
  await waitUntil('the first request', () => server.requests() > before, { timeoutMs: 60_000, everyMs: 5 });
  const startedAt = performance.now();
  await waitUntil(
    'the job to be done',
    async () => {
      const { jobs } = await askWorker(panel, 'app.read', {});
      return jobs.find(({ id }) => id === jobId)?.state === 'finished';
    },
    { timeoutMs: 300_000, everyMs: 100 },
  );
  const wallMs = performance.now() - startedAt;
  server.setLatency(0);
  await panel.close();
  const idealMs = (Math.ceil(rows / perRequest) / concurrency) * latencyMs;
  return [
    { what: 'pipeline, ideal against real time', value: idealMs / wallMs, unit: 'of the ideal', bar: { least: 0.95 } },
  ];
}

async function prepare(panel: Page, connectionId: string): Promise<string> {
  const { jobId } = await askWorker(panel, 'bulk.begin', {
    operation: 'sell-cards',
    connectionId,
    source: 'panel',
    header: ['卡号'],
    mapping: ['physical_card_ids'],
    shared: { brand_id: '3396912', shop_id: '4564334', operator_id: 'kyr13386' },
  });
  for (let from = 0; from < rows; from += 1000) {
    const chunk = Array.from({ length: 1000 }, (_, index) => [`66${String(90_000_000 + from + index)}`]);
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
