/** What a notification of a job of many rows says; its own words, since the worker carries no catalogue of screens. */
export const jobNotice = {
  operations: {
    'release-opportunity': '释放商机',
    'sell-cards': '批量开卡',
    'submit-outreach': '提交触达任务',
    'update-opportunity': '修改商机',
  },
  rowStates: {
    succeeded: '成功',
    failed: '失败',
    unknown: '未知',
    cancelled: '已取消',
    skipped: '已跳过',
    waiting: '等待',
    sending: '发送中',
  },
  ended: (operation: string) => `${operation}：已结束`,
  undecided: (operation: string) => `${operation}：已结束，有结果需要确认`,
  paused: (operation: string) => `${operation}：已暂停`,
  why: {
    locked: '助手已锁定，解锁后继续。',
    'sign-in-again': '授权已失效，请在设置中更新。',
    'quota-gone': '今天的调用次数已用完，次日零点（北京时间）后自动继续。',
    'storage-full': '本机存储空间不足，清理后继续。',
  },
  look: '打开商机助手查看原因。',
  sum: (total: string, parts: string) => `共 ${total} 条：${parts}`,
  comma: '，',
};
