import type { TopMethod } from './method.ts';
import { queryImSettings } from './query-im-settings.ts';
import { releaseOpportunity } from './release-opportunity.ts';
import { sellCards } from './sell-cards.ts';
import { submitOutreach } from './submit-outreach.ts';
import { timeGet } from './time-get.ts';

const methods = new Map<string, TopMethod>(
  [releaseOpportunity, submitOutreach, queryImSettings, sellCards, timeGet].map((method) => [
    method.document.method,
    method,
  ]),
);

export const findMethod = (name: string): TopMethod | undefined => methods.get(name);
