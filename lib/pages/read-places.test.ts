// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type NodeBudget, nodesPerReading } from './bounded-walk';
import { builtInRules } from './built-in-rules';
import { readPage } from './read-page';
import type { SiteRule } from './site-rule';
import { toldRules } from './told-rule';

const href = 'https://crm.example.com/app';

function parse(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/html');
}

function read(
  document: Document,
  rules: readonly SiteRule[] = builtInRules,
  budget: NodeBudget = { left: nodesPerReading },
) {
  return readPage({ document, location: { href }, rules: toldRules(rules, href), budget });
}

/** Puts markup into an open shadow root of an element. */
function shadow(host: Element | null, markup: string): ShadowRoot {
  const root = host?.attachShadow({ mode: 'open' });
  if (!root) throw new Error('no host');
  root.innerHTML = markup;
  return root;
}

/** Lets an element stand for a frame that shows another document. */
function frame(element: Element | null, inside: Document, url: string): void {
  if (!element) throw new Error('no frame');
  Object.defineProperty(element, 'contentDocument', { value: inside });
  Object.defineProperty(element, 'tagName', { value: 'IFRAME' });
  Object.defineProperty(inside, 'URL', { value: url });
}

const ruleOf = (opportunity: SiteRule['opportunity']): SiteRule => ({
  id: 'mine',
  name: 'Mine',
  match: ['https://crm.example.com/*'],
  opportunity,
});

const record = '<h2>老王火锅</h2><dl><dt>商机ID</dt><dd>12</dd><dt>客户</dt><dd>老王</dd></dl>';
const texts = { opportunityId: '12', title: '老王火锅', customer: '老王' };

test('labels are read in open shadow roots, and what was gone into is noted', () => {
  const document = parse('<main><h1>控制台</h1></main><x-app></x-app>');
  const app = shadow(document.querySelector('x-app'), '<x-record></x-record>');
  const inner = shadow(app.querySelector('x-record'), record);
  const budget: NodeBudget = { left: nodesPerReading, entered: new Set() };
  expect(read(document, builtInRules, budget)?.context).toEqual({ ...texts, rule: 'generic' });
  expect([...(budget.entered ?? [])]).toEqual([app, inner]);
});

test('a label and its value in components of their own belong together', () => {
  const document = parse('<x-row><x-label></x-label><x-value></x-value></x-row>');
  shadow(document.querySelector('x-label'), '<span>商机ID</span>');
  shadow(document.querySelector('x-value'), '<b>12</b>');
  expect(read(document)?.context).toEqual({ opportunityId: '12', rule: 'generic' });
});

test('a closed shadow root stays closed', () => {
  const document = parse('<x-app></x-app>');
  const closed = document.querySelector('x-app')?.attachShadow({ mode: 'closed' });
  if (closed) closed.innerHTML = record;
  expect(read(document)).toBeUndefined();
});

test('labels are read in a frame of the page’s own origin, and its id is not taken for the address’', () => {
  const document = parse('<div></div>');
  frame(document.querySelector('div'), parse(record), 'https://crm.example.com/record');
  expect(read(document)).toEqual({ context: { ...texts, rule: 'generic' }, isIdInAddress: false });
});

test('a path of selectors goes into components and frames', () => {
  const document = parse('<x-app></x-app>');
  const app = shadow(document.querySelector('x-app'), '<p>0</p><div class="frame"></div>');
  frame(app.querySelector('.frame'), parse('<p>12</p><h1>火锅</h1>'), 'about:blank');
  const rule = ruleOf({
    id: [{ from: 'selector', selector: 'x-app >>> .frame >>> p' }],
    title: [
      { from: 'selector', selector: 'x-app >>> .none >>> h1' },
      { from: 'selector', selector: 'x-app >>> .frame >>> h1' },
    ],
  });
  expect(read(document, [rule])?.context).toEqual({ opportunityId: '12', title: '火锅', rule: 'mine' });
});

test('within a frame its address counts, and nothing outside is read', () => {
  const document = parse('<h1>外面</h1><dl><dt>客户</dt><dd>外面</dd></dl><div id="main"></div>');
  const url = 'https://crm.example.com/opportunities/12';
  frame(document.querySelector('#main'), parse('<dl><dt>客户</dt><dd>老王</dd></dl>'), url);
  const rule = ruleOf({
    within: '#main',
    id: [{ from: 'path', after: ['opportunities'] }],
    title: [{ from: 'heading' }],
    customer: [{ from: 'label', labels: ['客户'] }],
  });
  expect(read(document, [rule])).toEqual({
    context: { opportunityId: '12', customer: '老王', rule: 'mine' },
    isIdInAddress: false,
  });
});

test('within a dialog over a list only the dialog is read', () => {
  const document = parse(`<table><tr><td>商机ID</td><td>7</td></tr></table><div role="dialog">${record}</div>`);
  const rule = ruleOf({
    within: '[role="dialog"]',
    id: [{ from: 'label', labels: ['商机ID'] }],
    title: [{ from: 'heading' }],
  });
  expect(read(document, [rule])?.context).toEqual({ opportunityId: '12', title: '老王火锅', rule: 'mine' });
  document.querySelector('[role="dialog"]')?.remove();
  expect(read(document, [rule])).toBeUndefined();
});

test('a field of the page that names another id than the address keeps its texts back', () => {
  const rule = ruleOf({
    id: [
      { from: 'address', pattern: '/app' + '#{id}' },
      { from: 'selector', selector: '.id' },
    ],
    title: [{ from: 'selector', selector: 'h1' }],
  });
  const document = parse('<p class="id">11</p><h1>旧</h1>');
  const at = (hash: string) =>
    readPage({ document, location: { href: `${href}${hash}` }, rules: toldRules([rule], href) })?.context;
  expect(at('#12')).toEqual({ opportunityId: '12', rule: 'mine' });
  expect(at('#11')).toEqual({ opportunityId: '11', title: '旧', rule: 'mine' });
});

test('phone, email and owner are read, and what cannot be one is left out', () => {
  const markup = (phone: string, email: string) =>
    parse(
      `<dl><dt>商机ID</dt><dd>12</dd><dt>手机</dt><dd>${phone}</dd><dt>邮箱</dt><dd>${email}</dd><dt>负责人</dt><dd>王五</dd></dl>`,
    );
  expect(read(markup('138 0013 8000', 'a@b.cn'))?.context).toMatchObject({
    phone: '138 0013 8000',
    email: 'a@b.cn',
    owner: '王五',
  });
  const bare = read(markup('—', '未填写'))?.context;
  expect(bare).toEqual({ opportunityId: '12', owner: '王五', rule: 'generic' });
});

test('components within components without end are left on the way', () => {
  const document = parse('<x-a></x-a>');
  let host = document.querySelector('x-a');
  for (let depth = 0; depth < 200; depth += 1) host = shadow(host, '<x-a></x-a>').querySelector('x-a');
  shadow(host, record);
  expect(read(document)).toBeUndefined();
});
