/** The parts of a page's window that say when it may have changed. */
export interface WatchedPage {
  document: Document;
  /** The window: popstate, hashchange, pagehide, pageshow. */
  window: EventTarget;
  /** The Navigation API's object, where the browser has one: the only sign of `history.pushState`. */
  navigation?: EventTarget | undefined;
  createObserver(onMutation: () => void): Pick<MutationObserver, 'observe' | 'disconnect'>;
  setTimer(callback: () => void, delayMs: number): number;
  clearTimer(timer: number): void;
}

/** `return`: out of the back/forward cache. `time`: nothing is known to have changed. */
export type LookReason = 'start' | 'navigation' | 'mutation' | 'return' | 'time';

/** `unsettled`: look again soon, even if the page stays still. */
export type Look = (reason: LookReason) => 'changed' | 'same' | 'unsettled';

export const shortestDelayMs = 250;
export const longestDelayMs = 4_000;

/**
 * Looks now, at every navigation and after the page's DOM changed. After the first mutation nothing is observed until the look,
 * and while looks find nothing new they come ever later, up to 4 s apart: a page that never rests costs one look in 4 s. Returns what stops it.
 */
export function watchPage(page: WatchedPage, look: Look): () => void {
  const stopping = new AbortController();
  let delayMs = shortestDelayMs;
  let timer: number | undefined;
  let hasMutated = false;
  const observer = page.createObserver(() => {
    hasMutated = true;
    observer.disconnect();
    schedule();
  });

  function schedule(): void {
    if (!stopping.signal.aborted) timer ??= page.setTimer(onTimer, delayMs);
  }

  function rest(): void {
    if (timer !== undefined) page.clearTimer(timer);
    timer = undefined;
    observer.disconnect();
  }

  function lookNow(reason: LookReason): void {
    rest();
    hasMutated = false;
    const found = look(reason);
    if (stopping.signal.aborted) return;
    const isRestless = found === 'same' && reason === 'mutation';
    delayMs = isRestless ? Math.min(delayMs * 2, longestDelayMs) : shortestDelayMs;
    observer.observe(page.document, { childList: true, subtree: true, characterData: true });
    if (found === 'unsettled') schedule();
  }

  function onTimer(): void {
    timer = undefined;
    lookUnlessHidden();
  }

  /** A tab in the background costs nothing; it is looked at when it comes to the front. */
  function lookUnlessHidden(): void {
    if (!page.document.hidden) lookNow(hasMutated ? 'mutation' : 'time');
  }

  function lookAtNavigation(): void {
    lookNow('navigation');
  }

  const { signal } = stopping;
  page.navigation?.addEventListener('navigatesuccess', lookAtNavigation, { signal });
  page.window.addEventListener('popstate', lookAtNavigation, { signal });
  page.window.addEventListener('hashchange', lookAtNavigation, { signal });
  page.window.addEventListener('pagehide', rest, { signal });
  page.window.addEventListener(
    'pageshow',
    (event) => lookNow('persisted' in event && event.persisted === true ? 'return' : 'time'),
    {
      signal,
    },
  );
  page.document.addEventListener('visibilitychange', lookUnlessHidden, { signal });
  lookNow('start');

  return () => {
    stopping.abort();
    rest();
  };
}
