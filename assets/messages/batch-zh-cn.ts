import { sellCards } from '@/lib/operations/words/zh-cn/sell-cards';
import { submitOutreach } from '@/lib/operations/words/zh-cn/submit-outreach';
import { batchWords } from './zh-cn/batch';

/** What the screens of several rows say (cards, outreach, and their jobs), in Simplified Chinese. */
export const batchZhCn = { fields: { ...submitOutreach.fields, ...sellCards.fields }, ...batchWords };

export type BatchMessages = typeof batchZhCn;
