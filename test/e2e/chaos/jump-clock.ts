import type { Disturbance } from './disturbance.ts';

const minuteMs = 60_000;

/**
 * The worker's clock jumps by up to a day, forwards or backwards; with its next life it has the right time again, which
 * is another jump.
 */
export const jumpClock: Disturbance = {
  name: 'the clock jumps',
  async strike(world, random) {
    const minutes = random.pick([1, -1]) * random.pick([2, 17, 95, 8 * 60, 26 * 60]);
    const worker = await world.browser.worker();
    await worker.evaluate((shiftMs) => {
      const held = globalThis as { rightNow?: () => number };
      held.rightNow ??= Date.now.bind(Date);
      const { rightNow } = held;
      Date.now = () => rightNow() + shiftMs;
    }, minutes * minuteMs);
  },
};
