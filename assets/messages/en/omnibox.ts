import type { omnibox as zhCn } from '../zh-cn/omnibox';

export const omnibox: typeof zhCn = {
  hint: 'Type an opportunity ID (digits only), or part of its or the customer’s name',
  nothing: (text) => `Nothing found for “${text}”. Type an opportunity ID: digits only`,
  several: (count) => `${count} opportunities found: choose one`,
  openIn: (id, host) => `Open opportunity ${id} in ${host}`,
  show: (id) => `Show opportunity ${id} in CRM Sidekick`,
};
