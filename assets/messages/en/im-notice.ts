import type { imNotice as source } from '@/assets/messages/zh-cn/im-notice';

/** What a notification of changed reception settings says. */
export const imNotice: typeof source = {
  title: 'Reception settings have changed',
  message: (accountId, count) =>
    `Account ${accountId}: ${count} ${count === 1 ? 'change' : 'changes'}. See “IM” in the side panel.`,
};
