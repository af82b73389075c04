import type { sites as source } from '@/assets/messages/zh-cn/settings/sites';

export const sites: typeof source = {
  title: 'Sites',
  explain: 'On the sites you allow, CRM Sidekick recognises opportunities by itself. It reads and changes nothing.',
  empty: 'No sites allowed yet',
  emptyNext: 'A click on the toolbar icon reads a CRM page once. To have it recognised by itself, add the site.',
  add: 'Add site',
  origin: 'Address',
  originHint: 'For example https://crm.example.com',
  name: 'Name',
  removeConfirm: (name) => `Stop reading “${name}”?`,
  removeNote: 'The browser’s permission for this site is given back too.',
  grant: 'Allow access',
  granted: 'Allowed',
  refused: 'Access was not allowed, so the site was not added',
};
