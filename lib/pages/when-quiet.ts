/** As much of a page's window as is needed. */
export interface LoadingWindow extends Pick<Window, 'requestIdleCallback' | 'setTimeout'> {
  document: Pick<Document, 'readyState'>;
  addEventListener(type: 'load', listener: () => void): void;
}

/** A page that never comes to its end is read all the same. */
export const longestLoadMs = 3000;

/** Does the work once the page has loaded and idles, so that no page is slower for being read; twice where loading took that long. */
export function whenQuiet(page: LoadingWindow, work: () => unknown): void {
  const go = () => page.requestIdleCallback(work, { timeout: 500 });
  if (page.document.readyState === 'complete') go();
  else {
    page.addEventListener('load', go);
    page.setTimeout(go, longestLoadMs);
  }
}
