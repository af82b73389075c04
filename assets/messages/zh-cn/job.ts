/** One job with its rows and attempts, the list of them, and settling what is unknown. */
export const job = {
  empty: '还没有任务',
  emptyNext: '释放商机后，每次提交都会列在这里，包括结果。',
  filter: '筛选',
  filterAll: '全部',
  filterAttention: '需要处理',
  nothingMatches: '没有符合条件的任务',
  createdAt: '提交时间',
  finishedAt: '结束时间',
  sentAt: '发送时间',
  key: '请求编号',
  via: '连接',
  total: '合计',
  sumBroken: '合计与各项之和不一致，请联系管理员',
  request: '请求内容',
  result: '结果',
  attempts: '发送记录',
  attempt: (number: number) => `第 ${number} 次`,
  attemptResults: {
    answered: '已答复',
    refused: '平台拒绝',
    'not-processed': '平台未处理',
    lost: '没有收到答复',
    interrupted: '后台被中断',
  },
  answeredValue: '平台返回',
  decidedByPerson: '由人确认',
  settle: {
    choices: {
      'mark-succeeded': { label: '已经释放', note: '在 CRM 中看到商机已释放。记为成功，不再发送。' },
      'mark-failed': { label: '没有释放', note: '在 CRM 中看到商机仍归原负责人。记为失败，不再发送。' },
      'send-again': {
        label: '用原请求编号再发一次',
        note: '使用同一个 req_id，但文档没有承诺平台会识别重复请求。',
      },
    },
  },
};
