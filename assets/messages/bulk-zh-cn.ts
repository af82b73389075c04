import { releaseOpportunity } from '@/lib/operations/words/zh-cn/release-opportunity';
import { sellCards } from '@/lib/operations/words/zh-cn/sell-cards';
import { submitOutreach } from '@/lib/operations/words/zh-cn/submit-outreach';
import { updateOpportunity } from '@/lib/operations/words/zh-cn/update-opportunity';
import { bulkWords } from './zh-cn/bulk';

/** What the screens of jobs of many rows say, in Simplified Chinese. */
export const bulkZhCn = {
  ...bulkWords,
  fields: {
    'release-opportunity': releaseOpportunity.fields,
    'update-opportunity': updateOpportunity.fields,
    'submit-outreach': submitOutreach.fields,
    'sell-cards': sellCards.fields,
  },
};

export type BulkMessages = typeof bulkZhCn;
