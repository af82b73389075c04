import type { Page } from 'playwright-core';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

/**
 * Loads the page anew with these calls answered by this page alone, in this order, the last one from then on;
 * 'nothing': never. The worker and other pages are not disturbed, so screens can be looked at side by side.
 */
export async function answerInstead(page: Page, answers: Record<string, readonly unknown[]>): Promise<void> {
  await page.addInitScript((given) => {
    const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (message: unknown) => Promise<unknown>;
    const waiting = new Map(Object.entries(given).map(([call, values]) => [call, [...values]]));
    const answer = (message: { call?: string }): Promise<unknown> => {
      const values = waiting.get(message.call ?? '');
      if (!values) return send(message);
      const value = values.length > 1 ? values.shift() : values[0];
      return value === 'nothing' ? new Promise(() => undefined) : Promise.resolve({ ok: true, value });
    };
    Object.assign(chrome.runtime, { sendMessage: answer });
  }, answers);
  await page.reload();
  await page.locator('h1').waitFor();
}
