import type { ServerResponse } from 'node:http';
import { type CrmData, searchOpportunities } from '../crm-data/crm-data.ts';
import type { Opportunity } from '../crm-data/opportunity.ts';
import { type Html, html } from './html.ts';
import { sendPage } from './send-page.ts';

const rowsPerPage = 20;

const layout = (title: string, content: Html): Html => html`<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} - 励销云</title>
<link rel="stylesheet" href="/assets/rest-crm.css"></head>
<body><header class="navbar"><a class="logo" href="/opportunities">励销云</a><a href="/opportunities">商机</a></header>
<div class="container">${content}</div></body></html>`;

const listRow = (opportunity: Opportunity): Html => html`<tr data-id="${opportunity.id}">
<td data-column="check"><input type="checkbox" aria-label="选择 ${opportunity.title}"></td>
<td data-column="title"><a href="/opportunities/${opportunity.id}">${opportunity.title}</a></td>
<td data-column="customer"><a href="/customers/${opportunity.customer.id}">${opportunity.customer.name}</a></td>
<td data-column="stage">${opportunity.stage}</td>
<td data-column="expect_amount">${opportunity.amount}</td>
<td data-column="expect_sign_date">${opportunity.signDate}</td>
<td data-column="user">${opportunity.owner.name}</td></tr>`;

const table = (
  rows: readonly Opportunity[],
): Html => html`<table class="entity-table" data-entity-table-name="opportunities">
<thead><tr><th data-column="check"></th><th data-column="title">商机标题</th><th data-column="customer">对应客户</th><th data-column="stage">销售阶段</th><th data-column="expect_amount">预计销售金额</th><th data-column="expect_sign_date">预计签单日期</th><th data-column="user">负责人</th></tr></thead>
<tbody>${rows.map(listRow)}</tbody></table>`;

const listPage = (crm: CrmData, query: URLSearchParams): Html => {
  const search = query.get('search') ?? '';
  const found = searchOpportunities(crm, search);
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const page = Math.min(pages, Math.max(1, Number(query.get('page')) || 1));
  const link = (to: number, text: string) =>
    html`<a href="/opportunities?scope=all_own&page=${to}&search=${encodeURIComponent(search)}">${text}</a>`;
  return layout(
    '商机列表',
    html`<h1>我的商机</h1><form class="search" action="/opportunities"><input name="search" aria-label="搜索商机" value="${search}" placeholder="商机标题、客户、负责人"><button>搜索</button></form>
${table(found.slice((page - 1) * rowsPerPage, page * rowsPerPage))}
<p class="pagination">共 ${found.length} 条,第 ${page} / ${pages} 页 ${page > 1 ? link(page - 1, '上一页') : ''} ${page < pages ? link(page + 1, '下一页') : ''}</p>`,
  );
};

const field = (label: string, name: string, value: string | Html): Html =>
  html`<div class="field"><span class="name">${label}</span><span class="value j-${name}">${value}</span></div>`;

const detailPage = (opportunity: Opportunity): Html =>
  layout(
    opportunity.title,
    html`<h1 class="entity-title">${opportunity.title}</h1><div class="tabs"><a class="active" href="?tab=tab_base">基本信息</a></div>
<div class="fields">${[
      field('商机标题', 'title', opportunity.title),
      field(
        '对应客户',
        'customer',
        html`<a href="/customers/${opportunity.customer.id}">${opportunity.customer.name}</a>`,
      ),
      field('销售阶段', 'stage', opportunity.stage),
      field('预计销售金额', 'expect_amount', opportunity.amount),
      field('预计签单日期', 'expect_sign_date', opportunity.signDate),
      field('商机来源', 'source', opportunity.source),
      field('商机类型', 'kind', opportunity.kind),
      field('联系人', 'contact', opportunity.contact),
      field('电话', 'tel', opportunity.phone),
      field('负责人', 'user', opportunity.owner.name),
      field('备注', 'note', opportunity.note),
    ]}</div>`,
  );

const customerPage = (opportunities: readonly [Opportunity, ...Opportunity[]]): Html =>
  layout(
    opportunities[0].customer.name,
    html`<h1>${opportunities[0].customer.name}</h1><h2>商机</h2>${table(opportunities)}`,
  );

const missingPage = layout('页面不存在', html`<h1>您访问的页面不存在</h1>`);

/** The REST CRM's classic pages. False when the path is not its own. */
export const serveRestCrm = (response: ServerResponse, crm: CrmData, url: URL): boolean => {
  const [, section, id, more] = url.pathname.split('/');
  if ((section !== 'opportunities' && section !== 'customers') || more !== undefined) return false;
  if (section === 'opportunities' && id === undefined) {
    sendPage(response, listPage(crm, url.searchParams));
    return true;
  }
  const opportunity = section === 'opportunities' ? crm.opportunities.get(id ?? '') : undefined;
  const [first, ...others] = [...crm.opportunities.values()].filter(({ customer }) => customer.id === id);
  if (opportunity) sendPage(response, detailPage(opportunity));
  else if (section === 'customers' && first) sendPage(response, customerPage([first, ...others]));
  else sendPage(response, missingPage, 404);
  return true;
};
