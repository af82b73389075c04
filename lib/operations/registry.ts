import { buildTopRequest } from './build-top-request';
import type { Declaration, Operation, Query, WriteDeclaration } from './operation';
import { queryImSettings } from './query-im-settings';
import { readCardOutcomes } from './read-card-outcomes';
import { type ImSettings, readImSettings } from './read-im-settings';
import { readOutreachOutcomes } from './read-outreach-outcomes';
import { readReleaseOutcomes } from './read-release-outcomes';
import { releaseOpportunity } from './release-opportunity';
import { sellCards } from './sell-cards';
import { submitOutreach } from './submit-outreach';
import { updateOpportunity } from './update-opportunity';

/** The writes that jobs send through the open platform, by id. A new one is its files beside this and a line here. */
export const operations = byId<Operation>([
  sendable(releaseOpportunity, readReleaseOutcomes),
  sendable(submitOutreach, readOutreachOutcomes),
  sendable(sellCards, readCardOutcomes),
]);

export const imSettingsQuery: Query<ImSettings> = {
  ...queryImSettings,
  buildRequest: (values) => buildTopRequest(queryImSettings, { rows: [values] }),
  readAnswer: readImSettings,
};

/** Every documented API, by id. */
export const declarations = byId<Declaration>([
  releaseOpportunity,
  updateOpportunity,
  submitOutreach,
  queryImSettings,
  sellCards,
]);

/** Forms need only the data; this, with what builds and reads, is for who sends. */
function sendable(declaration: WriteDeclaration, readOutcomes: Operation['readOutcomes']): Operation {
  const buildRequest: Operation['buildRequest'] = (rows, key, shared) =>
    buildTopRequest(declaration, { rows, key, shared });
  return { ...declaration, buildRequest, readOutcomes };
}

function byId<D extends Declaration>(declarations: readonly D[]): ReadonlyMap<string, D> {
  return new Map(declarations.map((declaration) => [declaration.id, declaration]));
}
