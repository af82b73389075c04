import { createFreshTexts } from './fresh-texts';
import type { PageContext } from './page-context';
import { isReadRequest, type ReadAnswer, reportOf } from './page-messages';
import type { Look } from './watch-page';

type Listener = (message: unknown, sender: { id?: string }, answer: (answer: ReadAnswer) => void) => void;

/** The part of `runtime` that a reader needs. After the extension was reloaded it is gone or has no id. */
export interface ReaderRuntime {
  readonly id?: string | undefined;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}

export interface PageReporterParts {
  runtime(): ReaderRuntime | undefined;
  read(): PageContext | undefined;
  /** What the selected text names, asked only for a person's click: a report must not turn any selected number into an id. */
  readSelection(): PageContext | undefined;
  /** The address that the page has now. */
  address(): string;
  idInAddress(): string | undefined;
  isDocument(): boolean;
  watch(look: Look): () => void;
  now(): number;
}

/** One reader at work in one page. */
export interface PageReporter {
  isAlive(): boolean;
  stop(): void;
}

/** Reports what the page says and answers the worker, until the extension is gone; then it stops without a word. */
export function startPageReporter(parts: PageReporterParts): PageReporter {
  const fresh = createFreshTexts(parts.now);
  const runtime = parts.runtime();
  let told: string | undefined;
  let isStopped = false;
  let stopWatching: (() => void) | undefined;

  function isAlive(): boolean {
    return !isStopped && parts.runtime()?.id !== undefined;
  }

  function stop(): void {
    if (isStopped) return;
    const isExtensionThere = isAlive();
    isStopped = true;
    stopWatching?.();
    // In an invalidated context the call throws, and nobody is left to call the listener.
    if (isExtensionThere) runtime?.onMessage.removeListener(answer);
  }

  async function report(context: PageContext | undefined): Promise<void> {
    try {
      await parts.runtime()?.sendMessage(reportOf(context));
    } catch {
      // Reloaded: stop. Otherwise the worker could not be woken: tell it again at the next look.
      if (isAlive()) told = undefined;
      else stop();
    }
  }

  const look: Look = (reason) => {
    if (!isAlive()) {
      stop();
      return 'same';
    }
    const { context, isCatchingUp } = fresh.tell(parts.read(), reason, parts.idInAddress());
    // The worker forgot what this tab said when another page came.
    if (reason === 'return') told = undefined;
    // With the address: the worker drops what it heard of another, and must hear the same again.
    const telling = JSON.stringify([parts.address(), context ?? null]);
    const isNew = telling !== told;
    told = telling;
    if (isNew) void report(context);
    if (isCatchingUp) return 'unsettled';
    return isNew ? 'changed' : 'same';
  };

  function answer(message: unknown, sender: { id?: string }, reply: (answer: ReadAnswer) => void): void {
    if (sender.id !== runtime?.id || !isReadRequest(message)) return;
    const isDocument = parts.isDocument();
    const context = fresh.tell(parts.read(), 'time', parts.idInAddress()).context ?? parts.readSelection();
    reply(context ? { context, isDocument } : { isDocument });
  }

  runtime?.onMessage.addListener(answer);
  stopWatching = parts.watch(look);
  // The first look may have found the extension gone, when there was nothing to stop yet.
  if (isStopped) stopWatching();
  return { isAlive, stop };
}

// A symbol, since elements of the page with an id appear as members of the global object, in our world too.
const readerKey = Symbol.for('crm-sidekick.page-reader');

/** Starts a reader unless one is at work in this world. One that a reload of the extension left behind is stopped first. */
export function startOnce(world: object, start: () => PageReporter): void {
  const running: PageReporter | undefined = Reflect.get(world, readerKey);
  if (running?.isAlive()) return;
  running?.stop();
  Reflect.set(world, readerKey, start());
}
