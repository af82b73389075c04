import type { Page } from 'playwright-core';
import type { AppState } from '../../lib/messages/app-state.ts';
import type { CallName, CallOutput } from '../../lib/messages/extension-contract.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

/** As much of an answer as a screen needs. */
type Part<Whole> = Whole extends readonly (infer One)[]
  ? readonly Part<One>[]
  : Whole extends object
    ? { readonly [Member in keyof Whole]?: Part<Whole[Member]> | undefined }
    : Whole;

/** Answers to calls, in this order, the last one from then on; 'nothing': never. */
export type Answers = { [Call in CallName]?: readonly (Part<CallOutput<Call>> | 'nothing')[] | undefined };

/**
 * Loads the page anew with these calls answered by this page alone, and with these parts of the state, one after the
 * other, in the place of what the worker tells. The worker and other pages are not disturbed, so screens can be looked at side by side.
 */
export async function answerInstead(
  page: Page,
  answers: Answers,
  states: readonly Partial<AppState>[] = [],
): Promise<void> {
  await page.addInitScript(
    ({ given, told }) => {
      const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (message: unknown) => Promise<unknown>;
      const waiting = new Map(Object.entries(given).map(([call, values]) => [call, [...values]]));
      const answer = async (message: { call?: string }): Promise<unknown> => {
        const values = waiting.get(message.call ?? '');
        if (values) {
          const value = values.length > 1 ? values.shift() : values[0];
          return value === 'nothing' ? new Promise(() => undefined) : { ok: true, value };
        }
        const reply = (await send(message)) as { ok?: boolean; value: object };
        if (message.call !== 'app.read' || !reply.ok) return reply;
        const part = told.length > 1 ? told.shift() : told[0];
        return { ok: true, value: { ...reply.value, ...part } };
      };
      Object.assign(chrome.runtime, { sendMessage: answer });
      if (told.length === 0) return;
      // What the worker tells everybody is not what this page is to show.
      class Silent extends EventTarget {
        close() {}
      }
      Object.assign(globalThis, { BroadcastChannel: Silent });
    },
    { given: answers as Record<string, readonly unknown[]>, told: [...states] },
  );
  await page.reload();
  await page.locator('h1').waitFor();
}
