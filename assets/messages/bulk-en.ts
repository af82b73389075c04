import { releaseOpportunity } from '@/lib/operations/words/en/release-opportunity';
import { sellCards } from '@/lib/operations/words/en/sell-cards';
import { submitOutreach } from '@/lib/operations/words/en/submit-outreach';
import { updateOpportunity } from '@/lib/operations/words/en/update-opportunity';
import type { BulkMessages } from './bulk-zh-cn';
import { bulkWords } from './en/bulk';

export const bulkEn: BulkMessages = {
  ...bulkWords,
  fields: {
    'release-opportunity': releaseOpportunity.fields,
    'update-opportunity': updateOpportunity.fields,
    'submit-outreach': submitOutreach.fields,
    'sell-cards': sellCards.fields,
  },
};
