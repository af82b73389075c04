/** What a notification of a job of many rows says. */
export const jobNotice = {
  ended: (operation: string) => `${operation}：已结束`,
  undecided: (operation: string) => `${operation}：已结束，有结果需要确认`,
  paused: (operation: string) => `${operation}：已暂停`,
  sum: (total: string, parts: string) => `共 ${total} 条：${parts}`,
  comma: '，',
};
