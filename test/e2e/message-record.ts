import type { BrowserContext } from 'playwright-core';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

/**
 * Records every message that the extension's pages send, get answered and receive, as JSON lines. Pages opened after
 * this call are recorded; a real side panel or popup is not, but it speaks the same contract.
 */
export async function recordMessages(context: BrowserContext): Promise<string[]> {
  const messages: string[] = [];
  await context.exposeBinding('recordMessage', (_source, line: string) => {
    messages.push(line);
  });
  await context.addInitScript(wrapRuntime);
  return messages;
}

/** Runs in the page, before its own scripts. */
function wrapRuntime(): void {
  if (location.protocol !== 'chrome-extension:') return;
  const { runtime } = chrome;
  const record = (direction: string, message: unknown) => {
    const page = globalThis as unknown as { recordMessage(line: string): Promise<void> };
    void page.recordMessage(JSON.stringify({ direction, message }));
  };
  const listen = runtime.onMessage.addListener.bind(runtime.onMessage);
  listen((message: unknown) => record('received', message));

  const send = runtime.sendMessage.bind(runtime) as (...parameters: unknown[]) => Promise<unknown> | undefined;
  const wrappedSend = (...parameters: unknown[]) => {
    record('sent', parameters[0]);
    const callback = parameters.at(-1);
    if (typeof callback === 'function') {
      return send(...parameters.slice(0, -1), (answer: unknown) => {
        record('answer', answer);
        callback(answer);
      });
    }
    return send(...parameters)?.then((answer) => {
      record('answer', answer);
      return answer;
    });
  };
  const connect = runtime.connect.bind(runtime) as (...parameters: unknown[]) => ReturnType<typeof runtime.connect>;
  const wrappedConnect = (...parameters: unknown[]) => {
    const port = connect(...parameters);
    const post = port.postMessage.bind(port);
    port.postMessage = (message: unknown) => {
      record('sent', message);
      post(message);
    };
    port.onMessage.addListener((message: unknown) => record('received', message));
    return port;
  };
  Object.assign(runtime, { sendMessage: wrappedSend, connect: wrappedConnect });
}
