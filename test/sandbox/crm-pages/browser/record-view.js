import { element } from './element.js';

export const fetchRecord = async (id) => {
  const answer = await fetch(`/crm/api/opportunities/${encodeURIComponent(id)}`);
  return answer.ok ? (await answer.json()).opportunity : undefined;
};

const field = (label, value) => [element('dt', {}, label), element('dd', {}, value)];

/** A record as a heading and a list of labels and values. */
export const recordView = (opportunity) => [
  element('h1', {}, opportunity.title),
  element(
    'dl',
    {},
    field('客户名称', opportunity.customer.name),
    field('阶段', opportunity.stage),
    field('负责人', opportunity.owner.name),
    field('手机', opportunity.phone),
  ),
];
