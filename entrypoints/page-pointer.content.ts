import { defineContentScript } from 'wxt/utils/define-content-script';
import { answerPointing, type PointingRuntime } from '@/lib/pages/teach/answer-pointing';

// As in `crm-page.content.ts`.
declare const chrome: { runtime: PointingRuntime };

/**
 * Put into a page, at a click, while somebody teaches it: lets the person point at what is to be read. It changes nothing but for the one
 * element that lies over the page meanwhile.
 */
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  main() {
    if (window.top === window) answerPointing(window, chrome.runtime);
  },
});
