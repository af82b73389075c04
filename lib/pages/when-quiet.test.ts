import { expect, test } from 'vitest';
import { type LoadingWindow, longestLoadMs, whenQuiet } from './when-quiet';

function createLoading(readyState: DocumentReadyState) {
  const world = { worked: 0, idle: [] as (() => void)[], load: [] as (() => void)[], timers: [] as (() => void)[] };
  const page = {
    document: { readyState },
    addEventListener: (_type: 'load', listener: () => void) => void world.load.push(listener),
    requestIdleCallback: (work: () => void) => world.idle.push(work),
    setTimeout(callback: () => void, delayMs: number) {
      expect(delayMs).toBe(longestLoadMs);
      return world.timers.push(callback);
    },
  };
  whenQuiet(page as unknown as LoadingWindow, () => {
    world.worked += 1;
  });
  return world;
}

test.each(['loading', 'interactive'] as const)(
  'a page that is %s is left alone until it has loaded and idles',
  (state) => {
    const world = createLoading(state);
    expect(world.idle).toEqual([]);
    for (const load of world.load) load();
    expect(world.worked).toBe(0);
    for (const idle of world.idle) idle();
    expect(world.worked).toBe(1);
  },
);

test('a page that has loaded is waited for no longer than until it idles', () => {
  const world = createLoading('complete');
  expect([world.load, world.timers]).toEqual([[], []]);
  for (const idle of world.idle) idle();
  expect(world.worked).toBe(1);
});

test('a page that never ends loading is read all the same', () => {
  const world = createLoading('interactive');
  for (const ring of world.timers) ring();
  for (const idle of world.idle) idle();
  expect(world.worked).toBe(1);
});
