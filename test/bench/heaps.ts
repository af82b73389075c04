import type { Page } from 'playwright-core';
import type { Stage } from '../e2e/stage.ts';
import { workerSession } from '../e2e/worker-session.ts';
import type { Figure } from './figures.ts';

const everyMs = 200;

/**
 * Bytes of JavaScript that a panel and the background worker held at most while `work` went on, rubbish included. The worker that
 * reads and writes tables does not tell its own.
 */
export async function watchHeaps(stage: Stage, panel: Page, work: () => Promise<void>): Promise<Figure[]> {
  const session = await panel.context().newCDPSession(panel);
  await stage.browser.worker();
  const worker = await workerSession(session, stage.browser.extensionId);
  const most = { panel: 0, background: 0 };
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const background = (await worker.send('Runtime.getHeapUsage')) as { usedSize: number };
      most.panel = Math.max(most.panel, usedSize);
      most.background = Math.max(most.background, background.usedSize);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  };
  const watching = watch();
  try {
    await work();
  } finally {
    isOver = true;
    await watching;
    await worker.detach();
    await session.detach();
  }
  return Object.entries(most).map(([what, bytes]) => ({
    ...{ what: `heap of the ${what}, at most`, value: bytes / 1e6, unit: 'MB', bar: { most: 100 } },
  }));
}
