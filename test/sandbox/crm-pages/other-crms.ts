import type { ServerResponse } from 'node:http';
import type { CrmData } from '../crm-data/crm-data.ts';
import type { Opportunity } from '../crm-data/opportunity.ts';
import { type Html, html } from './html.ts';
import { sendPage } from './send-page.ts';
import { plainPage, shell } from './shell.ts';

/** Other CRMs name records by keys of their own: `r3` is the fourth of the data. */
const recordOf = (crm: CrmData, key: string): Opportunity | undefined => {
  const index = /^r(\d{1,4})$/.exec(key)?.[1];
  return index === undefined ? undefined : [...crm.opportunities.values()][Number(index)];
};

/** What a class is called: after the front end was built anew, something else. */
type ClassNames = (name: string) => string;
const asWritten: ClassNames = (name) => name;
const renamed: ClassNames = (name) => `x${[...name].reverse().join('')}`;

const cell = (named: ClassNames, label: string, value: string): Html =>
  html`<td class="${named('detail-label')}" scope="row">${label}:</td><td class="${named('detail-value')}">${value}</td>`;

/** Label and value in cells beside each other, two pairs a row, and the id in one of them. */
const cellsPage = (one: Opportunity, named: ClassNames): Html => {
  const pair = (label: string, value: string) => cell(named, label, value);
  return plainPage(
    'Opportunities',
    html`<div class="${named('module-title')}"><h2>Details</h2></div><form name="DetailView"><table class="${named('detail-view')}">
<tr>${pair('Opportunity name', one.title)}${pair('Opportunity No.', one.id)}</tr>
<tr>${pair('Account name', one.customer.name)}${pair('Sales stage', one.stage)}</tr>
<tr>${pair('Expected amount', one.amount)}${pair('Expected close date', one.signDate)}</tr>
<tr>${pair('Assigned to', one.owner.name)}${pair('Phone', one.phone)}</tr></table></form>
<h3>Activities</h3><table><tr><th>Subject</th><th>Account name</th></tr><tr><td>Call 20191219999</td><td>Elsewhere Ltd</td></tr></table>`,
  );
};

const card = (named: ClassNames, label: string, name: string, value: string): Html =>
  html`<div class="${named('cell')}" data-name="${name}"><label class="${named('control-label')}">${label}</label><div class="${named('field')}">${value}</div></div>`;

/** The label above its value; the id is the record's, not a text. */
const cardsPage = (one: Opportunity, named: ClassNames): Html =>
  plainPage(
    one.title,
    html`<main class="${named('record')}" data-model="Opportunity" data-record="opp_${one.id}"><div class="${named('breadcrumb')}"><a href="/cards/">商机</a> › <span class="${named('title')}">${one.title}</span></div>
<div class="${named('panel')}">${[
      card(named, '名称', 'name', one.title),
      card(named, '所属企业', 'account', one.customer.name),
      card(named, '进展', 'stage', `当前：${one.stage}`),
      card(named, '跟进同事', 'assignedUser', one.owner.name),
      card(named, '联系方式', 'phone', one.phone),
    ]}</div></main>`,
  );

const framePage = (src: string): Html =>
  plainPage(
    '工作台',
    html`<header class="navbar"><span class="logo">工作台</span></header><h1>工作台</h1><iframe id="workspace" title="商机" width="900" height="600" src="${src}"></iframe>`,
  );

const frameRecord = (crm: CrmData, one: Opportunity): Html => {
  const ids = [...crm.opportunities.keys()];
  const next = ids[ids.indexOf(one.id) + 1] ?? one.id;
  return plainPage(
    one.title,
    html`<h1>${one.title}</h1><dl><dt>客户名称</dt><dd>${one.customer.name}</dd><dt>阶段</dt><dd>${one.stage}</dd></dl><a id="next" href="/framed/record/${next}">下一个</a>`,
  );
};

/**
 * Pages for a reader of pages to be tried on, in shapes that CRMs have: hash routes, a record in a frame, one that comes late, a dialog
 * over a list, cells, cards, a component. False when the path is none of theirs.
 */
export const serveOtherCrms = (response: ServerResponse, crm: CrmData, { pathname, searchParams }: URL): boolean => {
  const [, crmName = '', key = '', id = ''] = pathname.split('/');
  const send = (page: Html | undefined): boolean => {
    if (page) sendPage(response, page, 200, crmName === 'framed' ? "'self'" : "'none'");
    return page !== undefined;
  };
  const one = recordOf(crm, key);
  const named = searchParams.has('renamed') ? renamed : asWritten;
  switch (crmName) {
    case 'hash':
      return key === '' && send(shell('商机', 'hash-crm.js', html`<main id="view"></main>`));
    case 'late':
      return key === 'opportunities' && send(shell('正在加载', 'late-crm.js', html`<main id="view">正在加载…</main>`));
    case 'desk':
      return key === '' && send(shell('商机列表', 'desk-crm.js', html`<main id="view"></main>`));
    case 'styled':
      return (
        one !== undefined &&
        send(shell('Workspace', 'styled-crm.js', html`<app-shell data-key="${one.id}"></app-shell>`))
      );
    case 'cells':
      return one !== undefined && send(cellsPage(one, named));
    case 'cards':
      return one !== undefined && send(cardsPage(one, named));
    case 'framed': {
      const record = key === 'record' ? crm.opportunities.get(id) : undefined;
      return send(record ? frameRecord(crm, record) : one && framePage(`/framed/record/${one.id}`));
    }
    default:
      return false;
  }
};
