import { sellCards } from '@/lib/operations/words/en/sell-cards';
import { submitOutreach } from '@/lib/operations/words/en/submit-outreach';
import type { BatchMessages } from './batch-zh-cn';
import { batchWords } from './en/batch';

export const batchEn: BatchMessages = { fields: { ...submitOutreach.fields, ...sellCards.fields }, ...batchWords };
