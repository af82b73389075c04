/** Sentences for outcomes that carry no finer reason. */
export const outcomes = {
  succeeded: { title: '成功', next: '平台已确认。' },
  failed: { title: '失败', next: '按平台的答复改正后重新提交。' },
  unknown: { title: '结果未知', next: '先在 CRM 中核对，再选择处理方式。' },
  cancelled: { title: '已取消', next: '没有发送。' },
  skipped: { title: '已跳过', next: '没有发送。' },
};
