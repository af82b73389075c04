import { setUp } from '../e2e/setup.ts';
import { openStage } from '../e2e/stage.ts';
import { waitUntil } from '../e2e/wait-until.ts';
import type { Figure } from './figures.ts';

/** How long a worker with nothing to do lives on, with a panel open and nobody there, as DevTools' list of targets has it. */
export async function measureIdle(): Promise<Figure[]> {
  const stage = await openStage();
  try {
    await setUp(stage);
    const page = await stage.browser.context.newPage();
    const session = await page.context().newCDPSession(page);
    const panel = await stage.browser.openPage('sidepanel.html', { width: 400 });
    await panel.getByRole('navigation').first().waitFor();
    const startedAt = performance.now();
    await waitUntil(
      'the worker to be gone',
      async () => {
        const { targetInfos } = await session.send('Target.getTargets');
        return !targetInfos.some(
          ({ type, url }) => type === 'service_worker' && url.includes(stage.browser.extensionId),
        );
      },
      { timeoutMs: 90_000, everyMs: 250 },
    );
    const value = (performance.now() - startedAt) / 1000;
    return [{ what: 'a worker with nothing to do is gone after', value, unit: 's', bar: { most: 35 } }];
  } finally {
    await stage.close();
  }
}
