import type { options as source } from '@/assets/messages/zh-cn/settings/options';

export const options: typeof source = {
  title: 'Settings',
  navigation: 'Sections',
  sections: {
    connections: 'Connections',
    defaults: 'Defaults',
    sites: 'Sites',
    advice: 'Advice',
    appearance: 'Appearance',
    security: 'Security',
    data: 'Data',
  },
  managed: 'Set by company policy; it cannot be changed here',
  managedNext: 'Ask your administrator where something must change.',
  version: (version) => `Version ${version}`,
};
