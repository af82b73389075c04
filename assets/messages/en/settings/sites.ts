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
  notPermitted: 'The browser no longer allows it',
  grant: 'Allow again',
  grantOf: (name) => `Allow reading “${name}” again`,
  teach: 'Teach a page',
  teachNote: 'Open the side panel, go to your CRM’s tab and point at what stands where.',
  teachOpen: 'Open the side panel',
  rules: 'Rules',
  rulesNote:
    'A rule says where on a page the opportunity stands. They are tried from the top. A rule is data: nothing in it can run.',
  builtIn: 'Built in',
  exportOf: (name) => `Save the rule “${name}” as a file`,
  exported: 'The rule is saved as a file that colleagues can import',
  importRule: 'Import rules from a file',
  imported: (names) => `Imported rules: ${names}`,
  replaceRule: (id) => `There is a rule ${id} already. Replace it?`,
  replaceNote: 'The present rule gives way to the file’s.',
  replace: 'Replace',
  removeRuleOf: (name) => `Delete the rule “${name}”`,
  removeRuleConfirm: (name) => `Delete the rule “${name}”?`,
  removeRuleNote: 'Its pages are read by the other rules from now on. It can be imported again from a file.',
  removeNote:
    'Opportunities there are no longer recognised by themselves. A click on the icon still reads a page once, and you can allow the site again.',
};
