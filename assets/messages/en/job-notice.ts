import type { jobNotice as source } from '@/assets/messages/zh-cn/job-notice';

export const jobNotice: typeof source = {
  ended: (operation) => `${operation}: finished`,
  undecided: (operation) => `${operation}: finished, some outcomes need a decision`,
  paused: (operation) => `${operation}: paused`,
  sum: (total, parts) => `${total} in all: ${parts}`,
  comma: ', ',
};
