import { defineContentScript } from 'wxt/utils/define-content-script';
import { answerTrials, type TrialRuntime } from '@/lib/pages/try-rule';

// As in `crm-page.content.ts`.
declare const chrome: { runtime: TrialRuntime };

/** Put into a page, at a click, while somebody writes a rule for it: says what a rule reads there. Changes nothing. */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  main() {
    if (window.top === window) answerTrials(globalThis, chrome.runtime, { document, location });
  },
});
