import { expect, test } from 'vitest';
import type { PageContext } from './page-context';
import type { ReadAnswer } from './page-messages';
import { type PageReporterParts, type ReaderRuntime, startOnce, startPageReporter } from './page-reporter';
import type { Look } from './watch-page';

const context: PageContext = { opportunityId: '12', title: '火锅', rule: 'generic' };
type Listener = Parameters<ReaderRuntime['onMessage']['addListener']>[0];

function createPage() {
  const sent: unknown[] = [];
  const listeners = new Set<Listener>();
  const state = {
    isExtensionThere: true,
    isWorkerThere: true,
    page: context as PageContext | undefined,
    selected: undefined as PageContext | undefined,
    isWatching: false,
    address: 'https://crm.example.com/opportunities/12',
    look: (() => 'same') as Look,
  };
  const runtime: ReaderRuntime = {
    get id() {
      return state.isExtensionThere ? 'sidekick' : undefined;
    },
    async sendMessage(message) {
      if (!state.isExtensionThere) throw new Error('Extension context invalidated.');
      if (!state.isWorkerThere) throw new Error('Could not establish connection.');
      sent.push(message);
    },
    onMessage: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
  };
  const parts: PageReporterParts = {
    runtime: () => runtime,
    read: () => state.page,
    readSelection: () => state.selected,
    address: () => state.address,
    idInAddress: () => context.opportunityId,
    isDocument: () => true,
    watch(look) {
      state.look = look;
      state.isWatching = true;
      look('start');
      return () => {
        state.isWatching = false;
      };
    },
    now: () => 0,
  };
  function ask(message: unknown, senderId = 'sidekick'): ReadAnswer | undefined {
    let answered: ReadAnswer | undefined;
    for (const listener of listeners) {
      listener(message, { id: senderId }, (answer) => {
        answered = answer;
      });
    }
    return answered;
  }
  return { parts, sent, listeners, state, ask };
}

const report = (input: object) => ({ contract: 'page', call: 'page.report', input });
const request = { contract: 'page', call: 'page.read', input: {} };

test('what the page says is reported at the start and when it changed, not otherwise', () => {
  const { parts, sent, state } = createPage();
  startPageReporter(parts);
  expect(state.look('mutation')).toBe('same');
  state.page = undefined;
  expect(state.look('mutation')).toBe('changed');
  expect(sent).toEqual([report({ context }), report({})]);
});

test('the same opportunity at another address is reported again', () => {
  const { parts, sent, state } = createPage();
  startPageReporter(parts);
  state.address += '?tab=2';
  state.look('navigation');
  expect(sent).toEqual([report({ context }), report({ context })]);
});

test('a page about no opportunity is reported as such', () => {
  const { parts, sent, state } = createPage();
  state.page = undefined;
  startPageReporter(parts);
  expect(sent).toEqual([report({})]);
});

test('a page that returns from the cache is reported again', () => {
  const { parts, sent, state } = createPage();
  startPageReporter(parts);
  state.look('return');
  expect(sent).toEqual([report({ context }), report({ context })]);
});

test('a report that did not arrive is made again', async () => {
  const { parts, sent, state } = createPage();
  state.isWorkerThere = false;
  const reporter = startPageReporter(parts);
  await Promise.resolve();
  await Promise.resolve();
  state.isWorkerThere = true;
  state.look('time');
  expect(sent).toEqual([report({ context })]);
  expect(reporter.isAlive()).toBe(true);
});

test('the worker is answered, with the selection where the page names no id', () => {
  const { parts, sent, state, ask } = createPage();
  startPageReporter(parts);
  expect(ask(request)).toEqual({ context, isDocument: true });
  state.page = undefined;
  state.look('navigation');
  expect(ask(request)).toEqual({ isDocument: true });
  state.selected = { opportunityId: '13', rule: 'generic' };
  expect(ask(request)).toEqual({ context: state.selected, isDocument: true });
  expect(sent).toEqual([report({ context }), report({})]);
});

test.each([
  undefined,
  null,
  'page.read',
  {},
  { contract: 'page' },
  { ...request, call: 'page.write' },
  { ...request, contract: 'extension' },
])('nothing else is answered: %j', (message) => {
  const { parts, ask } = createPage();
  startPageReporter(parts);
  expect(ask(message)).toBeUndefined();
});

test('nobody else is answered', () => {
  const { parts, ask } = createPage();
  startPageReporter(parts);
  expect(ask(request, 'another-extension')).toBeUndefined();
});

test('when the extension is gone it stops without a word', () => {
  const { parts, sent, state } = createPage();
  const reporter = startPageReporter(parts);
  state.isExtensionThere = false;
  state.page = undefined;
  state.look('mutation');
  expect([state.isWatching, reporter.isAlive(), sent.length]).toEqual([false, false, 1]);
});

test('an extension that goes while a report is on its way stops it too', async () => {
  const { parts, state } = createPage();
  startPageReporter(parts);
  const look = state.look;
  parts.runtime = () => undefined;
  look('mutation');
  await Promise.resolve();
  expect(state.isWatching).toBe(false);
});

test('stopped by hand it answers nobody', () => {
  const { parts, state, listeners } = createPage();
  const reporter = startPageReporter(parts);
  reporter.stop();
  reporter.stop();
  expect([state.isWatching, listeners.size]).toEqual([false, 0]);
});

test('a world has one reader, and a new one after a reload of the extension', () => {
  const world = {};
  const first = createPage();
  const second = createPage();
  startOnce(world, () => startPageReporter(first.parts));
  startOnce(world, () => startPageReporter(second.parts));
  expect([first.sent.length, second.sent.length]).toEqual([1, 0]);
  first.state.isExtensionThere = false;
  startOnce(world, () => startPageReporter(second.parts));
  expect([first.state.isWatching, second.sent.length]).toEqual([false, 1]);
  expect(Object.keys(world)).toEqual([]);
});
