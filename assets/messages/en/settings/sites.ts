import type { sites as source } from '@/assets/messages/zh-cn/settings/sites';

export const sites: typeof source = {
  title: 'Sites',
  explain: 'On the sites you allow, CRM Sidekick recognises opportunities by itself. It reads and changes nothing.',
  empty: 'No sites allowed yet',
  how: 'How to add one',
  steps: (grant) => [
    'Open an opportunity in your CRM',
    'Click the CRM Sidekick icon in the toolbar',
    `Press “${grant}”`,
  ],
  once: 'It works without, too: each click on the icon reads the present page once.',
  remove: 'Stop',
  removeOf: (name) => `Stop reading “${name}”`,
  removeConfirm: (name) => `Stop reading “${name}”?`,
  removeNote:
    'Opportunities there are no longer recognised by themselves. A click on the icon still reads a page once, and you can allow the site again.',
};
