/** The parts of a page's window that say when it may have changed. */
export interface WatchedPage {
  document: Document;
  /** The window: popstate, hashchange, pagehide, pageshow. */
  window: EventTarget;
  /** The Navigation API's object, where the browser has one: the only sign of `history.pushState`. */
  navigation?: EventTarget | undefined;
  /**
   * The shadow roots and frames' documents that the last look went into; what happens in them shows nowhere else. And elements that may
   * become components: looked for again, ever later, until 4 s have passed.
   */
  entered(): Iterable<Node>;
  createObserver(onMutation: () => void): Pick<MutationObserver, 'observe' | 'disconnect'>;
  setTimer(callback: () => void, delayMs: number): number;
  clearTimer(timer: number): void;
  now(): number;
}

/** `return`: out of the back/forward cache. `time`: nothing is known to have changed. */
export type LookReason = 'start' | 'navigation' | 'mutation' | 'return' | 'time';

/** `unsettled`: look again soon, even if the page stays still. */
export type Look = (reason: LookReason) => 'changed' | 'same' | 'unsettled';

const { addEventListener: addListener } = EventTarget.prototype;

export const shortestDelayMs = 250;
export const longestDelayMs = 4_000;
/** So many changes one upon another are no navigation: a page that shows something else all the time. */
export const mostChangesInARow = 12;

/**
 * Looks now, at every navigation, after a click and after the DOM changed. After the first mutation nothing is observed until the
 * look, and while looks find nothing new, or something new for ever, they come ever later, up to 4 s apart: a page that never rests
 * costs one look in 4 s, and addresses that change by the frame four a second. At rest no timer runs. Returns what stops it.
 */
export function watchPage(page: WatchedPage, look: Look): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  let delayMs = shortestDelayMs;
  let timer: number | undefined;
  let hasMutated = false;
  let hasNavigated = false;
  let lookedAt = -longestDelayMs;
  let changesInARow = 0;
  const observer = page.createObserver(() => {
    hasMutated = true;
    observer.disconnect();
    if (page.now() - lookedAt > longestDelayMs / 2) changesInARow = 0;
    schedule();
  });

  function schedule(): void {
    if (!signal.aborted) timer ??= page.setTimer(onTimer, delayMs);
  }

  function rest(): void {
    if (timer !== undefined) page.clearTimer(timer);
    timer = undefined;
    observer.disconnect();
  }

  function observe(): void {
    for (const root of [page.document, ...page.entered()]) {
      observer.observe(root, { childList: true, subtree: true, characterData: true });
      listen(root, 'click', schedule);
    }
  }

  /** Not as a member: a page's `<img name="addEventListener">` would stand in a document's place of it. */
  function listen(target: EventTarget | undefined, type: string, listener: (event: Event) => void): void {
    if (target) addListener.call(target, type, listener, { signal, capture: true, passive: true });
  }

  function lookNow(reason: LookReason): void {
    rest();
    hasMutated = false;
    hasNavigated = false;
    lookedAt = page.now();
    const found = look(reason);
    if (signal.aborted) return;
    if (found === 'changed') changesInARow += 1;
    const isWaiting = [...page.entered()].some(({ nodeType }) => nodeType === 1);
    const isRestless = (isWaiting || reason === 'mutation') && (found === 'same' || changesInARow > mostChangesInARow);
    delayMs = isRestless ? Math.min(delayMs * 2, longestDelayMs) : shortestDelayMs;
    observe();
    if (found === 'unsettled' || (isWaiting && delayMs < longestDelayMs)) schedule();
  }

  function onTimer(): void {
    timer = undefined;
    lookUnlessHidden();
  }

  /** A tab in the background costs nothing; it is looked at when it comes to the front. */
  function lookUnlessHidden(): void {
    if (page.document.hidden === true) return;
    // A mutation after the navigation is that of the new view.
    lookNow(hasMutated ? 'mutation' : hasNavigated ? 'navigation' : 'time');
  }

  function lookAtNavigation(): void {
    if (page.now() - lookedAt >= shortestDelayMs) {
      lookNow('navigation');
      return;
    }
    rest();
    hasMutated = false;
    hasNavigated = true;
    delayMs = shortestDelayMs;
    observe();
    schedule();
  }

  listen(page.navigation, 'navigatesuccess', lookAtNavigation);
  listen(page.window, 'popstate', lookAtNavigation);
  listen(page.window, 'hashchange', lookAtNavigation);
  listen(page.window, 'pagehide', rest);
  listen(page.window, 'pageshow', (event) =>
    lookNow((event as Partial<PageTransitionEvent>).persisted ? 'return' : 'time'),
  );
  listen(page.document, 'visibilitychange', lookUnlessHidden);
  // A frame that has loaded another document; other things that load are no news.
  listen(page.document, 'load', ({ target }) => {
    if (target && 'contentDocument' in target) schedule();
  });
  lookNow('start');

  return () => {
    stopping.abort();
    rest();
  };
}
