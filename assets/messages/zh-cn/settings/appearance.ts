/** Language and theme. */
export const appearance = {
  title: '外观',
  language: '语言',
  languages: { 'zh-CN': '简体中文', en: 'English' },
  languageHint: '只影响商机助手，不影响浏览器',
  theme: '主题',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
};
