import { borrowReadingTools } from '@/lib/pages/borrow-reading-tools';
import { isPointRequest, pointedNews } from './point-messages';
import { type Pointing, startPointing } from './pointing';

/** A connection from one of our pages: while it stands, somebody is there who asked to point. */
interface Line {
  name: string;
  sender?: { id?: string | undefined } | undefined;
  onDisconnect: { addListener(listener: () => void): void };
}

type Listener = (message: unknown, sender: { id?: string }, answer: (answer: unknown) => void) => void;

/** The part of `runtime` that pointing needs. */
export interface PointingRuntime {
  readonly id?: string | undefined;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: Listener): void };
  onConnect: { addListener(listener: (line: Line) => void): void };
}

export const lineName = 'crm-sidekick.pointing';
/** How long the page that asked may take to open its line. */
const lineWithinMs = 3_000;

const pointingKey = Symbol.for('crm-sidekick.pointing');

/**
 * Lets the person point in this page while one of our pages asks for it: it ends with the line to that page, whether the page was
 * closed or the extension reloaded. Once in a world however often it is put there.
 */
export function answerPointing(window: Window & typeof globalThis, runtime: PointingRuntime): void {
  const answering: PointingRuntime | undefined = Reflect.get(window, pointingKey);
  if (answering?.id !== undefined) return;
  Reflect.set(window, pointingKey, runtime);
  let pointing: Pointing | undefined;
  let line: Line | undefined;

  function end(): void {
    pointing?.end();
    pointing = undefined;
  }

  runtime.onConnect.addListener((opened) => {
    if (opened.name !== lineName || opened.sender?.id !== runtime.id) return;
    line = opened;
    opened.onDisconnect.addListener(() => {
      if (line !== opened) return;
      line = undefined;
      end();
    });
  });

  runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id !== runtime.id || !isPointRequest(message)) return;
    if (message.call === 'page.pointed') reply(pointing?.state());
    if (message.call === 'page.unpoint') {
      end();
      reply({});
    }
    if (message.call !== 'page.point') return;
    const tools = borrowReadingTools(window);
    if (!tools) return;
    const { state } = pointing?.state() ?? { state: 'ended' };
    if (state === 'ended' || state === 'removed')
      pointing = startPointing(
        { window, tools, told: () => void runtime.sendMessage(pointedNews).catch(() => undefined) },
        message.input,
      );
    else pointing?.order(message.input);
    window.setTimeout(() => line ?? end(), lineWithinMs);
    reply({});
  });
}
