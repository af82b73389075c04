/** What a notification of changed reception settings says. */
export const imNotice = {
  title: '接待设置有变化',
  message: (accountId: string, count: number) => `账号 ${accountId}：${count} 处变化。在侧边栏「接待」中查看。`,
};
