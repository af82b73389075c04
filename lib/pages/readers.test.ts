import { expect, test } from 'vitest';
import { pageContextSchema, pageRowsSummarySchema } from '@/lib/messages/page-context';
import { builtInRules } from './built-in-rules';
import { createPageReader } from './readers';
import type { NewScript } from './site-registration';
import type { Tab } from './tab-reader';
import { toldRules } from './told-rule';

const origin = 'https://crm.example.com';
const context = { opportunityId: '12', title: '火锅', rule: 'generic' };

/** A browser with one tab, 7. */
function createBrowser() {
  const state = {
    tab: { url: `${origin}/opportunities/12` } as Tab | undefined,
    granted: new Set<string>(),
    hasReader: false,
    answer: { context, isDocument: true } as unknown,
    refusal: undefined as string | undefined,
    injections: [] as unknown[],
    scripts: new Map<string, NewScript>(),
    isSlow: false,
    rules: [...builtInRules],
    /** What the reader was sent. */
    asked: [] as unknown[],
    /** Called while the page is being asked. */
    whileAsked: () => undefined as undefined,
  };
  const reader = createPageReader({
    tabs: {
      async get(tabId) {
        if (tabId !== 7 || !state.tab) throw new Error(`No tab with id: ${tabId}.`);
        return state.tab;
      },
      async sendMessage(_tabId, message) {
        state.asked.push(message);
        state.whileAsked();
        if (!state.hasReader) throw new Error('Could not establish connection. Receiving end does not exist.');
        return state.isSlow ? new Promise(() => undefined) : state.answer;
      },
    },
    scripting: {
      async executeScript(injection) {
        state.injections.push(injection);
        if (state.refusal) throw new Error(state.refusal);
        state.hasReader = true;
      },
      getRegisteredContentScripts: async () => [...state.scripts.values()],
      async registerContentScripts(scripts) {
        for (const script of scripts) {
          if (state.scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          state.scripts.set(script.id, script);
        }
      },
      async unregisterContentScripts({ ids }) {
        for (const id of ids) if (!state.scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      },
    },
    permissions: {
      contains: async ({ origins }) => origins.every((pattern) => state.granted.has(pattern)),
    },
    rules: async () => state.rules,
    parseContext: (value) => pageContextSchema.safeParse(value).data,
    parseRowsSummary: (value) => pageRowsSummarySchema.safeParse(value).data,
    sleep: async () => {
      if (!state.isSlow) await new Promise((done) => setTimeout(done, 1000));
    },
  });
  return { state, reader };
}

test('a page is read after the reader was put there once, top frame only, isolated', async () => {
  const { state, reader } = createBrowser();
  const found = { state: 'found', context, origin, granted: false };
  expect(await reader.readTab(7)).toEqual(found);
  expect(await reader.readTab(7)).toEqual(found);
  expect(state.injections).toEqual([
    { target: { tabId: 7, frameIds: [0] }, files: ['/content-scripts/crm-page.js'], world: 'ISOLATED' },
  ]);
});

test('a granted site says so', async () => {
  const { state, reader } = createBrowser();
  state.granted.add(`${origin}/*`);
  expect(await reader.readTab(7)).toMatchObject({ state: 'found', granted: true });
});

test.each([
  ['no context', { isDocument: true }],
  ['an id that is none', { context: { ...context, opportunityId: '12a' }, isDocument: true }],
  ['a title without end', { context: { ...context, title: 'x'.repeat(201) }, isDocument: true }],
  ['a key too many', { context: { ...context, script: 'x' }, isDocument: true }],
  ['a number as id', { context: { ...context, opportunityId: 12 }, isDocument: true }],
  ['something else altogether', 'found'],
  ['nothing at all', null],
])('an answer with %s is no opportunity', async (_, answer) => {
  const { state, reader } = createBrowser();
  state.answer = answer;
  expect(await reader.readTab(7)).toEqual({ state: 'none', origin, granted: false });
});

test('a page that hangs is no opportunity', async () => {
  const { state, reader } = createBrowser();
  state.hasReader = true;
  state.isSlow = true;
  expect(await reader.readTab(7)).toMatchObject({ state: 'none' });
});

test.each([
  ['browser-page', 'a browser page', { url: 'chrome://extensions/' }],
  ['file', 'a file', { url: 'file:///home/a.html' }],
  ['source', 'the source of a page', { url: 'view-source:https://crm.example.com/' }],
  ['browser-page', 'another extension', { url: 'chrome-extension://abc/page.html' }],
  ['store', 'the store', { url: 'https://chromewebstore.google.com/detail/x' }],
  ['store', 'the old store', { url: 'https://chrome.google.com/webstore/detail/x' }],
  ['gone', 'a closed tab', undefined],
] as const)('restricted as %s: %s, and nothing is put there', async (barrier, _, tab) => {
  const { state, reader } = createBrowser();
  state.tab = tab;
  expect(await reader.readTab(7)).toEqual({ state: 'restricted', granted: false, barrier });
  expect(state.injections).toEqual([]);
});

test('a discarded tab is left asleep', async () => {
  const { state, reader } = createBrowser();
  state.tab = { url: `${origin}/opportunities/12`, discarded: true };
  expect(await reader.readTab(7)).toEqual({ state: 'restricted', origin, granted: false, barrier: 'asleep' });
  expect(state.injections).toEqual([]);
});

test('a PDF is restricted', async () => {
  const { state, reader } = createBrowser();
  state.answer = { isDocument: false };
  expect(await reader.readTab(7)).toMatchObject({ state: 'restricted', barrier: 'not-a-page' });
});

test.each([
  [
    'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
    undefined,
  ],
  ['Missing host permission for the tab', undefined],
  ['Cannot access a chrome:// URL', 'browser-page'],
  ['Cannot access contents of url "view-source:https://crm.example.com/".', 'source'],
  ['Cannot access contents of url "file:///a.html".', 'file'],
  ['The extensions gallery cannot be scripted.', 'store'],
  ['This page cannot be scripted due to an ExtensionsSettings policy.', 'policy'],
  ['Frame with ID 0 is showing error page', 'error-page'],
  ['No tab with id: 7.', 'gone'],
])('a browser that says "%s" means %s', async (refusal, barrier) => {
  const { state, reader } = createBrowser();
  state.tab = {};
  state.refusal = refusal;
  expect(await reader.readTab(7)).toEqual(
    barrier ? { state: 'restricted', granted: false, barrier } : { state: 'no-access', granted: false },
  );
});

test('the reader is told the rules for the page, without connections and defaults', async () => {
  const { state, reader } = createBrowser();
  const operations = [{ operation: 'release-opportunity', connection: 'top', defaults: { territory_code: 'T-1' } }];
  const [generic] = builtInRules.filter(({ id }) => id === 'generic');
  state.rules = generic ? [{ ...generic, operations }] : [];
  state.hasReader = true;
  expect(await reader.readTab(7)).toMatchObject({ state: 'found', operations });
  expect(state.asked).toEqual([
    { contract: 'page', call: 'page.read', input: { rules: toldRules(state.rules, `${origin}/`) } },
  ]);
});

test('an opportunity by a rule that was not given is none', async () => {
  const { state, reader } = createBrowser();
  state.answer = { context: { ...context, rule: 'mine' }, isDocument: true };
  expect(await reader.readTab(7)).toEqual({ state: 'none', origin, granted: false });
});

test.each([
  ['a list', { total: 20, ticked: ['1'] }, { total: 20, ticked: ['1'] }],
  ['ticks without end', { total: 1, ticked: Array(501).fill('1') }, undefined],
  ['no number', { total: 'many', ticked: [] }, undefined],
])('of a page that says %s, rows are told or not', async (_, rows, told) => {
  const { state, reader } = createBrowser();
  state.answer = { rows, isDocument: true };
  expect((await reader.readTab(7)).rows).toEqual(told);
});

test('a page that goes on to another while it is read is read again', async () => {
  const { state, reader } = createBrowser();
  state.hasReader = true;
  const other = 'https://other.example.com';
  state.whileAsked = () => {
    if (state.asked.length > 1) return;
    state.tab = { url: `${other}/opportunities/13` };
  };
  expect(await reader.readTab(7)).toMatchObject({ state: 'found', origin: other });
  expect(state.asked).toHaveLength(2);
});

test('a page that never rests is not followed for ever, and nothing of one site is told with another', async () => {
  const { state, reader } = createBrowser();
  state.hasReader = true;
  state.whileAsked = () => {
    state.tab = { url: `https://site${state.asked.length}.example.com/opportunities/13` };
  };
  expect(await reader.readTab(7)).toEqual({ state: 'none', granted: false });
  expect(state.asked).toHaveLength(3);
});

test('rows are told with the page that they are from, and read anew where it went on meanwhile', async () => {
  const { state, reader } = createBrowser();
  state.hasReader = true;
  state.answer = { rows: 'anything' };
  const other = 'https://other.example.com/leads';
  state.whileAsked = () => {
    if (state.asked.length === 1) state.tab = { url: other };
  };
  expect(await reader.readRows(7)).toEqual({ answer: { rows: 'anything' }, address: other });
  expect(state.asked).toHaveLength(2);
  state.whileAsked = () => {
    state.tab = { url: `https://site${state.asked.length}.example.com/` };
  };
  expect(await reader.readRows(7)).toEqual({ answer: undefined });
  expect(state.asked).toHaveLength(5);
});

test('rows come with the operations of the first rule that knows lists there, whatever the page says', async () => {
  const { state, reader } = createBrowser();
  state.hasReader = true;
  state.answer = { rows: 'anything', operations: [{ operation: 'update-opportunity' }] };
  const operations = [{ operation: 'release-opportunity', connection: 'main' }];
  const opportunity = { id: [{ from: 'heading' }] } as never;
  const list = { row: 'tr', id: [{ from: 'attribute', attribute: 'data-key' }] } as never;
  const ruleOf = (id: string, match: string) => ({ id, name: id, match: [match], opportunity, list, operations });
  state.rules.unshift(
    { ...ruleOf('record', `${origin}/*`), list: undefined, operations: [] },
    ruleOf('desk', `${origin}/desk/*`),
  );
  state.tab = { url: `${origin}/desk/` };
  expect(await reader.readRows(7)).toMatchObject({ operations });
  state.tab = { url: `${origin}/elsewhere` };
  expect((await reader.readRows(7)).operations).toBeUndefined();
});

test('rows and trials are handed on as the page says them; a tab that is gone or asleep says nothing', async () => {
  const { state, reader } = createBrowser();
  state.hasReader = true;
  state.answer = { rows: 'anything' };
  expect(await reader.readRows(7)).toEqual({ answer: { rows: 'anything' }, address: state.tab?.url });
  expect(await reader.tryRule(7, state.rules[0] as (typeof state.rules)[number])).toEqual({ rows: 'anything' });
  state.tab = { url: origin, discarded: true };
  expect((await reader.readRows(7)).answer).toBeUndefined();
  expect((await reader.readRows(8)).answer).toBeUndefined();
});

test('enabling a site twice, even at once, registers the reader once', async () => {
  const { state, reader } = createBrowser();
  state.granted.add(`${origin}/*`);
  await Promise.all([reader.enableSite(origin), reader.enableSite(origin)]);
  expect([...state.scripts.values()]).toEqual([
    {
      id: `crm-page:${origin}`,
      js: ['/content-scripts/crm-page.js'],
      matches: [`${origin}/*`],
      runAt: 'document_idle',
      allFrames: false,
      persistAcrossSessions: true,
      world: 'ISOLATED',
    },
  ]);
  await Promise.all([reader.disableSite(origin), reader.disableSite(origin)]);
  expect(state.scripts.size).toBe(0);
});

test('a site that the browser has not granted is not enabled', async () => {
  const { state, reader } = createBrowser();
  await expect(reader.enableSite(origin)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(state.scripts.size).toBe(0);
});

test.each(['', 'crm.example.com', `${origin}/`, `${origin}/a`, '*://*', 'chrome://extensions', 'file://'])(
  'what is no origin is refused: %j',
  async (text) => {
    await expect(createBrowser().reader.enableSite(text)).rejects.toMatchObject({ code: 'invalid-input' });
  },
);

test('registrations are made those of the granted sites, and other scripts are left alone', async () => {
  const { state, reader } = createBrowser();
  const other = 'https://other.example.com';
  for (const site of [origin, other]) {
    state.granted.add(`${site}/*`);
    await reader.enableSite(site);
  }
  state.scripts.set('foreign', { ...[...state.scripts.values()][0], id: 'foreign' } as NewScript);
  state.granted.delete(`${other}/*`);
  state.scripts.delete(`crm-page:${origin}`);
  await reader.syncSites([origin, other]);
  expect([...state.scripts.keys()].sort()).toEqual([`crm-page:${origin}`, 'foreign']);
});
