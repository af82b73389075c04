import { createFreshTexts } from './fresh-texts';
import type { PageContext, PageRows, PageRowsSummary } from './page-context';
import { isReaderRequest, type ReadAnswer, type RowsAnswer, reportOf, rulesRequest } from './page-messages';
import type { PageReading } from './read-page';
import type { ToldRule } from './told-rule';
import type { Look } from './watch-page';

type Rules = readonly ToldRule[];
type Answer = ReadAnswer | RowsAnswer;
type Listener = (message: unknown, sender: { id?: string }, answer: (answer: Answer) => void) => void;

/** The part of `runtime` that a reader needs. After the extension was reloaded it is gone or has no id. */
export interface ReaderRuntime {
  readonly id?: string | undefined;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}

export interface PageReporterParts {
  runtime(): ReaderRuntime | undefined;
  read(rules: Rules): PageReading | undefined;
  readRows(rules: Rules): PageRows | undefined;
  /** What the selected text names, asked only for a person's click: a report must not turn any selected number into an id. */
  readSelection(rules: Rules): PageContext | undefined;
  /** The address that the page has now. */
  address(): string;
  isDocument(): boolean;
  /** Does the work once the page has loaded and idles. */
  whenQuiet(work: () => unknown): void;
  watch(look: Look): () => void;
  now(): number;
}

/** One reader at work in one page. */
export interface PageReporter {
  isAlive(): boolean;
  stop(): void;
}

/**
 * Asks how this site's pages are read, then reports what the page says and answers the worker, until the extension is gone; then it
 * stops without a word.
 */
export function startPageReporter(parts: PageReporterParts): PageReporter {
  const fresh = createFreshTexts(parts.now);
  const runtime = parts.runtime();
  let rules: Rules = [];
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

  async function send(message: unknown): Promise<unknown> {
    try {
      return await parts.runtime()?.sendMessage(message);
    } catch {
      // Reloaded: stop. Otherwise the worker could not be woken: tell it again at the next look.
      if (isAlive()) told = undefined;
      else stop();
      return undefined;
    }
  }

  /** Without rules there is nothing to look for; whoever opens a panel brings them along. */
  function begin(given: unknown): void {
    if (!Array.isArray(given) || isStopped) return;
    rules = given;
    stopWatching ??= parts.watch(look);
    // The first look may have found the extension gone, when there was nothing to stop yet.
    if (isStopped) stopWatching();
  }

  function read(reason: Parameters<Look>[0] | 'asked') {
    const { context, isCatchingUp } = fresh.tell(parts.read(rules), reason);
    const rows = isCatchingUp ? undefined : summaryOf(parts.readRows(rules));
    return { context, rows, isCatchingUp };
  }

  const look: Look = (reason) => {
    if (!isAlive()) {
      stop();
      return 'same';
    }
    const { context, rows, isCatchingUp } = read(reason);
    // The worker forgot what this tab said when another page came.
    if (reason === 'return') told = undefined;
    // With the address: the worker drops what it heard of another, and must hear the same again.
    const telling = JSON.stringify([parts.address(), context, rows]);
    const isNew = telling !== told;
    told = telling;
    if (isNew) void send(reportOf(context, rows));
    if (isCatchingUp) return 'unsettled';
    return isNew ? 'changed' : 'same';
  };

  function answer(message: unknown, sender: { id?: string }, reply: (answer: Answer) => void): void {
    if (sender.id !== runtime?.id || !isReaderRequest(message)) return;
    const { call, input } = message;
    begin(input.rules);
    if (call === 'page.rows') reply({ rows: parts.readRows(rules) });
    if (call === 'page.read') {
      const { context: told, rows, isCatchingUp } = read('asked');
      // What is withheld is not told for a selection's sake either. Where nothing is, nothing but the selection names an id.
      const context = told ?? (isCatchingUp ? undefined : parts.readSelection(rules));
      reply({ context, rows, isDocument: parts.isDocument() });
    }
  }

  runtime?.onMessage.addListener(answer);
  parts.whenQuiet(() =>
    send(rulesRequest).then((reply) =>
      begin((reply as Partial<{ value: { rules: unknown } }> | undefined)?.value?.rules),
    ),
  );
  return { isAlive, stop };
}

function summaryOf(list: PageRows | undefined): PageRowsSummary | undefined {
  return list && { total: list.total, ticked: list.rows.filter(({ isTicked }) => isTicked).map(({ id }) => id) };
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
