import type { pageMoved as source } from '@/assets/messages/zh-cn/page-moved';

export const pageMoved: typeof source = {
  moved: (name) => `The page now shows “${name}”`,
  stays: (opportunityId) => `This form is still about ${opportunityId}.`,
  toOther: 'Take the page’s opportunity',
  ask: (opportunityId) => `The page has changed. Submit ${opportunityId} all the same?`,
  goOn: (opportunityId) => `Submit ${opportunityId}`,
};
