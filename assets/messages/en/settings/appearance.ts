import type { appearance as source } from '@/assets/messages/zh-cn/settings/appearance';

export const appearance: typeof source = {
  title: 'Appearance',
  language: 'Language',
  languages: { 'zh-CN': '简体中文', en: 'English' },
  languageHint: 'Of CRM Sidekick only, not of the browser',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  holdBack: 'Hold-back (seconds)',
  holdBackHint: (least, most) => `How long a release waits, so that it can be called off; ${least} to ${most} seconds`,
  holdBackWrong: (least, most) => `A whole number from ${least} to ${most}, please`,
  applied: 'Applied',
};
