import { element, formatAmount, routeLink, stateBadge } from './element.js';

const columns = ['', '商机ID', '商机名称', '客户', '阶段', '预计金额', '签单日期', '负责人', '状态'];

const row = (opportunity) =>
  element(
    'tr',
    { 'data-opportunity-id': opportunity.id },
    element('td', {}, element('input', { type: 'checkbox', 'aria-label': `选择 ${opportunity.title}` })),
    element('td', { class: 'number', 'data-field': 'id' }, opportunity.id),
    element('td', {}, routeLink(`/crm/opportunities/${opportunity.id}`, opportunity.title)),
    element('td', {}, opportunity.customer.name),
    element('td', {}, opportunity.stage),
    element('td', { class: 'number amount' }, formatAmount(opportunity.amount)),
    element('td', { class: 'number' }, opportunity.signDate),
    element('td', {}, opportunity.owner.name),
    element('td', {}, stateBadge(opportunity)),
  );

const pageHref = (page, search) => `/crm/?${new URLSearchParams({ page, ...(search ? { search } : {}) })}`;

const pager = ({ total, page, pages }, search) =>
  element(
    'nav',
    { class: 'pager', 'aria-label': '分页' },
    element('span', {}, `共 ${total} 条,第 ${page} / ${pages} 页`),
    page > 1 ? routeLink(pageHref(page - 1, search), '上一页') : '',
    page < pages ? routeLink(pageHref(page + 1, search), '下一页') : '',
  );

const searchForm = (search, goTo) => {
  const input = element('input', {
    type: 'search',
    name: 'search',
    value: search,
    'aria-label': '搜索商机',
    placeholder: '商机ID、名称、客户、联系人',
  });
  const form = element('form', { class: 'search', role: 'search' }, input, element('button', {}, '搜索'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    goTo(pageHref(1, input.value.trim()));
  });
  return form;
};

/** The list at `/crm/`, one page of it. */
export const showList = async (query, goTo) => {
  const search = query.get('search') ?? '';
  const answer = await fetch(`/crm/api/opportunities?${query}`);
  const list = await answer.json();
  return {
    title: '商机列表',
    nodes: [
      element('div', { class: 'heading' }, element('h1', {}, '商机列表'), searchForm(search, goTo)),
      element(
        'table',
        { class: 'list' },
        element('thead', {}, element('tr', {}, ...columns.map((column) => element('th', {}, column)))),
        element('tbody', {}, ...list.rows.map(row)),
      ),
      list.total === 0 ? element('p', { class: 'empty' }, '没有符合条件的商机') : '',
      pager(list, search),
    ],
  };
};
