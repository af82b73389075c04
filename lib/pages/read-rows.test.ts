// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { mostRows } from './page-context';
import { readRows } from './read-rows';
import type { ListRule } from './site-rule';
import { toldRules } from './told-rule';

const href = 'https://crm.example.com/list';
const list: ListRule = {
  row: 'tr[data-id]',
  id: [{ from: 'attribute', attribute: 'data-id' }],
  title: [{ from: 'selector', selector: '.title' }],
  customer: [{ from: 'attribute', selector: '.title', attribute: 'data-customer' }],
  ticked: 'input[type="checkbox"]',
};

function read(markup: string | Document, rule: ListRule = list) {
  const document = typeof markup === 'string' ? new DOMParser().parseFromString(markup, 'text/html') : markup;
  const site = {
    id: 'mine',
    name: 'Mine',
    match: ['https://crm.example.com/*'],
    opportunity: { id: [{ from: 'path' as const, after: ['o'] }] },
    list: rule,
  };
  return readRows({ document, location: { href }, rules: toldRules([site], href) });
}

const row = (id: string, title: string, box = '') =>
  `<tr data-id="${id}"><td><input type="checkbox" ${box}></td><td class="title" data-customer="老王">${title}</td></tr>`;

test('the rows are read with their titles and ticks', () => {
  expect(read(`<table>${row('1', '甲', 'checked')}${row('2', '乙')}</table>`)).toEqual({
    total: 2,
    rows: [
      { id: '1', title: '甲', customer: '老王', isTicked: true },
      { id: '2', title: '乙', customer: '老王', isTicked: false },
    ],
  });
});

test('a row shown in two pieces is one, ticked where one of them is', () => {
  const pieces = `<table>${row('1', '甲')}</table><table><tr data-id="1" aria-selected="true"><td>x</td></tr></table>`;
  expect(read(pieces, { ...list, ticked: '[aria-selected="true"]' })).toEqual({
    total: 1,
    rows: [{ id: '1', title: '甲', customer: '老王', isTicked: true }],
  });
});

test('a tick that is no checkbox says so itself', () => {
  const marked =
    '<table><tr data-id="1"><td role="checkbox" aria-checked="false"></td></tr><tr data-id="2"><td role="checkbox" aria-checked="true"></td></tr></table>';
  const ticks = read(marked, { ...list, ticked: '[role="checkbox"]' })?.rows.map(({ isTicked }) => isTicked);
  expect(ticks).toEqual([false, true]);
});

test('an id is read from a row’s text or link', () => {
  const rule: ListRule = {
    row: 'li',
    id: [
      { from: 'attribute', selector: 'a', attribute: 'href', pattern: '/deal/{id}' },
      { from: 'selector', selector: '.no', pattern: 'NO-{id}' },
    ],
  };
  const page =
    '<ul><li><a href="/crm/deal/11?x=1">甲</a></li><li><span class="no">NO-12（3 天）</span></li><li>无</li></ul>';
  expect(read(page, rule)?.rows.map(({ id }) => id)).toEqual(['11', '12']);
});

test.each([
  ['no rows', '<table></table>', list],
  ['rows without an id', '<table><tr data-id="x"></tr></table>', list],
  ['a selector that is none', `<table>${row('1', '甲')}</table>`, { ...list, row: '][' }],
  ['a place that is not there', `<table>${row('1', '甲')}</table>`, { ...list, within: '#none' }],
  [
    'everything for a row',
    `<p>1</p>${'<i>x</i>'.repeat(3000)}`,
    { row: '*', id: [{ from: 'attribute' as const, attribute: 'data-no' }] },
  ],
])('%s is no list', (_, markup, rule) => {
  expect(read(markup, rule)).toBeUndefined();
});

test('of 20,000 rows the first 500 are read, and all counted', () => {
  const document = new DOMParser().parseFromString('<table><tbody></tbody></table>', 'text/html');
  const body = document.querySelector('tbody');
  for (let index = 0; index < 20_000; index += 1) {
    const made = document.createElement('tr');
    made.setAttribute('data-id', String(index));
    body?.append(made);
  }
  const read20k = read(document);
  expect([read20k?.total, read20k?.rows.length, read20k?.rows.at(-1)?.id]).toEqual([20_000, mostRows, '499']);
});

test('huge and hostile texts in rows are short and plain', () => {
  const rows = read(
    `<table>${row('1', '长'.repeat(300))}${row('2', '\u202eexe\u202c &lt;b&gt;')}${row('3', '__proto__')}</table>`,
  )?.rows;
  expect(rows?.map(({ title }) => title)).toEqual(['长'.repeat(200), 'exe <b>', '__proto__']);
});
