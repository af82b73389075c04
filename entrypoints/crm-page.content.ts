import { defineContentScript } from 'wxt/utils/define-content-script';
import { nodesPerReading } from '@/lib/pages/bounded-walk';
import { type ReaderRuntime, startOnce, startPageReporter } from '@/lib/pages/page-reporter';
import { readPage } from '@/lib/pages/read-page';
import { readRows } from '@/lib/pages/read-rows';
import { lendReadingTools } from '@/lib/pages/reading-tools';
import { readSelectedText } from '@/lib/pages/selected-text';
import type { ToldRule } from '@/lib/pages/told-rule';
import { watchPage } from '@/lib/pages/watch-page';
import { whenQuiet } from '@/lib/pages/when-quiet';

// `chrome` and not `wxt/browser`: the polyfill is 10 kB in every granted page, and only `runtime` messages are needed, which answer
// with promises in every MV3 browser. Not `browser` either: where the browser does not define it, an element with that id does.
declare const chrome: { runtime?: ReaderRuntime };

/**
 * Reads which opportunity the page is about. Never in the manifest: the worker registers it for granted sites and injects it at a
 * click, always into the isolated world, top frame only.
 *
 * `world: 'MAIN'` here only chooses WXT's wrapper. Its other wrapper weighs 13 kB and dispatches an event on the page's document,
 * which pages can see.
 */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  main() {
    if (top !== window) return;
    lendReadingTools(globalThis);
    const page = { document, location, slow: new Map() };
    const now = () => performance.now();
    let entered = new Set<Node>();
    const asked = (rules: readonly ToldRule[]) => ({ ...page, rules, budget: { left: nodesPerReading, entered } });
    startOnce(globalThis, () =>
      startPageReporter({
        runtime: () => chrome.runtime,
        read(rules) {
          entered = new Set();
          return readPage(asked(rules));
        },
        readRows: (rules) => readRows(asked(rules)),
        readSelection(rules) {
          return readPage({ ...page, rules, selection: readSelectedText(getSelection()) })?.context;
        },
        address: () => location.href,
        isDocument: () => /html/.test(document.contentType),
        whenQuiet: (work) => whenQuiet(window, work),
        watch: (look) =>
          watchPage(
            {
              document,
              window,
              navigation: window.navigation,
              entered: () => entered,
              createObserver: (onMutation) => new MutationObserver(onMutation),
              setTimer: (callback, delayMs) => window.setTimeout(callback, delayMs),
              clearTimer: (timer) => clearTimeout(timer),
              now,
            },
            look,
          ),
        now,
      }),
    );
  },
});
