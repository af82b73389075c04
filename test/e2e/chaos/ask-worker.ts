import type { Page } from 'playwright-core';
import type { CallInput, CallName, CallOutput } from '../../../lib/messages/extension-contract.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

type Reply = { ok: true; value: unknown } | { ok: false; error: { code: string; detail: unknown } };

/**
 * One call of the extension's own page to its worker, as the page's own client makes it: the gate and all behind it
 * are the real ones. A worker that dies meanwhile gives no reply, which fails.
 */
export async function askWorker<N extends CallName>(page: Page, call: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await page.evaluate((envelope) => chrome.runtime.sendMessage(envelope), {
    contract: 'extension',
    call,
    input,
  });
  const { ok, ...rest } = (reply ?? { ok: false, error: { code: 'no-reply', detail: {} } }) as Reply;
  if (ok) return (rest as { value: CallOutput<N> }).value;
  throw new Error(`${call}: ${JSON.stringify(rest)}`);
}
