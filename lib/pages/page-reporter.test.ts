import { expect, test } from 'vitest';
import { builtInRules } from './built-in-rules';
import type { PageContext, PageRows } from './page-context';
import { type PageReporterParts, type ReaderRuntime, startOnce, startPageReporter } from './page-reporter';
import { toldRules } from './told-rule';
import type { Look } from './watch-page';

const context: PageContext = { opportunityId: '12', title: '火锅', rule: 'generic' };
type Listener = Parameters<ReaderRuntime['onMessage']['addListener']>[0];

const rulesAsked = JSON.stringify({ contract: 'page', call: 'page.rules', input: {} });

function createPage() {
  const sent: unknown[] = [];
  const listeners = new Set<Listener>();
  const state = {
    isExtensionThere: true,
    isWorkerThere: true,
    page: context as PageContext | undefined,
    list: undefined as PageRows | undefined,
    selected: undefined as PageContext | undefined,
    isIdInAddress: true,
    now: 0,
    rules: toldRules(builtInRules, 'https://crm.example.com/') as unknown,
    isWatching: false,
    isQuiet: true,
    quiet: undefined as (() => unknown) | undefined,
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
      if (JSON.stringify(message) === rulesAsked) return { ok: true, value: { rules: state.rules } };
      sent.push(message);
      return { ok: true, value: {} };
    },
    onMessage: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
  };
  const parts: PageReporterParts = {
    runtime: () => runtime,
    read: (rules) =>
      rules.length > 0 && state.page ? { context: state.page, isIdInAddress: state.isIdInAddress } : undefined,
    readRows: () => state.list,
    readSelection: () => state.selected,
    address: () => state.address,
    isDocument: () => true,
    whenQuiet: (work) => {
      if (state.isQuiet) work();
      else state.quiet = work;
    },
    watch(look) {
      state.look = look;
      state.isWatching = true;
      look('start');
      return () => {
        state.isWatching = false;
      };
    },
    now: () => state.now,
  };
  function ask(message: unknown, senderId = 'sidekick'): unknown {
    let answered: unknown;
    for (const listener of listeners) {
      listener(message, { id: senderId }, (answer) => {
        answered = answer;
      });
    }
    return answered;
  }
  return { parts, sent, listeners, state, ask };
}

/** Starts a reader that has been told its rules. */
async function start(parts: PageReporterParts) {
  const reporter = startPageReporter(parts);
  await told();
  return reporter;
}

async function told(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

const report = (input: object) => ({ contract: 'page', call: 'page.report', input });
const request = {
  contract: 'page',
  call: 'page.read',
  input: { rules: toldRules(builtInRules, 'https://crm.example.com/') },
};

test('what the page says is reported at the start and when it changed, not otherwise', async () => {
  const { parts, sent, state } = createPage();
  await start(parts);
  expect(state.look('mutation')).toBe('same');
  state.page = undefined;
  expect(state.look('mutation')).toBe('changed');
  expect(sent).toEqual([report({ context }), report({})]);
});

test('the same opportunity at another address is reported again', async () => {
  const { parts, sent, state } = createPage();
  await start(parts);
  state.address += '?tab=2';
  state.look('navigation');
  expect(sent).toEqual([report({ context }), report({ context })]);
});

test('a selection brings back nothing of the view before', async () => {
  const { parts, state, ask } = createPage();
  state.isIdInAddress = false;
  await start(parts);
  state.now = 5000;
  state.look('navigation');
  state.now += 100;
  // Somebody has selected something in the old view, and its texts are still there.
  state.selected = context;
  expect(ask(request)).toEqual({ isDocument: true });
});

test('a page about no opportunity is reported as such', async () => {
  const { parts, sent, state } = createPage();
  state.page = undefined;
  await start(parts);
  expect(sent).toEqual([report({})]);
});

test('a page that returns from the cache is reported again', async () => {
  const { parts, sent, state } = createPage();
  await start(parts);
  state.look('return');
  expect(sent).toEqual([report({ context }), report({ context })]);
});

test('a report that did not arrive is made again', async () => {
  const { parts, sent, state } = createPage();
  const reporter = await start(parts);
  sent.length = 0;
  state.isWorkerThere = false;
  state.address += '?tab=2';
  state.look('navigation');
  await told();
  state.isWorkerThere = true;
  state.look('time');
  expect(sent).toEqual([report({ context })]);
  expect(reporter.isAlive()).toBe(true);
});

test('the worker is answered, with the selection where the page names no id', async () => {
  const { parts, sent, state, ask } = createPage();
  await start(parts);
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
])('nothing else is answered: %j', async (message) => {
  const { parts, ask } = createPage();
  await start(parts);
  expect(ask(message)).toBeUndefined();
});

test('nobody else is answered', async () => {
  const { parts, ask } = createPage();
  await start(parts);
  expect(ask(request, 'another-extension')).toBeUndefined();
});

test('when the extension is gone it stops without a word', async () => {
  const { parts, sent, state } = createPage();
  const reporter = await start(parts);
  state.isExtensionThere = false;
  state.page = undefined;
  state.look('mutation');
  expect([state.isWatching, reporter.isAlive(), sent.length]).toEqual([false, false, 1]);
});

test('an extension that goes while a report is on its way stops it too', async () => {
  const { parts, state } = createPage();
  await start(parts);
  const look = state.look;
  parts.runtime = () => undefined;
  look('mutation');
  await Promise.resolve();
  expect(state.isWatching).toBe(false);
});

test('stopped by hand it answers nobody', async () => {
  const { parts, state, listeners } = createPage();
  const reporter = await start(parts);
  reporter.stop();
  reporter.stop();
  expect([state.isWatching, listeners.size]).toEqual([false, 0]);
});

test('a world has one reader, and a new one after a reload of the extension', async () => {
  const world = {};
  const first = createPage();
  const second = createPage();
  startOnce(world, () => startPageReporter(first.parts));
  startOnce(world, () => startPageReporter(second.parts));
  await told();
  expect([first.sent.length, second.sent.length]).toEqual([1, 0]);
  first.state.isExtensionThere = false;
  startOnce(world, () => startPageReporter(second.parts));
  await told();
  expect([first.state.isWatching, second.sent.length]).toEqual([false, 1]);
  expect(Object.keys(world)).toEqual([]);
});

test('a reader that was told no rules waits for whoever asks next, and begins with theirs', async () => {
  const { parts, sent, state, ask } = createPage();
  state.isWorkerThere = false;
  await start(parts);
  expect([sent, state.isWatching]).toEqual([[], false]);
  state.isWorkerThere = true;
  expect(ask(request)).toEqual({ context, isDocument: true });
  expect(state.isWatching).toBe(true);
  await told();
  expect(sent).toEqual([report({ context })]);
});

test.each([undefined, null, 'rules', { rules: 7 }])('rules that are none do no harm: %j', async (rules) => {
  const { parts, state } = createPage();
  state.rules = rules;
  await start(parts);
  expect(state.isWatching).toBe(false);
});

test('a list is told as a sum and the ids that are ticked, and its rows to whoever asks', async () => {
  const { parts, sent, state, ask } = createPage();
  state.page = undefined;
  const rows = [
    { id: '1', title: '甲', isTicked: true },
    { id: '2', isTicked: false },
  ];
  state.list = { total: 700, rows };
  await start(parts);
  const summary = { total: 700, ticked: ['1'] };
  expect(sent).toEqual([report({ rows: summary })]);
  expect(ask(request)).toEqual({ rows: summary, isDocument: true });
  expect(ask({ ...request, call: 'page.rows' })).toEqual({ rows: state.list });
  state.list = { total: 700, rows: rows.map((row) => ({ ...row, isTicked: true })) };
  expect(state.look('time')).toBe('changed');
  expect(sent.at(-1)).toEqual(report({ rows: { total: 700, ticked: ['1', '2'] } }));
});

test('while the page loads nothing is read or asked, unless a person asks', async () => {
  const { parts, sent, state, ask } = createPage();
  state.isQuiet = false;
  await start(parts);
  expect([sent, state.isWatching]).toEqual([[], false]);
  expect(ask(request)).toMatchObject({ context });
  expect(state.isWatching).toBe(true);
  // Twice, where the page took long.
  for (let time = 0; time < 2; time += 1) {
    state.quiet?.();
    await told();
  }
  expect(sent).toEqual([report({ context })]);
});

test('a reader that was stopped while the page loaded reads and tells nothing', async () => {
  const { parts, sent, state } = createPage();
  state.isQuiet = false;
  const reporter = await start(parts);
  reporter.stop();
  state.quiet?.();
  await told();
  expect([sent, state.isWatching]).toEqual([[], false]);
});
