import { queryImSettings } from './query-im-settings';
import { releaseOpportunity } from './release-opportunity';
import { sellCards } from './sell-cards';
import { submitOutreach } from './submit-outreach';
import { updateOpportunity } from './update-opportunity';

/** What this language says of every operation, by id. */
export const operationWords = {
  'release-opportunity': releaseOpportunity,
  'update-opportunity': updateOpportunity,
  'submit-outreach': submitOutreach,
  'query-im-settings': queryImSettings,
  'sell-cards': sellCards,
};
