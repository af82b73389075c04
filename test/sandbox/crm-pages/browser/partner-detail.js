import { element, formatAmount, routeLink, stateBadge } from './element.js';

const field = (label, name, value) =>
  element('div', { class: 'field' }, element('dt', {}, label), element('dd', { 'data-field': name }, value));

const stageBar = (stages, current) =>
  element(
    'ol',
    { class: 'stages', 'aria-label': '销售阶段' },
    ...stages.map((stage, index) =>
      element(
        'li',
        { class: index <= stages.indexOf(current) ? 'reached' : '', 'aria-current': stage === current && 'step' },
        stage,
      ),
    ),
  );

const releaseNotice = ({ release }) =>
  release
    ? element(
        'p',
        { class: 'notice', role: 'status' },
        `${release.operatorName} 于 ${release.releasedAt} 释放了此商机${release.memo ? `:${release.memo}` : ''}`,
      )
    : '';

const card = (heading, ...children) => element('section', { class: 'card' }, element('h2', {}, heading), ...children);

/** One opportunity at `/crm/opportunities/:id`. */
export const showDetail = async (id) => {
  const answer = await fetch(`/crm/api/opportunities/${encodeURIComponent(id)}`);
  if (!answer.ok)
    return { title: '商机不存在', nodes: [element('h1', {}, '商机不存在'), routeLink('/crm/', '返回列表')] };
  const { opportunity, stages, related } = await answer.json();
  return {
    title: `${opportunity.title} - 商机详情`,
    version: JSON.stringify(opportunity),
    nodes: [
      element('p', { class: 'crumbs' }, routeLink('/crm/', '商机'), ' / 详情'),
      element(
        'div',
        { class: 'heading' },
        element('h1', { 'data-field': 'title' }, opportunity.title),
        stateBadge(opportunity),
      ),
      releaseNotice(opportunity),
      stageBar(stages, opportunity.stage),
      card(
        '基本信息',
        element(
          'dl',
          { class: 'fields' },
          field('商机ID', 'id', opportunity.id),
          field('客户名称', 'customer', opportunity.customer.name),
          field('阶段', 'stage', opportunity.stage),
          field('预计金额', 'amount', formatAmount(opportunity.amount)),
          field('签单日期', 'sign-date', opportunity.signDate),
          field('负责人', 'owner', opportunity.owner.name),
          field('领地', 'territory', opportunity.territory),
          field('来源', 'source', opportunity.source),
          field('类型', 'kind', opportunity.kind),
          field('创建时间', 'created-at', opportunity.createdAt),
          field('最近跟进', 'last-follow-up', opportunity.lastFollowUpDate),
          field('备注', 'note', opportunity.note || '—'),
        ),
      ),
      card(
        '联系人',
        element(
          'dl',
          { class: 'fields' },
          field('姓名', 'contact', opportunity.contact),
          field('手机', 'phone', opportunity.phone),
        ),
      ),
      related.length > 0
        ? card(
            '同一客户的商机',
            element(
              'ul',
              { class: 'related' },
              ...related.map((other) =>
                element('li', {}, routeLink(`/crm/opportunities/${other.id}`, other.title), ` ${other.stage}`),
              ),
            ),
          )
        : '',
    ],
  };
};
