/** The frame around every screen: navigation, lock state, doors to other surfaces. */
export const app = {
  navigation: '主导航',
  tabs: { opportunity: '商机', imSettings: '接待', outreach: '触达', cards: '开卡', jobs: '任务', journal: '日志' },
  jobsOpen: (count: number) => `${count} 个任务未结束`,
  jobsWaiting: (count: number) => `${count} 个任务需要处理`,
  openPanel: '打开侧边栏',
  openSettings: '打开设置',
  openSection: { connections: '打开连接设置', security: '打开安全设置', sites: '打开站点设置' },
  lockNow: '立即锁定',
  unlock: '解锁',
  locked: '已锁定',
  workerSilent: '后台没有响应',
  workerSilentNext: '正在重新连接，已记录的任务不受影响。',
  setUpFirst: '还没有连接',
  setUpFirstNext: '先添加一个开放平台连接，再释放商机。',
  setUp: '去添加',
};
