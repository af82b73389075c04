import type { omnibox as zhCn } from '../zh-cn/omnibox';

export const omnibox: typeof zhCn = {
  first: 'Open opportunity “%s”: its ID, or part of its or the customer’s name',
  nothing: (text) => `Nothing found for “${text}”. Type an opportunity ID: digits only`,
  openIn: (id, host) => `Open opportunity ${id} in ${host}`,
  show: (id) => `Show opportunity ${id} in CRM Sidekick`,
};
