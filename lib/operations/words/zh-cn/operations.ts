import { queryImSettings, queryImSettingsPage } from './query-im-settings';
import { releaseOpportunity, releaseOpportunityPage } from './release-opportunity';
import { sellCards, sellCardsPage } from './sell-cards';
import { submitOutreach, submitOutreachPage } from './submit-outreach';
import { updateOpportunity, updateOpportunityPage } from './update-opportunity';

/** What this language says of every operation, by id. */
export const operationWords = {
  'release-opportunity': { ...releaseOpportunity, ...releaseOpportunityPage },
  'update-opportunity': { ...updateOpportunity, ...updateOpportunityPage },
  'submit-outreach': { ...submitOutreach, ...submitOutreachPage },
  'query-im-settings': { ...queryImSettings, ...queryImSettingsPage },
  'sell-cards': { ...sellCards, ...sellCardsPage },
};
