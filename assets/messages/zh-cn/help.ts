/** What a panel says of an opportunity beyond what its page shows: the CRM's record, advice, copying. */
export const help = {
  addToOutreach: '加入触达任务',
  record: {
    title: 'CRM 记录',
    readAt: (connection: string, ago: string) => `来自「${connection}」，${ago}读取`,
    readAgain: '重新读取',
    readNow: '读取 CRM 记录',
    reading: '正在读取 CRM 记录',
    locked: '商机助手已锁定，解锁后再读取 CRM 记录。',
    differs: '请先核对：标题与页面不同',
    differsNext: (page: string, record: string, connection: string) =>
      `页面上是「${page}」，「${connection}」里这个 ID 是「${record}」，可能不是同一个商机。`,
    name: '标题',
    pipeline: '销售阶段',
    step: (position: number, total: number) => `第 ${position} 步，共 ${total} 步`,
    stepStates: { past: '已过', current: '当前', next: '未到' },
    stagesMissing: '读不到全部阶段，只显示当前阶段。',
    amount: '预计金额',
    signDate: '预计签单',
    possibility: '签单可能性',
    unfollowed: '跟进情况',
    flow: '落入公海',
    approval: '审批',
    notEditable: '不可修改',
    updated: '更新时间',
    empty: '未填写',
    hidden: '已隐藏',
    notGiven: 'CRM 没有给出',
    others: '该客户的其他商机',
    noOthers: '该客户没有其他商机。',
    othersMissing: '读不到该客户的其他商机。',
    othersMore: '只列出前 20 个。',
  },
  advice: {
    title: '建议',
    adjust: '调整建议',
    unfollowed: {
      title: (days: number) => `已 ${days} 天没有跟进`,
      reason: (limit: number) => `按 CRM 的记录，已到设定的 ${limit} 天。请跟进，或释放。`,
    },
    signDate: {
      title: (date: string) => `预计签单日期 ${date} 已过`,
      reason: (days: number) => `已过 ${days} 天。请改为新的日期，或调整阶段。`,
    },
    approval: {
      title: '审批中，不能修改',
      reason: (label: string) => `CRM 的审批状态是「${label}」，审批结束后才能修改。`,
    },
    sameCustomer: {
      title: (count: number) => `同一客户还有 ${count} 个未结束的商机`,
      reason: '先看看是否重复，或一并处理。',
      more: (count: number) => `另外 ${count} 个`,
    },
    earlierJob: {
      title: (operation: string, state: string) => `这里做过「${operation}」：${state}`,
    },
    followUp: '写跟进',
    newDate: '改签单日期',
    newStage: '改阶段',
    viewJob: '查看任务',
  },
  copy: {
    title: '复制为',
    forms: { id: '商机 ID', link: '链接', markdown: 'Markdown', row: 'Excel 行' },
    copied: (form: string) => `已复制：${form}`,
    refused: '浏览器没有允许复制，请再按一次。',
  },
};

export type HelpMessages = typeof help;
