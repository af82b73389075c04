import { webOriginOf } from './origin';

/** Why a tab cannot be read. `asleep`: discarded to save memory; `gone`: closed meanwhile. */
export type TabBarrier =
  | 'browser-page'
  | 'store'
  | 'file'
  | 'source'
  | 'not-a-page'
  | 'error-page'
  | 'asleep'
  | 'gone'
  | 'policy';

const store =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)(?:[/?#]|$)/;

/** What keeps extensions out of a page with this address, wherever it is known; nothing for pages of the web. */
export function barrierOfAddress(url: string): TabBarrier | undefined {
  if (store.test(url)) return 'store';
  if (webOriginOf(url) !== undefined) return undefined;
  if (url.startsWith('view-source:')) return 'source';
  return url.startsWith('file:') ? 'file' : 'browser-page';
}

/**
 * Without access a tab's address is unknown, so only the browser's words tell a page that can be granted from one that never can:
 * Chromium's extension_error texts (chrome:// address, gallery, policy, error page, another extension) and Firefox's for privileged
 * pages. In the order in which they are tried, since texts quote addresses.
 */
const refusals: readonly [RegExp, TabBarrier][] = [
  [/error page/i, 'error-page'],
  [/view-source:/i, 'source'],
  [/file:\/\//i, 'file'],
  [/gallery/i, 'store'],
  [/polic/i, 'policy'],
  [/No frame|No tab/i, 'gone'],
  [/chrome:\/\/|edge:\/\/|about:|devtools:\/\/|extension:\/\/|another extension|privileged/i, 'browser-page'],
];

/** What keeps us out for good, by what the browser said when the reader was to be put there. */
export function barrierOfRefusal(thrown: unknown): TabBarrier | undefined {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return refusals.find(([words]) => words.test(message))?.[1];
}
