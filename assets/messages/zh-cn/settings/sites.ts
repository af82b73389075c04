/** Sites: which pages are read, and how. */
export const sites = {
  title: '站点',
  explain: '允许后，商机助手会在这些站点的页面上自动识别商机；只读取，不改动页面。',
  empty: '还没有允许的站点',
  how: '如何添加',
  steps: (grant: string) => ['打开 CRM 的商机页面', '点击工具栏上的商机助手图标', `点「${grant}」`],
  once: '不添加也可以用：每次点击图标，读取一次当前页面。',
  remove: '停用',
  removeOf: (name: string) => `停用「${name}」`,
  removeConfirm: (name: string) => `不再读取「${name}」？`,
  removeNote: '不再自动识别这个站点的商机。点击工具栏图标仍可读取一次，以后也可以重新允许。',
};
