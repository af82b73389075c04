/** The frame of the options page. */
export const options = {
  title: '设置',
  navigation: '设置分类',
  sections: {
    connections: '连接',
    defaults: '默认值',
    sites: '站点',
    advice: '建议',
    appearance: '外观',
    security: '安全',
    data: '数据',
  },
  managed: '由公司策略设定，不能在这里修改',
  managedNext: '需要改动时请联系管理员。',
  version: (version: string) => `版本 ${version}`,
};
