// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { nodesPerReading } from './bounded-walk';
import { builtInRules, genericRule } from './built-in-rules';
import { readPage } from './read-page';
import type { SiteRule } from './site-rule';
import { toldRules } from './told-rule';

function fixture(name: string): Document {
  return parse(readFileSync(join(import.meta.dirname, `../../test/fixtures/pages/${name}.html`), 'utf8'));
}

function parse(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/html');
}

function read(document: Document, href = 'https://crm.example.com/page', rules: readonly SiteRule[] = builtInRules) {
  return readPage({ document, location: { href }, rules: toldRules(rules, href) })?.context;
}

const title = '老王火锅(三里屯店)';
const customer = '北京老王餐饮管理有限公司';
const texts = { title, customer, stage: '方案/报价', territory: 'keruyun_POS_2019' };

test.each(['definition-list', 'label-cells', 'label-above-value', 'inline-text'])(
  'the id and its texts are read from labels: %s',
  (name) => {
    expect(read(fixture(name))).toEqual({ opportunityId: '20191214888', ...texts, rule: 'generic' });
  },
);

test('the address gives the id, the labels the rest', () => {
  expect(read(fixture('definition-list'), 'https://crm.example.com/opportunities/20191214888')).toEqual({
    opportunityId: '20191214888',
    ...texts,
    rule: 'generic',
  });
});

test('texts that stand with another id than the address has are left out', () => {
  expect(read(fixture('definition-list'), 'https://crm.example.com/opportunities/20191214999')).toEqual({
    opportunityId: '20191214999',
    rule: 'generic',
  });
});

test.each(['https://lxcrm.weiwenjia.com/opportunities/12?tab=tab_base', 'https://e.ikcrm.com/#/opportunities/12'])(
  'the REST CRM is read at %s',
  (href) => {
    expect(read(fixture('classic-detail'), href)).toEqual({
      opportunityId: '12',
      title,
      customer,
      stage: '方案/报价',
      rule: 'rest-crm',
    });
  },
);

test('the REST CRM’s markup on another host is read by the generic rule', () => {
  expect(read(fixture('classic-detail'), 'http://127.0.0.1:4000/opportunities/12')).toEqual({
    opportunityId: '12',
    title,
    customer,
    stage: '方案/报价',
    rule: 'generic',
  });
});

test.each(['list-table', 'list-grid', 'list-cards', 'search-form'])(
  'a page about no one opportunity says none: %s',
  (name) => {
    expect(read(fixture(name))).toBeUndefined();
  },
);

test('a label in a view that is not shown does not count', () => {
  const document = fixture('inline-text');
  const unseen = vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(false);
  expect(read(document)).toBeUndefined();
  unseen.mockRestore();
});

test('a selection counts where nothing else names an id, and brings no texts', () => {
  const href = 'https://crm.example.com/list';
  const page = { location: { href }, rules: toldRules(builtInRules, href), selection: '20191214889' };
  expect(readPage({ ...page, document: fixture('list-table') })?.context).toEqual({
    opportunityId: '20191214889',
    rule: 'generic',
  });
  expect(readPage({ ...page, document: fixture('inline-text') })?.context.opportunityId).toBe('20191214888');
});

test.each(['chrome://extensions/', 'file:///opportunities/12', 'about:blank', ''])('nothing is read at %j', (href) => {
  expect(read(fixture('inline-text'), href)).toBeUndefined();
});

test('a rule’s selector and attribute are read, and a selector that is none leaves the next source', () => {
  const rule: SiteRule = {
    id: 'partner',
    name: 'Partner',
    match: ['https://crm.example.com/*'],
    opportunity: {
      id: [
        { from: 'selector', selector: '][' },
        { from: 'selector', selector: '.none' },
        { from: 'attribute', selector: '[data-id]', attribute: 'data-id' },
      ],
      title: [{ from: 'selector', selector: '.name' }],
      customer: [{ from: 'attribute', selector: '.name', attribute: 'data-customer' }],
    },
  };
  const page = parse('<p data-id="20191214888"></p><p class="name" data-customer=" 老王 ">火锅</p>');
  expect(read(page, undefined, [rule])).toEqual({
    opportunityId: '20191214888',
    title: '火锅',
    customer: '老王',
    rule: 'partner',
  });
});

const hostileTexts: [string, string, string][] = [
  ['a script in the title', '&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
  ['a right-to-left override', '\u202eexe.gnp\u202c 火锅', 'exe.gnp 火锅'],
  ['__proto__ as a title', '__proto__', '__proto__'],
  ['a title of 300 characters', '长'.repeat(300), '长'.repeat(200)],
];
test.each(hostileTexts)('%s is plain, short text', (_, markup, text) => {
  const page = parse(`<main><h1>${markup}</h1><p>商机ID:12</p></main>`);
  expect(read(page)).toEqual({ opportunityId: '12', title: text, rule: 'generic' });
});

test('a text too long to be a title is none, and is not copied', () => {
  const page = parse(`<main><h1></h1><p>商机ID:12</p></main>`);
  page.querySelector('h1')?.append('长'.repeat(5_000_000));
  expect(read(page)).toEqual({ opportunityId: '12', rule: 'generic' });
});

test('values named like members of Object change nothing', () => {
  const page = parse(
    '<main><p>商机ID:12</p><p>__proto__:1</p><p>constructor:2</p><dl><dt>客户</dt><dd>__proto__</dd></dl></main>',
  );
  expect(read(page)).toEqual({ opportunityId: '12', customer: '__proto__', rule: 'generic' });
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a page that puts elements in place of the document’s members says only what its address says', () => {
  const page = parse('<main><h1>火锅</h1><p>商机ID:12</p></main>');
  for (const name of ['querySelector', 'createTreeWalker', 'body']) {
    Object.defineProperty(page, name, { value: page.createElement('img') });
  }
  expect(read(page)).toBeUndefined();
  expect(read(page, 'https://crm.example.com/opportunities/12')).toEqual({ opportunityId: '12', rule: 'generic' });
});

test.each(['12a', 'a12', '', '１２x', '1'.repeat(33), '-12', '1e3', '0x10'])(
  'the labelled value %j is no id',
  (value) => {
    expect(read(parse(`<dl><dt>商机ID</dt><dd>${value}</dd></dl>`))).toBeUndefined();
  },
);

test('ids keep every digit', () => {
  expect(read(parse('<p>商机ID: 9007199254740993</p>'))?.opportunityId).toBe('9007199254740993');
  expect(read(parse('<p>商机ID: ００１２</p>'))?.opportunityId).toBe('0012');
});

test('a page of 100,000 rows costs no more than the budget, and what stands above the rows is read', {
  timeout: 30_000,
}, () => {
  const page = parse('<main><h1>火锅</h1><p>商机ID:12</p><div id="rows"></div></main>');
  const rows = page.querySelector('#rows');
  for (let index = 0; index < 100_000; index += 1) {
    rows?.append(page.createElement('p'), index % 2 ? page.createComment('x') : '老王火锅');
  }
  const visited = countSteps();
  expect(read(page)).toMatchObject({ opportunityId: '12', title: '火锅' });
  expect(visited()).toBeLessThanOrEqual(nodesPerReading + 3_000);
  expect(visited()).toBeGreaterThan(nodesPerReading - 3_000);
});

test('labels without end cost no more than two hundred do', () => {
  const page = parse(`<main>${'<p>商机ID</p><p></p><p></p><p></p><p></p><p></p><p></p>'.repeat(3000)}</main>`);
  const budget = { left: nodesPerReading };
  const href = 'https://a.org/';
  expect(
    readPage({ document: page, location: { href }, rules: toldRules([genericRule], href), budget }),
  ).toBeUndefined();
  expect(nodesPerReading - budget.left).toBeLessThan(8_000);
});

/** Counts the steps of every walk from now on. */
function countSteps(): () => number {
  const steps = (['nextNode', 'nextSibling', 'parentNode'] as const).map((name) =>
    vi.spyOn(TreeWalker.prototype, name),
  );
  return () => steps.reduce((sum, step) => sum + step.mock.calls.length, 0);
}
