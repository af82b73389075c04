/** Language and theme. */
export const appearance = {
  title: '外观',
  language: '语言',
  languages: { 'zh-CN': '简体中文', en: 'English' },
  languageHint: '只影响商机助手，不影响浏览器',
  theme: '主题',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  holdBack: '撤回时间（秒）',
  holdBackHint: (least: number, most: number) => `提交释放后等待的时间，期间可以撤回；${least}–${most} 秒`,
  holdBackWrong: (least: number, most: number) => `请填写 ${least} 到 ${most} 之间的整数`,
  applied: '已生效',
};
