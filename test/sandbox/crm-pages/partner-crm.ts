import type { ServerResponse } from 'node:http';
import { type CrmData, searchOpportunities } from '../crm-data/crm-data.ts';
import { stages } from '../crm-data/names.ts';
import { sendJson } from '../http-exchange.ts';
import { html } from './html.ts';
import { sendPage } from './send-page.ts';

const rowsPerPage = 20;

/** One shell for every route: what is on the page comes by script, and changes without a reload. */
const shell = html`<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>伙伴CRM</title>
<link rel="stylesheet" href="/assets/partner-crm.css"><script type="module" src="/assets/partner-crm.js"></script></head>
<body><header class="top-bar"><a class="brand" href="/crm/" data-route>伙伴CRM</a><span class="tenant">本地生活事业部</span><span class="user">王五</span></header>
<div class="layout"><nav class="side-menu" aria-label="主菜单"><a href="/crm/" data-route>商机</a><a href="/crm/about" data-route>关于</a></nav>
<main id="view"></main></div></body></html>`;

const sendList = (response: ServerResponse, crm: CrmData, query: URLSearchParams): void => {
  const found = searchOpportunities(crm, query.get('search') ?? '');
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const page = Math.min(pages, Math.max(1, Number(query.get('page')) || 1));
  sendJson(response, 200, {
    total: found.length,
    page,
    pages,
    rows: found.slice((page - 1) * rowsPerPage, page * rowsPerPage),
  });
};

const sendOne = (response: ServerResponse, crm: CrmData, id: string): void => {
  const opportunity = crm.opportunities.get(id);
  if (!opportunity) {
    sendJson(response, 404, { message: '商机不存在' });
    return;
  }
  const related = [...crm.opportunities.values()].filter(
    (other) => other.id !== id && other.customer.name === opportunity.customer.name,
  );
  sendJson(response, 200, {
    opportunity,
    stages,
    related: related.slice(0, 6).map((other) => ({ id: other.id, title: other.title, stage: other.stage })),
  });
};

/** 伙伴CRM, a single-page app under `/crm/`. False when the path is not its own. */
export const servePartnerCrm = (response: ServerResponse, crm: CrmData, url: URL): boolean => {
  const { pathname } = url;
  if (pathname === '/crm/api/opportunities') sendList(response, crm, url.searchParams);
  else if (/^\/crm\/api\/opportunities\/[^/]+$/.test(pathname))
    sendOne(response, crm, pathname.split('/').at(-1) ?? '');
  else if (/^\/crm\/?$|^\/crm\/about$|^\/crm\/opportunities\/[^/]+$/.test(pathname)) sendPage(response, shell);
  else return false;
  return true;
};
