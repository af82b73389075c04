// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { builtInRules } from './built-in-rules';
import { readPage, slowMs } from './read-page';
import { readRows } from './read-rows';
import { lendReadingTools } from './reading-tools';
import type { SiteRule } from './site-rule';
import { toldRules } from './told-rule';
import { answerTrials, type TrialRuntime } from './try-rule';

const href = 'https://crm.example.com/deal/O12';
const rule: SiteRule = {
  id: 'mine',
  name: 'Mine',
  match: ['https://crm.example.com/*'],
  opportunity: {
    id: [
      { from: 'path', after: ['deal'], pattern: 'O{id}' },
      { from: 'selector', selector: '.none' },
    ],
    title: [{ from: 'selector', selector: 'p[' }, { from: 'heading' }],
    customer: [{ from: 'label', labels: ['客户'] }],
  },
  list: { row: 'tr', id: [{ from: 'attribute', attribute: 'data-id' }] },
};

type Listener = Parameters<TrialRuntime['onMessage']['addListener']>[0];

/** As browsers do; this document only finds nothing. */
function refuseBrokenSelectors(root: ParentNode): void {
  const find = root.querySelector.bind(root);
  root.querySelector = (selector: string) => {
    if (selector === 'p[') throw new SyntaxError('not a valid selector');
    return find(selector);
  };
}

/** A page with the readers put there, and a way to try rules on it. */
function open(markup: string, hasReader = true) {
  const document = new DOMParser().parseFromString(markup, 'text/html');
  for (const root of [document, ...document.querySelectorAll('tr')]) refuseBrokenSelectors(root);
  const world = {};
  const listeners: Listener[] = [];
  const runtime = { id: 'sidekick', onMessage: { addListener: (listener: Listener) => void listeners.push(listener) } };
  if (hasReader) lendReadingTools(world);
  answerTrials(world, runtime, { document, location: { href } as Location });
  answerTrials(world, runtime, { document, location: { href } as Location });
  const send = (message: unknown, id = 'sidekick') => {
    const answers: unknown[] = [];
    for (const listener of listeners) listener(message, { id }, (answer) => void answers.push(answer));
    return answers;
  };
  const tried = (...rules: SiteRule[]) =>
    send({ contract: 'page', call: 'page.try', input: { rules: toldRules(rules, href) } });
  return { tried, send, document };
}

const page = '<h1>火锅</h1><dl><dt>客户</dt><dd>老王</dd></dl><table><tr data-id="1"></tr></table>';

test('says what a rule reads, and each of its places that reads nothing', () => {
  expect(open(page).tried(rule)).toEqual([
    {
      context: { opportunityId: '12', title: '火锅', customer: '老王', rule: 'mine' },
      rows: { total: 1, rows: [{ id: '1', isTicked: false }] },
      faults: [
        { path: 'opportunity.id[1]', reason: 'reads-nothing' },
        { path: 'opportunity.title[0]', reason: 'not-a-selector' },
      ],
    },
  ]);
});

const withList = (list: SiteRule['list']) => ({ ...rule, opportunity: { id: rule.opportunity.id.slice(0, 1) }, list });
test.each([
  ['none', withList({ row: '.none', id: [{ from: 'attribute', attribute: 'id' }] }), ['list.row', 'reads-nothing']],
  [
    'a row that is no selector',
    withList({ row: 'p[', id: [{ from: 'attribute', attribute: 'id' }] }),
    ['list.row', 'not-a-selector'],
  ],
  [
    'rows of everything',
    withList({ row: '*', id: [{ from: 'attribute', attribute: 'no' }] }),
    ['list.id', 'no-row-ids'],
  ],
  [
    'an id that is no selector',
    withList({ row: 'tr', id: [{ from: 'selector', selector: 'p[' }] }),
    ['list.id[0]', 'not-a-selector'],
  ],
  [
    'a place that is not there',
    { ...withList(undefined), opportunity: { within: '#none', id: rule.opportunity.id.slice(0, 1) } },
    ['opportunity.within', 'reads-nothing'],
  ],
])('names what is wrong with a list of %s', (_, tried, [path, reason]) => {
  expect(open(page).tried(tried)).toEqual([expect.objectContaining({ faults: [{ path, reason }] })]);
});

test('says that there are more rows than are read', () => {
  const rows = Array.from({ length: 501 }, (_, index) => `<tr data-id="${index + 1}"></tr>`).join('');
  const [answer] = open(`<table>${rows}</table>`).tried(withList(rule.list));
  expect(answer).toMatchObject({ faults: [{ path: 'list.row', reason: 'too-many-rows' }] });
});

test('is answered once, to the extension alone, and only about trials', () => {
  const { send, tried } = open(page);
  expect(tried(...builtInRules)).toHaveLength(1);
  const request = { contract: 'page', call: 'page.try', input: { rules: toldRules([rule], href) } };
  expect(send(request, 'another')).toEqual([]);
  expect(send({ ...request, call: 'page.read' })).toEqual([]);
});

test('without a reader nothing is read, and no rule is none for this page', () => {
  expect(open(page, false).tried(rule)).toEqual([{ faults: [] }]);
  expect(open(page).tried()).toEqual([{ faults: [{ path: 'match', reason: 'does-not-match' }] }]);
});

test.each([
  ['whose patterns name another site', 'https://other.example.com/*'],
  ['for other pages of this one', 'https://crm.example.com/leads/*'],
])('a rule %s is told so, and not that all is well', (_, pattern) => {
  const faults = [{ path: 'match', reason: 'does-not-match' }];
  expect(open(page).tried({ ...rule, match: [pattern] })).toEqual([{ faults }]);
});

test('a slow rule is told so, and a page that it stays slow on is no longer read by it', () => {
  const { tried, document } = open(page);
  const find = document.querySelectorAll.bind(document);
  let now = 0;
  let asked = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now);
  document.querySelectorAll = ((selector: string) => {
    if (selector === 'tr') {
      asked += 1;
      now += slowMs + 1;
    }
    return find(selector);
  }) as typeof document.querySelectorAll;
  expect(tried(rule)).toMatchObject([{ faults: [{ path: 'list', reason: 'too-slow' }, {}, {}] }]);
  asked = 0;
  const at = { document, location: { href }, rules: toldRules([rule], href), slow: new Map<string, number>() };
  expect([1, 2, 3, 4, 5].map(() => readRows(at)?.total)).toEqual([1, 1, 1, undefined, undefined]);
  expect(asked).toBe(3);
  expect(readPage(at)).toBeUndefined();
  clock.mockRestore();
});
