/** The options page's section for advice. */
export const advice = {
  title: '建议',
  explain: '打开商机时，商机助手会按下面的规则提醒。它只提醒，不会自动提交任何内容。',
  saved: '已保存',
  off: '不提醒',
  days: (days: number) => `${days} 天`,
  unfollowed: '多少天没有跟进后提醒',
  unfollowedHint: '按 CRM 的记录计算。建议写跟进或释放。',
  signDate: '预计签单日期过了多少天后提醒',
  signDateHint: '按北京时间计算。建议改日期或改阶段。',
  earlierJob: '提醒多少天以内在这里做过的释放和修改',
  earlierJobHint: '不需要 CRM 连接。',
  approval: '审批中时提醒不能修改',
  sameCustomer: '同一客户还有未结束的商机时提醒',
};
