/** Sites: which pages are read, and how. */
export const sites = {
  title: '站点',
  explain: '允许后，商机助手会在这些站点的页面上自动识别商机；只读取，不改动页面。',
  empty: '还没有允许的站点',
  emptyNext: '在 CRM 页面上点击工具栏图标即可读取一次；要自动识别，请添加站点。',
  add: '添加站点',
  origin: '网址',
  originHint: '例如 https://crm.example.com',
  name: '名称',
  removeConfirm: (name: string) => `不再读取「${name}」？`,
  removeNote: '同时收回浏览器对这个站点的访问权限。',
  grant: '允许访问',
  granted: '已允许',
  refused: '没有得到允许，站点没有添加',
};
