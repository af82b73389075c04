// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type LookReason, longestDelayMs, mostChangesInARow, shortestDelayMs, watchPage } from './watch-page';

function start(answer: 'changed' | 'same' | 'unsettled' = 'same') {
  const looks: LookReason[] = [];
  const timers = new Map<number, { callback: () => void; delayMs: number }>();
  const delays: number[] = [];
  let isObserving = false;
  let onMutation = (): void => undefined;
  let observed = 0;
  let time = 0;
  const roots = new Set<Node>();
  const watched = new Set<Node>();
  const page = {
    document: new DOMParser().parseFromString('', 'text/html'),
    window: new EventTarget(),
    navigation: new EventTarget(),
    createObserver(callback: () => void) {
      onMutation = callback;
      return {
        observe(root: Node) {
          isObserving = true;
          watched.add(root);
        },
        disconnect() {
          isObserving = false;
          watched.clear();
        },
      };
    },
    setTimer(callback: () => void, delayMs: number) {
      delays.push(delayMs);
      timers.set(delays.length, { callback, delayMs });
      return delays.length;
    },
    clearTimer: (timer: number) => void timers.delete(timer),
    entered: () => roots,
    now: () => time,
  };
  Object.defineProperty(page.document, 'hidden', { value: false, configurable: true });
  const state = { answer };
  const stop = watchPage(page, (reason) => {
    looks.push(reason);
    return state.answer;
  });
  return {
    page,
    looks,
    delays,
    stop,
    state,
    timers,
    isObserving: () => isObserving,
    observed: () => observed,
    roots,
    watched,
    pass(ms: number) {
      time += ms;
    },
    mutate() {
      if (!isObserving) return;
      observed += 1;
      onMutation();
    },
    ring() {
      time += delays.at(-1) ?? 0;
      for (const [timer, { callback }] of [...timers]) {
        timers.delete(timer);
        callback();
      }
    },
    hide: (isHidden: boolean) =>
      Object.defineProperty(page.document, 'hidden', { value: isHidden, configurable: true }),
  };
}

test('it looks at the start and after a mutation', () => {
  const watch = start();
  watch.mutate();
  expect(watch.looks).toEqual(['start']);
  watch.ring();
  expect(watch.looks).toEqual(['start', 'mutation']);
});

test('between a mutation and the look nothing is observed', () => {
  const watch = start();
  for (let count = 0; count < 1000; count += 1) watch.mutate();
  expect(watch.observed()).toBe(1);
  expect(watch.delays).toEqual([shortestDelayMs]);
});

test('a page that never rests is looked at ever less, down to once in four seconds', () => {
  const watch = start();
  for (let count = 0; count < 8; count += 1) {
    watch.mutate();
    watch.ring();
  }
  expect(watch.delays).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000, longestDelayMs]);
  watch.state.answer = 'changed';
  watch.mutate();
  watch.ring();
  watch.mutate();
  expect(watch.delays.at(-1)).toBe(shortestDelayMs);
});

test.each(['navigatesuccess', 'popstate', 'hashchange'])('%s is looked at once, at once', (type) => {
  const watch = start();
  watch.pass(shortestDelayMs);
  (type === 'navigatesuccess' ? watch.page.navigation : watch.page.window).dispatchEvent(new Event(type));
  expect(watch.looks).toEqual(['start', 'navigation']);
});

test('a look that found the page unsettled is repeated without a mutation', () => {
  const watch = start('unsettled');
  watch.ring();
  expect(watch.looks).toEqual(['start', 'time']);
});

test('a page in the cache rests, and is looked at when it returns', () => {
  const watch = start();
  watch.mutate();
  watch.page.window.dispatchEvent(new Event('pagehide'));
  expect(watch.isObserving()).toBe(false);
  expect(watch.timers.size).toBe(0);
  watch.page.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(watch.looks).toEqual(['start', 'return']);
  expect(watch.isObserving()).toBe(true);
});

test('a hidden tab is not looked at until it shows', () => {
  const watch = start();
  watch.hide(true);
  watch.mutate();
  watch.ring();
  expect(watch.looks).toEqual(['start']);
  watch.hide(false);
  watch.page.document.dispatchEvent(new Event('visibilitychange'));
  expect(watch.looks).toEqual(['start', 'mutation']);
});

test('once stopped it never looks again', () => {
  const watch = start();
  watch.mutate();
  watch.stop();
  watch.ring();
  for (const target of [watch.page.window, watch.page.navigation, watch.page.document]) {
    for (const type of ['popstate', 'pageshow', 'navigatesuccess', 'visibilitychange'])
      target.dispatchEvent(new Event(type));
  }
  expect(watch.looks).toEqual(['start']);
  expect(watch.isObserving()).toBe(false);
  expect(watch.timers.size).toBe(0);
});

test('addresses that change by the frame are looked at four times a second, the last one too', () => {
  const watch = start('changed');
  watch.pass(shortestDelayMs);
  for (let frame = 0; frame < 60; frame += 1) {
    watch.page.navigation.dispatchEvent(new Event('navigatesuccess'));
    watch.pass(1);
  }
  expect(watch.looks).toEqual(['start', 'navigation']);
  watch.ring();
  expect(watch.looks).toEqual(['start', 'navigation', 'navigation']);
  expect(watch.timers.size).toBe(0);
});

test('a view that changed after a navigation that waits is the new one', () => {
  const watch = start();
  watch.mutate();
  watch.page.navigation.dispatchEvent(new Event('navigatesuccess'));
  expect(watch.isObserving()).toBe(true);
  watch.mutate();
  watch.ring();
  expect(watch.looks).toEqual(['start', 'mutation']);
});

test('a page that shows something else for ever is looked at ever less, until it has rested', () => {
  const watch = start('changed');
  for (let count = 0; count < mostChangesInARow + 10; count += 1) {
    watch.mutate();
    watch.ring();
  }
  watch.mutate();
  expect(watch.delays.at(-1)).toBe(longestDelayMs);
  watch.ring();
  watch.pass(longestDelayMs);
  watch.mutate();
  watch.ring();
  watch.mutate();
  expect(watch.delays.at(-1)).toBe(shortestDelayMs);
});

test('what a look went into is watched with the document, and a click there is looked at', () => {
  const watch = start();
  const root = watch.page.document.createElement('div').attachShadow({ mode: 'open' });
  watch.roots.add(root);
  watch.mutate();
  watch.ring();
  expect([...watch.watched]).toEqual([watch.page.document, root]);
  root.dispatchEvent(new Event('click'));
  root.dispatchEvent(new Event('click'));
  expect(watch.timers.size).toBe(1);
  watch.ring();
  expect(watch.looks).toEqual(['start', 'mutation', 'time']);
});

test('a frame that has loaded is looked at, a picture is not', () => {
  const watch = start();
  const { document } = watch.page;
  const [picture, frame] = [document.createElement('img'), document.createElement('div')];
  document.body.append(picture, frame);
  Object.defineProperty(frame, 'contentDocument', { value: null });
  picture.dispatchEvent(new Event('load'));
  expect(watch.timers.size).toBe(0);
  frame.dispatchEvent(new Event('load'));
  expect(watch.timers.size).toBe(1);
});

test('a page that puts its own elements in place of the document’s members is watched all the same', () => {
  const own = { value: 'an image', configurable: true };
  Object.defineProperty(Document.prototype, 'addEventListener', own);
  try {
    const watch = start();
    watch.mutate();
    watch.ring();
    expect(watch.looks).toEqual(['start', 'mutation']);
  } finally {
    Reflect.deleteProperty(Document.prototype, 'addEventListener');
  }
});

test('a component that is not set up yet is looked for again, ever later, and then left alone', () => {
  const watch = start();
  watch.roots.add(document.createElement('app-shell'));
  watch.page.window.dispatchEvent(new Event('pageshow'));
  for (let count = 0; count < 10; count += 1) watch.ring();
  expect(watch.delays).toEqual([500, 1000, 2000]);
  expect(watch.timers.size).toBe(0);
});
