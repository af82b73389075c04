import type { BrowserContext, Worker } from 'playwright-core';
import { waitUntil } from './wait-until.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

type WorkerHost = { context: BrowserContext; extensionId: string };

/**
 * The background worker, started if it is not running, as an event would start it. Playwright keeps one object for it
 * through all its lives; what is evaluated in it while it is stopped waits for its next life.
 */
export async function getWorker(host: WorkerHost): Promise<Worker> {
  const appeared = findWorker(host) ?? host.context.waitForEvent('serviceworker', (worker) => isOurs(host, worker));
  await watchWorker(host, async ({ session, isRunning, becomes }) => {
    if (isRunning()) return;
    await session.send('ServiceWorker.startWorker', { scopeURL: originOf(host) });
    await becomes('running');
  });
  return appeared;
}

/** Whether the background worker is running now; never starts it. */
export function isWorkerRunning(host: WorkerHost): Promise<boolean> {
  return watchWorker(host, async ({ isRunning }) => isRunning());
}

/**
 * Stops the background worker at once, as the browser does under memory pressure: no event tells it, and all it held
 * in memory is gone. Returns when it has stopped; the next event starts it anew.
 */
export function killWorker(host: WorkerHost): Promise<void> {
  return watchWorker(host, async ({ session, isRunning, becomes }) => {
    if (!isRunning()) return;
    const stopped = becomes('stopped');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  });
}

/** The id of the tab that shows `page`, brought to the front for it: the same id that the extension sees. */
export async function tabIdOf(host: WorkerHost, page: { bringToFront(): Promise<void> }): Promise<number> {
  await page.bringToFront();
  const worker = await getWorker(host);
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) throw new Error('No tab is active.');
    return tab.id;
  });
}

function originOf({ extensionId }: WorkerHost): string {
  return `chrome-extension://${extensionId}/`;
}

function isOurs(host: WorkerHost, worker: Worker): boolean {
  return worker.url().startsWith(originOf(host));
}

function findWorker(host: WorkerHost): Worker | undefined {
  return host.context.serviceWorkers().find((worker) => isOurs(host, worker));
}

type Session = Awaited<ReturnType<BrowserContext['newCDPSession']>>;
type RunningStatus = 'stopped' | 'running' | 'starting' | 'stopping';
type WorkerWatch = {
  session: Session;
  isRunning(): boolean;
  /** From now on; also if it was so for a moment only: an open surface may start it again at once. */
  becomes(status: RunningStatus): Promise<unknown>;
};

/** DevTools' ServiceWorker domain reaches every worker of the profile from any of its pages, and tells their states. */
async function watchWorker<Result>(host: WorkerHost, act: (watch: WorkerWatch) => Promise<Result>): Promise<Result> {
  const page = host.context.pages()[0] ?? (await host.context.newPage());
  const session = await host.context.newCDPSession(page);
  let status: RunningStatus | undefined;
  const told: RunningStatus[] = [];
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const ours = versions.find(({ scriptURL }) => scriptURL.startsWith(originOf(host)));
    if (!ours) return;
    status = ours.runningStatus;
    told.push(status);
  });
  try {
    await session.send('ServiceWorker.enable');
    // The states come as an event of their own, after the answer.
    await waitUntil('the state of the worker', () => status !== undefined);
    return await act({
      session,
      isRunning: () => status === 'running' || status === 'starting',
      becomes(awaited) {
        const before = told.length;
        return waitUntil(`the worker to be ${awaited}`, () => status === awaited || told.includes(awaited, before));
      },
    });
  } finally {
    await session.detach();
  }
}
