import type { advice as zhCn } from '../../zh-cn/settings/advice';

export const advice: typeof zhCn = {
  title: 'Advice',
  explain:
    'When an opportunity is open, CRM Sidekick points things out by these rules. It never submits anything by itself.',
  saved: 'Saved',
  off: 'Off',
  days: (days) => `${days} ${days === 1 ? 'day' : 'days'}`,
  unfollowed: 'Days without follow-up',
  unfollowedHint: 'By the CRM’s record. Suggests a follow-up or a release.',
  signDate: 'Days past the expected sign date',
  signDateHint: 'By the day in China. Suggests a new date or stage.',
  earlierJob: 'Days to look back for releases and edits made here',
  earlierJobHint: 'Needs no CRM connection.',
  approval: 'Say when an approval stands against edits',
  sameCustomer: 'Say when the customer has other open opportunities',
};
