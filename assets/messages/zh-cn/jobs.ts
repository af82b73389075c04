/** The list of jobs, one job, and settling what is unknown. */
export const jobs = {
  title: '任务',
  filterOpen: '进行中',
  noneOpen: '没有未结束的任务。',
  operations: {
    'release-opportunity': '释放商机',
    'sell-cards': '批量开卡',
    'submit-outreach': '提交触达任务',
    'update-opportunity': '修改商机',
    'write-follow-up': '写跟进',
  },
  rowsOf: {
    'release-opportunity': (count: number) => `${count} 条商机`,
    'update-opportunity': (count: number) => `${count} 条商机`,
    'sell-cards': (count: number) => `${count} 张卡`,
    'submit-outreach': (count: number) => `${count} 个触达任务`,
  },
  jobStates: {
    draft: '草稿',
    preparing: '正在写入',
    held: '可撤回',
    running: '进行中',
    paused: '已暂停',
    finished: '已结束',
  },
  rowStates: {
    waiting: '等待',
    sending: '发送中',
    succeeded: '成功',
    failed: '失败',
    unknown: '未知',
    cancelled: '已取消',
    skipped: '已跳过',
  },
  sources: { popup: '弹窗', panel: '侧边栏', 'context-menu': '右键菜单' },
  resume: '继续',
  cancelJob: '取消任务',
};
