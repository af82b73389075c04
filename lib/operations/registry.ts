import type { Declaration, Operation } from './operation';
import { queryImSettings } from './query-im-settings';
import { releaseOpportunity } from './release-opportunity';
import { sellCards } from './sell-cards';
import { submitOutreach } from './submit-outreach';
import { updateOpportunity } from './update-opportunity';

const byId = <D extends Declaration>(declarations: readonly D[]): ReadonlyMap<string, D> =>
  new Map(declarations.map((declaration) => [declaration.id, declaration]));

/** The writes that jobs send through the open platform, by id. A new one is a file beside this and a line here. */
export const operations = byId<Operation>([releaseOpportunity, submitOutreach, sellCards]);

/** Every documented API, by id. */
export const declarations = byId<Declaration>([
  releaseOpportunity,
  updateOpportunity,
  submitOutreach,
  queryImSettings,
  sellCards,
]);
